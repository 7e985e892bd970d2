/** Writes the generated files, or says which of them do not match the spec any more. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** A file that is not what the spec compiles to, and how. */
export interface StaleFile {
  readonly file: string;
  readonly why: 'missing' | 'different' | 'left over';
}

/** The first line of every generated file of this repository that can hold a comment. */
export const banner =
  '// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.\n';

/** The same in a client that is made outside. */
export const clientBanner =
  '// Compiled by `minfraud generate`. Do not edit: change the spec or its overlays and compile it again.\n';

/** Says in its index.ts which version of the SDK such a client was compiled by. */
export function versionLine(version: string): string {
  return `// minfraud-sdk ${version}\n`;
}

/** A release of the SDK that changes nothing of a client does not make it stale. */
export function withoutVersion(text: string): string {
  if (!text.startsWith(clientBanner)) return text;
  const rest = text.slice(clientBanner.length);
  return clientBanner + rest.replace(/^\/\/ minfraud-sdk .*\n/, '');
}

/** The first line of the README of such a client. */
export const readmeTitle = '# A minFraud client of your own\n';

/**
 * Compares byte for byte what is in a folder with what should be there. A file of ours that nothing
 * generates any more is left over; a file without our banner is not ours and stays, so that `--out` on a
 * folder in use takes nothing away.
 *
 * @param compared - The part of a text that counts.
 */
export function findDrift(
  directory: string,
  files: ReadonlyMap<string, string>,
  compared: (text: string) => string = (text) => text,
): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const [file, text] of files) {
    const present = contentOf(join(directory, file));
    if (present === undefined) stale.push({ file, why: 'missing' });
    else if (compared(present) !== compared(text)) stale.push({ file, why: 'different' });
  }
  for (const folder of new Set([...files.keys()].map((file) => posix.dirname(file)))) {
    for (const name of namesIn(join(directory, folder))) {
      const file = posix.join(folder, name);
      if (files.has(file) || !name.endsWith('.ts')) continue;
      if (isOurs(file, contentOf(join(directory, file)) ?? '')) {
        stale.push({ file, why: 'left over' });
      }
    }
  }
  return stale.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Links to nothing among the files and their folders: writing would follow them, out of the folder. */
export function brokenLinks(directory: string, files: ReadonlyMap<string, string>): string[] {
  const folders = [...files.keys()].map((file) => posix.dirname(file));
  const paths = new Set(['', ...folders, ...files.keys()].map((file) => join(directory, file)));
  return [...paths].filter((path) => {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink && !existsSync(path);
  });
}

/** Files that would be overwritten and that the compiler did not write. */
export function foreignFiles(directory: string, files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter((file) => {
    const present = contentOf(join(directory, file));
    return present !== undefined && !isOurs(file, present);
  });
}

function isOurs(file: string, text: string): boolean {
  if (file.endsWith('.ts')) return text.startsWith(banner) || text.startsWith(clientBanner);
  if (file.endsWith('.json')) return text.startsWith('{\n  "openapi": ');
  return text.startsWith(readmeTitle);
}

/**
 * Makes a folder hold exactly these files, or, when one cannot be written, what it held before. A file
 * that is right already keeps its time stamp.
 */
export function writeFiles(directory: string, files: ReadonlyMap<string, string>): StaleFile[] {
  const stale = findDrift(directory, files);
  const undo: (() => void)[] = [];
  try {
    for (const { file } of stale) replaceFile(join(directory, file), files.get(file), undo);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
  return stale;
}

/** Writes a file, or takes it away, and notes how to go back. */
function replaceFile(path: string, text: string | undefined, undo: (() => void)[]): void {
  const before = contentOf(path);
  if (text === undefined) {
    undo.push(() => {
      putBack(path, before);
    });
    rmSync(path);
  } else {
    const made = mkdirSync(dirname(path), { recursive: true });
    if (made !== undefined) {
      undo.push(() => {
        rmSync(made, { recursive: true, force: true });
      });
    }
    undo.push(() => {
      putBack(path, before);
    });
    writeFileSync(path, text);
  }
}

function putBack(path: string, before: string | undefined): void {
  if (before !== undefined) writeFileSync(path, before);
  else if (existsSync(path) && statSync(path).isFile()) rmSync(path);
}

function contentOf(path: string): string | undefined {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}
