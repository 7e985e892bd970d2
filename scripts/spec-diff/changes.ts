/**
 * What changed between two bundled documents, and which version the change needs. `redocly diff` compares
 * what is sent and what comes back; what it cannot know is in `program-changes.ts`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { callView } from '../calls.ts';
import { type Directions, directionsOf } from '../direction.ts';
import { isOpenEnum, type OpenApiDocument, type Schema } from '../document.ts';
import { resolvePeer } from '../peers.ts';
import { type Bump, breakingFirst, type SpecChange } from './change.ts';
import { directionOf, placeIn } from './place.ts';
import { programChanges } from './program-changes.ts';

/** Every change, breaking ones first. */
export async function specChanges(
  base: OpenApiDocument,
  revision: OpenApiDocument,
): Promise<SpecChange[]> {
  const own = programChanges(base, revision);
  const compared = await compare(comparable(base), comparable(revision));
  const known = new Set(own.map(({ pointer }) => pointer));
  const found = compared.map(toChange).filter(({ pointer }) => !isKnown(pointer, known));
  const directions = [directionsIn(revision), directionsIn(base)];
  return breakingFirst([...found, ...own].map((change) => directed(change, directions)));
}

/** Whether something more exact is said of this place, or of the property that it is a keyword of. */
function isKnown(pointer: string, known: ReadonlySet<string>): boolean {
  return known.has(pointer) || known.has(pointer.replace(/\/x-model-name$/, ''));
}

function directionsIn(spec: OpenApiDocument): Directions {
  const { document, calls } = callView(spec);
  return directionsOf(document, calls);
}

function directed(change: SpecChange, candidates: readonly Directions[]): SpecChange {
  for (const directions of candidates) {
    const direction = directionOf(change.pointer, directions);
    if (direction !== undefined) return { ...change, direction };
  }
  return change;
}

/**
 * The document as the comparison reads it best. An open enumeration is any string, so that one word more
 * breaks nothing; its words are compared apart. A text answer is the record that it holds.
 */
function comparable(document: OpenApiDocument): unknown {
  const convert = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(convert);
    if (typeof node !== 'object' || node === null) return node;
    const schema = node as Schema;
    if (schema.contentSchema !== undefined) return convert(schema.contentSchema);
    if (isOpenEnum(schema)) return { type: 'string', description: schema.description ?? '' };
    return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, convert(child)]));
  };
  return convert(document);
}

/** What is used of the tool's report. */
interface Compared {
  readonly kind: 'added' | 'removed' | 'modified';
  readonly property?: string;
  readonly impact: Bump;
  readonly verdicts?: readonly { readonly message: string }[];
  readonly base?: { readonly pointer: string; readonly value?: unknown };
  readonly revision?: { readonly pointer: string; readonly value?: unknown };
}

/** The tool is a program; it needs to be told which rules to judge by. */
async function compare(base: unknown, revision: unknown): Promise<readonly Compared[]> {
  const folder = await mkdtemp(join(tmpdir(), 'spec-diff-'));
  try {
    const files = ['base.json', 'revision.json', 'redocly.yaml'];
    const texts = [JSON.stringify(base), JSON.stringify(revision), 'extends: [diff-recommended]\n'];
    await Promise.all(
      files.map((file, index) => writeFile(join(folder, file), texts[index] ?? '')),
    );
    const program = join(dirname(resolvePeer('@redocly/cli/package.json')), 'bin', 'cli.js');
    const [first = '', second = '', config = ''] = files;
    const parameters = [program, 'diff', first, second, '--config', config, '--format', 'json'];
    const output = await run(parameters, folder);
    return (JSON.parse(output) as { changes: Compared[] }).changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(parameters: string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    // Its status is 1 where it found a breaking change.
    execFile(process.execPath, parameters, options, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`redocly diff gave no report: ${stderr}`, { cause: error }));
    });
  });
}

function toChange({ kind, property, impact, verdicts = [], base, revision }: Compared): SpecChange {
  const pointer = (revision ?? base)?.pointer.replace(/^#/, '') ?? '';
  const bump = bumpFor({ kind, property, impact, pointer });
  const place = placeIn(pointer, property);
  const judged = verdicts.map(({ message }) => message.replaceAll('`', '"')).join(' ');
  if (judged !== '') return { bump, pointer, message: `${place}: ${judged}` };
  const added = property === 'enum' ? addedWords(base?.value, revision?.value) : [];
  if (added.length > 0)
    return { bump, pointer, message: `${place}: ${added.join(', ')} was added.` };
  const what = property === undefined ? `it was ${kind}` : `"${property}" changed`;
  return { bump, pointer, message: `${place}: ${what}.` };
}

interface Judged {
  readonly kind: Compared['kind'];
  readonly property: string | undefined;
  readonly impact: Bump;
  readonly pointer: string;
}

function bumpFor({ kind, property, impact, pointer }: Judged): Bump {
  // One word more is a feature, though the service takes every request that it took.
  if (impact === 'patch' && property === 'enum') return 'minor';
  // What a webhook no longer says is missing in programs, though MaxMind is the one that asks.
  const isWebhookParameter = /^\/webhooks\/.*\/parameters\/\d+$/.test(pointer);
  return kind === 'removed' && isWebhookParameter ? 'major' : impact;
}

function addedWords(base: unknown, revision: unknown): unknown[] {
  const before = new Set(Array.isArray(base) ? (base as unknown[]) : []);
  return Array.isArray(revision) ? (revision as unknown[]).filter((word) => !before.has(word)) : [];
}
