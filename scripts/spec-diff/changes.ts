/**
 * What changed between two bundled documents, and which version the change needs. `redocly diff` compares;
 * what it cannot know is said here: open enumerations, words that programs name, texts with a structure.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  dereference,
  enumSchema,
  isOpenEnum,
  type OpenApiDocument,
  type Schema,
} from '../document.ts';
import { resolvePeer } from '../peers.ts';
import { namesOf, pointerTo } from '../spec-error.ts';

export type Bump = 'major' | 'minor' | 'patch';

/** One difference, and the version that it needs. */
export interface SpecChange {
  readonly bump: Bump;
  /** JSON Pointer, in the revision, or in the base for what is gone. */
  readonly pointer: string;
  readonly message: string;
}

/** Every change, breaking ones first. */
export async function specChanges(
  base: OpenApiDocument,
  revision: OpenApiDocument,
): Promise<SpecChange[]> {
  const compared = await compare(comparable(base), comparable(revision));
  const changes = [...compared.map(toChange), ...wordChanges(base, revision)];
  return changes.sort((a, b) => bumps.indexOf(a.bump) - bumps.indexOf(b.bump));
}

const bumps: readonly Bump[] = ['major', 'minor', 'patch'];

/** The version that all changes together need; `undefined` where nothing changed. */
export function bumpOf(changes: readonly SpecChange[]): Bump | undefined {
  return bumps.find((bump) => changes.some((change) => change.bump === bump));
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
  // One word more is a feature, though the service takes every request that it took.
  const bump = impact === 'patch' && property === 'enum' ? 'minor' : impact;
  const place = placeIn(pointer, property);
  const judged = verdicts.map(({ message }) => message.replaceAll('`', '"')).join(' ');
  if (judged !== '') return { bump, pointer, message: `${place}: ${judged}` };
  const added = property === 'enum' ? addedWords(base?.value, revision?.value) : [];
  if (added.length > 0)
    return { bump, pointer, message: `${place}: ${added.join(', ')} was added.` };
  const what = property === undefined ? `it was ${kind}` : `"${property}" changed`;
  return { bump, pointer, message: `${place}: ${what}.` };
}

function addedWords(base: unknown, revision: unknown): unknown[] {
  const before = new Set(Array.isArray(base) ? (base as unknown[]) : []);
  return Array.isArray(revision) ? (revision as unknown[]).filter((word) => !before.has(word)) : [];
}

/** `Event.sales_channel`, `/minfraud/v2.0/score post`: where a reader of the change log looks for it. */
function placeIn(pointer: string, property?: string): string {
  const names = namesOf(pointer);
  if (names.at(-1) === property) names.pop();
  if (names[0] === 'components') {
    return names
      .slice(2)
      .filter((name) => name !== 'properties')
      .join('.');
  }
  return (names[0] === 'paths' ? names.slice(1) : names).join(' ');
}

/** Words of open enumerations are values in code: one more is a feature, one less does not compile. */
function* wordChanges(base: OpenApiDocument, revision: OpenApiDocument): Generator<SpecChange> {
  const before = openEnums(base);
  for (const [pointer, words] of openEnums(revision)) {
    const old = before.get(pointer);
    if (old === undefined) continue;
    const added = words.filter((word) => !old.includes(word));
    const lost = old.filter((word) => !words.includes(word));
    const place = placeIn(pointer);
    if (added.length > 0) {
      const message = `${place}: ${added.join(', ')} was added.`;
      yield { bump: 'minor', pointer, message };
    }
    if (lost.length > 0) {
      const message = `${place}: ${lost.join(', ')} is gone; programs that name it do not compile.`;
      yield { bump: 'major', pointer, message };
    }
  }
}

function openEnums(document: OpenApiDocument): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Schema;
    if (isOpenEnum(schema)) {
      found.set(pointer, enumSchema(dereference(document, schema))?.enum ?? []);
      return;
    }
    for (const [name, child] of Object.entries(node)) visit(child, pointerTo(pointer, name));
  };
  visit(document, '');
  return found;
}
