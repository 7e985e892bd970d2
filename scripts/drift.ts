/** Writes the generated files, or says which of them do not match the spec any more. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A file that is not what the spec compiles to, and how. */
export interface StaleFile {
  readonly file: string;
  readonly why: 'missing' | 'different' | 'left over';
}

/** The first line of every generated file that can hold a comment. */
export const banner =
  '// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.\n';

/**
 * Compares byte for byte what is in a folder with what should be there. A file of ours that nothing
 * generates any more is left over; a file without our banner is somebody else's and none of our business,
 * so that `--out` on a folder in use takes nothing away.
 */
export function findDrift(directory: string, files: ReadonlyMap<string, string>): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const [file, text] of files) {
    const present = contentOf(join(directory, file));
    if (present === undefined) stale.push({ file, why: 'missing' });
    else if (present !== text) stale.push({ file, why: 'different' });
  }
  for (const folder of new Set([...files.keys()].map((file) => posix.dirname(file)))) {
    for (const name of namesIn(join(directory, folder))) {
      const file = posix.join(folder, name);
      if (files.has(file) || !name.endsWith('.ts')) continue;
      if (contentOf(join(directory, file))?.startsWith(banner))
        stale.push({ file, why: 'left over' });
    }
  }
  return stale.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Makes a folder hold exactly these files; a file that is right already keeps its time stamp. */
export function writeFiles(directory: string, files: ReadonlyMap<string, string>): StaleFile[] {
  const stale = findDrift(directory, files);
  for (const { file } of stale) {
    const text = files.get(file);
    const path = join(directory, file);
    if (text === undefined) {
      rmSync(path);
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return stale;
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}
