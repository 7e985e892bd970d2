/** The command `npm run spec:diff`: what a change of the spec means for users, and for the next version. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Print } from '../command-line.ts';
import type { OpenApiDocument } from '../document.ts';
import { type Bump, bumpOf, type SpecChange, specChanges } from './changes.ts';

const usage = `npm run spec:diff -- BASE [REVISION]

  BASE, REVISION  a bundled document, or a revision of git whose generated/openapi.json is meant
                  (default of REVISION: generated/openapi.json as it is now)
`;

/** Gives the exit status: 0 nothing breaks, 1 something does, 2 wrong usage. */
export async function runSpecDiff(parameters: readonly string[], print: Print): Promise<number> {
  const [base, revision = 'generated/openapi.json', ...others] = parameters;
  if (base === undefined || others.length > 0 || base.startsWith('-')) {
    print(usage);
    return 2;
  }
  let documents: readonly [OpenApiDocument, OpenApiDocument];
  try {
    documents = [read(base), read(revision)];
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const changes = await specChanges(...documents);
  const bump = bumpOf(changes);
  if (bump === undefined) {
    print('The documents say the same.');
    return 0;
  }
  list('Breaking', changes, ['major'], print);
  list('Compatible', changes, ['minor', 'patch'], print);
  print(`This needs a ${bump} version. The changeset (.changeset/spec.md):\n`);
  print(changesetOf(changes, bump));
  return bump === 'major' ? 1 : 0;
}

/** A file, or what git has of the generated document at a revision. */
function read(name: string): OpenApiDocument {
  if (existsSync(name)) return parse(readFileSync(name, 'utf8')) as OpenApiDocument;
  try {
    const parameters = ['show', `${name}:generated/openapi.json`];
    const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: 'pipe' } as const;
    return JSON.parse(execFileSync('git', parameters, options)) as OpenApiDocument;
  } catch {
    throw new Error(`${name} is neither a file nor a revision with generated/openapi.json.`);
  }
}

function list(
  title: string,
  changes: readonly SpecChange[],
  wanted: readonly Bump[],
  print: Print,
): void {
  const chosen = changes.filter(({ bump }) => wanted.includes(bump));
  if (chosen.length === 0) return;
  print(`${title}:`);
  for (const { bump, pointer, message } of chosen)
    print(`  ${bump}  ${message}\n         ${pointer}`);
  print('');
}

/** What changesets reads: the package with the kind of version, and the lines of the change log. */
function changesetOf(changes: readonly SpecChange[], bump: Bump): string {
  const told = changes.filter((change) => change.bump !== 'patch');
  const lines = told.map(({ bump: own, message }) =>
    own === 'major' ? `- **Breaking:** ${message}` : `- ${message}`,
  );
  const text =
    lines.length > 0 ? lines.join('\n') : 'The spec describes the services more exactly.';
  return `---\n'minfraud-sdk': ${bump}\n---\n\n${text}\n`;
}
