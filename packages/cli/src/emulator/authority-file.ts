/** The file with the CA certificate of an emulator that speaks TLS. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandError } from '../exit.ts';

export interface AuthorityFile {
  readonly path: string;
  /** Takes away what nobody asked for by name. */
  readonly remove: () => Promise<void>;
}

/**
 * @param given - As the user named it; undefined for a temporary file.
 */
export async function writeAuthority(
  pem: string,
  given: string | undefined,
): Promise<AuthorityFile> {
  if (given !== undefined) {
    const path = resolve(given);
    await checkOverwrite(path);
    await writeFile(path, pem);
    return { path, remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'minfraud-emulator-'));
  const path = join(folder, 'ca.pem');
  await writeFile(path, pem);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Each start writes the file anew; what is not such a file was named by mistake. */
async function checkOverwrite(path: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (/^-----BEGIN CERTIFICATE-----\n[^-]*-----END CERTIFICATE-----\s*$/.test(text)) return;
  if (text === '') return;
  throw new CommandError(
    `${path} exists and is not a CA certificate, so it was not overwritten. Choose another file with --ca-file.`,
  );
}
