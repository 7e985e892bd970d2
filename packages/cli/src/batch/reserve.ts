/**
 * Room on the disk for the answers that are on their way: when the disk fills up, giving it free lets
 * results be written that are paid for already.
 */
import { open, rm } from 'node:fs/promises';

/** More than any answer takes, as a line of the results. */
const bytesOfAnswer = 32 * 1024;

export interface Reserve {
  /** Whether there was room to give; only the first time. */
  readonly giveFree: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

export async function reserveRoom(path: string, answers: number): Promise<Reserve> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(answers * bytesOfAnswer));
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
