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
import { deprecationNotice } from '../documentation.ts';
import { isOpenEnum, type OpenApiDocument, type Schema } from '../document.ts';
import { resolvePeer } from '../peers.ts';
import { type Bump, breakingFirst, type Direction, type SpecChange } from './change.ts';
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
  const directions = [directionsIn(revision), directionsIn(base)];
  const found = compared
    .map((change) => toChange(change, directions))
    .filter(({ pointer }) => !isKnown(pointer, known));
  return breakingFirst([...found, ...own.map((change) => directed(change, directions))]);
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
  const direction = firstDirection(change.pointer, candidates);
  return direction === undefined ? change : { ...change, direction };
}

function firstDirection(pointer: string, candidates: readonly Directions[]): Direction | undefined {
  const found = candidates.map((directions) => directionOf(pointer, directions));
  return found.find((direction) => direction !== undefined);
}

/** What an open enumeration says of its words. */
const words = new Set(['x-extensible-enum', 'x-enum-descriptions']);

/**
 * The document as the comparison reads it best. An open enumeration is any string, so that one word more
 * breaks nothing; its words are compared apart. A text response is the record that it holds.
 */
function comparable(document: OpenApiDocument): unknown {
  const convert = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(convert);
    if (typeof node !== 'object' || node === null) return node;
    const schema = node as Schema;
    if (schema.contentSchema !== undefined) return convert(schema.contentSchema);
    const isWord = (name: string): boolean => isOpenEnum(schema) && words.has(name);
    const members = Object.entries(node).filter(([name]) => !isWord(name));
    const children = members.map(([name, child]) => [name, convert(child)] as const);
    // What explains a deprecation is one text.
    const notice = schema['x-deprecated'] && deprecationNotice(schema['x-deprecated']);
    return { ...Object.fromEntries(children), ...(notice && { 'x-deprecated': notice }) };
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

function toChange(compared: Compared, directions: readonly Directions[]): SpecChange {
  const { kind, property, verdicts = [], base, revision } = compared;
  const pointer = (revision ?? base)?.pointer.replace(/^#/, '') ?? '';
  const direction = firstDirection(pointer, directions);
  const bump = bumpFor(compared, pointer, direction);
  const judged = verdicts.map(({ message }) => message.replaceAll('`', '"')).join(' ');
  const what =
    property === undefined
      ? `it was ${kind}.`
      : inWords(property, base?.value, revision?.value, bump);
  const message = `${placeIn(pointer, property)}: ${judged === '' ? what : judged}`;
  return { bump, pointer, message, ...(direction === undefined ? {} : { direction }) };
}

/** Keywords that explain, and that no program depends on. */
const annotations = new Set([
  ...['title', 'summary', 'description', 'examples', 'example', 'externalDocs', 'tags'],
  ...['x-advice', 'x-client-note', 'x-field-anchor', 'x-enum-descriptions', 'x-deprecated'],
]);

/** Keywords of an operation that change what the client does with it. */
const behaviors = new Set(['x-retryable', 'x-body-limit']);

/** What `redocly diff` finds compatible is a patch to it, though a program can do more than before. */
function bumpFor(
  { kind, property, impact }: Compared,
  pointer: string,
  direction: Direction | undefined,
): Bump {
  // What a webhook no longer says is missing in programs, though MaxMind is the one that asks.
  const isWebhookParameter = /^\/webhooks\/.*\/parameters\/\d+$/.test(pointer);
  if (kind === 'removed' && isWebhookParameter) return 'major';
  if (impact !== 'patch' || property === undefined) return impact;
  // SemVer 7: what is marked as deprecated needs a minor version, and a line that says so.
  if (property === 'deprecated' || behaviors.has(property)) return 'minor';
  if (property === 'enum') return 'minor';
  const isTaken = direction?.startsWith('requests') === true;
  // What a value means stands one deeper: under its name.
  const explains = annotations.has(property) || /\/x-enum-descriptions(\/|$)/.test(pointer);
  return isTaken && !explains ? 'minor' : 'patch';
}

/** A sentence for the change log, or for a patch, which is in none, that something changed. */
function inWords(property: string, before: unknown, after: unknown, bump: Bump): string {
  const [added, lost] = [missingIn(before, after), missingIn(after, before)];
  if (property === 'enum' && added.length > 0) return `${added.join(', ')} was added.`;
  if (property === 'required' && lost.length > 0) return `no longer required: ${lost.join(', ')}.`;
  if (property === 'deprecated')
    return after === true ? 'it is deprecated.' : 'it is no longer deprecated.';
  if (bump === 'patch') return `"${property}" changed.`;
  if (after === undefined) return `"${property}" was removed; it was ${JSON.stringify(before)}.`;
  const was = before === undefined ? '' : `, and was ${JSON.stringify(before)}`;
  return `"${property}" is ${JSON.stringify(after)}${was}.`;
}

/** The members of a list that another does not have. */
function missingIn(list: unknown, other: unknown): unknown[] {
  const known = new Set(Array.isArray(list) ? (list as unknown[]) : []);
  return Array.isArray(other) ? (other as unknown[]).filter((member) => !known.has(member)) : [];
}
