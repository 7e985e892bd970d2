/**
 * Room on the disk for the responses that are on their way: when the disk fills up, giving it free lets
 * results be written that are paid for already.
 */
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { CommandError } from '../exit.ts';

/** More than any response takes, as a line of the results. */
const bytesOfResponse = 32 * 1024;

export interface Reserve {
  /** Whether there was room to give; only the first time. */
  readonly giveFree: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

export async function reserveRoom(path: string, responses: number): Promise<Reserve> {
  await removeOld(path);
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(responses * bytesOfResponse));
    await handle.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  let isThere = true;
  const remove = async (): Promise<void> => {
    isThere = false;
    await rm(path, { force: true });
  };
  return {
    remove,
    giveFree: async () => {
      if (!isThere) return false;
      await remove();
      return true;
    },
  };
}

/** What a crash left behind holds nothing; any other file of that name is the user's. */
async function removeOld(path: string): Promise<void> {
  try {
    for await (const chunk of createReadStream(path)) {
      if ((chunk as Buffer).some((byte) => byte !== 0)) {
        throw new CommandError(
          `${path} already exists and was not written by this command, which needs that name to reserve disk space. Move it, or choose another file with --out.`,
        );
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await rm(path, { force: true });
}
