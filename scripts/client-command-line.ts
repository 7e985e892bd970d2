/** The command `minfraud generate`: what its options mean. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  commandOf,
  type Compiled,
  runGuarded,
  sharedOptions,
  sourceOf,
  UsageError,
} from './command-run.ts';
import { compileClient, compiledDocument, type ImportEnding, type SpecSource } from './compile.ts';
import { foreignFiles } from './drift.ts';
import { type Peer, requirePeers } from './peers.ts';
import type { Print } from './print.ts';
import type { SpecChange } from './spec-diff/change.ts';
import { specChanges } from './spec-diff/changes.ts';
import { isSpecFolder, readDocument } from './spec-diff/read-document.ts';

const usage = `minfraud generate [--check] [--spec DIR|FILE] [--overlay FILE]... [--imports js|ts|none] --out DIR
minfraud generate [--spec DIR|FILE] [--overlay FILE]... --since OLD

  Writes a client of your own: index.ts with MinFraud, the types, checks and names of the edited spec.
  With --since: says what changed, whether it breaks programs, and which version it needs.

  --spec DIR|FILE  folder with openapi.yaml and what it refers to, or one bundled document
                   (default: the spec that this package ships)
  --overlay FILE   an OpenAPI Overlay to apply; several are applied in the order given
  --out DIR        folder that gets the generated files
  --imports WORD   how the files name each other: ./tables.js (js, the default), ./tables.ts (ts), ./tables (none)
  --check          write nothing; fail and name the files that the spec no longer compiles to
  --since OLD      compare with a client that was generated before (its folder), another spec's folder, or
                   a bundled document; fail when something breaks; without --out write nothing
`;

/** What a client runs on. */
export interface InstalledSdk {
  /** The path of the document that it ships. */
  readonly spec: string;
  readonly version: string;
}

/**
 * Gives the exit status: 0 done, 1 stale, breaking or refused, 2 wrong usage.
 *
 * @param sdk - The installed SDK: its version, and the document to compile unless another is named.
 * @param complain - Prints why nothing was done.
 */
export function runClientCommandLine(
  parameters: readonly string[],
  print: Print,
  sdk: InstalledSdk,
  complain: Print = print,
): Promise<number> {
  return runGuarded({ print, complain, help: usage }, async () => {
    const { values } = parseArgs({
      args: [...parameters],
      options: { ...sharedOptions, imports: { type: 'string' }, since: { type: 'string' } },
    });
    if (values.help === true) return usage;
    const { spec, overlay = [], imports, out, since, check = false } = values;
    if (out === undefined && (since === undefined || check))
      throw new UsageError('Name the folder for the client with --out.');
    const ending = endings[imports ?? 'js'];
    if (ending === undefined)
      throw new UsageError(`--imports is js, ts or none, not "${imports ?? ''}".`);
    const source = sourceOf(spec ?? sdk.spec, overlay);
    requirePeers('Generating a client', [
      ...(out === undefined ? [] : generators),
      ...(statSync(source.spec).isDirectory() ? (['@redocly/openapi-core'] as const) : []),
    ]);
    // Before anything is written: the older client may be the one that is written over.
    const changes = since === undefined ? undefined : await changesSince(since, source);
    if (out === undefined) return { changes };
    const again = commandOf('npx minfraud-cli generate', '', { spec, overlay, imports, out });
    return { check, changes, compiled: await client(source, { again, ending, out, sdk }) };
  });
}

/** What writes the types of a client. */
const generators = ['typescript', '@hey-api/openapi-ts', 'openapi-typescript'] as const;

const endings: Readonly<Record<string, ImportEnding>> = { js: '.js', ts: '.ts', none: '' };

interface ClientOptions {
  readonly again: string;
  readonly ending: ImportEnding;
  readonly out: string;
  /** The patterns of its document were analyzed before it was published. */
  readonly sdk: InstalledSdk;
}

async function client(
  source: SpecSource,
  { again, ending, out, sdk }: ClientOptions,
): Promise<Compiled> {
  const folder = resolve(out);
  const known: unknown = JSON.parse(readFileSync(sdk.spec, 'utf8'));
  const files = await compileClient(source, { again, version: sdk.version, ending, known });
  const foreign = foreignFiles(folder, files);
  if (foreign.length > 0) {
    const names = foreign.join(', ');
    throw new UsageError(
      `${names} in ${folder} ${foreign.length > 1 ? 'were' : 'was'} not made by this command, and would be overwritten. Name another folder with --out.`,
    );
  }
  return { out: folder, again, files };
}

async function changesSince(old: string, source: SpecSource): Promise<SpecChange[]> {
  const bundler: Peer[] = isSpecFolder(old) ? ['@redocly/openapi-core'] : [];
  requirePeers('Comparing specs', ['@redocly/cli', ...bundler]);
  const base = await readDocument(old);
  return specChanges(base, await compiledDocument(source));
}
