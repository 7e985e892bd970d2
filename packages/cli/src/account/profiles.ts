/** Credentials in a file that only its owner can read. */
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandError } from '../exit.ts';

export interface Profile {
  readonly accountId: string;
  readonly licenseKey: string;
  readonly baseUrl?: string | undefined;
}

type Profiles = Readonly<Record<string, Profile>>;

export function profileFile(env: Readonly<Record<string, string | undefined>>): string {
  const windows = process.platform === 'win32' ? env['APPDATA'] : undefined;
  const folder = env['XDG_CONFIG_HOME'] ?? windows ?? join(env['HOME'] ?? homedir(), '.config');
  return join(folder, 'minfraud', 'credentials.json');
}

/** @throws CommandError when others can read the file: they may have read the key. */
export async function readProfiles(file: string): Promise<Profiles> {
  const text = await readPrivate(file);
  if (text === undefined) return {};
  let profiles: unknown;
  try {
    profiles = (JSON.parse(text) as { profiles?: unknown }).profiles;
  } catch {
    profiles = undefined;
  }
  if (typeof profiles !== 'object' || profiles === null) {
    throw new CommandError(`${file} is damaged. Delete it and run "minfraud login" again.`);
  }
  return profiles as Profiles;
}

/** Adds or replaces one profile; a crash leaves the old file or the new one. */
export async function writeProfile(file: string, name: string, profile: Profile): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const profiles = { ...(await readProfiles(file)), [name]: profile };
  const temporary = `${file}.${process.pid}`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ profiles }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

async function readPrivate(file: string): Promise<string | undefined> {
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP')
      throw new CommandError(`${file} is a link, so it was not read. Replace it with a file.`);
    throw error;
  }
  try {
    // Of the open file, so that it cannot be exchanged in between.
    const { mode, uid } = await handle.stat();
    const self = process.getuid?.();
    if (self !== undefined && uid !== self) {
      throw new CommandError(
        `${file} belongs to another user, so it was not read. Delete it and run "minfraud login".`,
      );
    }
    if (self !== undefined && (mode & 0o077) !== 0) {
      const rights = (mode & 0o777).toString(8);
      throw new CommandError(
        `${file} can be read by other users (mode ${rights}), who may know the license key, so it was not used. Replace the key in your MaxMind account, delete the file and run "minfraud login".`,
      );
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
