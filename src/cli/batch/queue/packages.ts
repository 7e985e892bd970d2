/** The packages that a queue needs and an installed SDK does not bring: optional peers. */
import { createRequire } from 'node:module';
import type Pg from 'pg';
import type PgBoss from 'pg-boss';
import { resolvePeer } from '../../../../scripts/peers.ts';
import { CommandError } from '../../exit.ts';

export interface QueuePackages {
  readonly pg: typeof Pg;
  readonly PgBoss: typeof PgBoss;
}

/** What works together. pg-boss 11 and newer differ in their calls, and 12 needs Node 22.12. */
const needed = { 'pg-boss': { major: 10, version: '10.4.2' }, pg: { major: 8, version: '8.23.1' } };

type Name = keyof typeof needed;

const names: readonly Name[] = ['pg-boss', 'pg'];

export function queuePackages(resolve: (specifier: string) => string = resolvePeer): QueuePackages {
  const wrong = names.flatMap((name) => {
    const found = majorOf(name, resolve);
    if (found === needed[name].major) return [];
    return [found === undefined ? name : `${name} ${needed[name].major} (not ${found})`];
  });
  if (wrong.length > 0) {
    const packages = names.map((name) => `${name}@${needed[name].version}`).join(' ');
    throw new CommandError(`A queue needs ${wrong.join(' and ')}: npm install ${packages}`);
  }
  return {
    pg: load('pg', resolve) as typeof Pg,
    PgBoss: load('pg-boss', resolve) as typeof PgBoss,
  };
}

function majorOf(name: Name, resolve: (specifier: string) => string): number | undefined {
  try {
    const { version } = load(`${name}/package.json`, resolve) as { readonly version: string };
    return Number.parseInt(version, 10);
  } catch {
    return undefined;
  }
}

/** Both are CommonJS, and may stand in the user's project instead of next to this program. */
function load(specifier: string, resolve: (specifier: string) => string): unknown {
  const path = resolve(specifier);
  return createRequire(path)(path);
}
