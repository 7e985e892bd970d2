/** The whole compilation: a spec in, the text of every generated file out. */
import { isRecord } from '../src/formats/record.ts';
import { type Call, callView } from './calls.ts';
import { refuseSlowPatterns } from './check-patterns.ts';
import { clientIndex, clientReadme } from './client-index.ts';
import { directionsOf } from './direction.ts';
import type { OpenApiDocument } from './document.ts';
import { documented, inModelNames, inTags } from './documentation.ts';
import { banner, clientBanner, versionLine } from './drift.ts';
import { refuseUnexplained } from './editorial.ts';
import { type LoadedSpec, loadSpec, mapped, type SpecSource } from './load-spec.ts';
import { modelView } from './model-view.ts';
import { operations } from './operations.ts';
import { SpecError } from './spec-error.ts';
import { tables } from './tables/tables.ts';

export type { SpecSource } from './load-spec.ts';

export interface CompileOptions {
  /** What generated files import the types of operations and tables from. */
  readonly runtime?: string;
  /** Where the fields of requests go, for the command line; without it they are not written. */
  readonly cliFlags?: string | undefined;
  /** A document whose patterns were analyzed before; without it none is. */
  readonly known?: unknown;
  /** Whether the spec has to say what people read, as that of this repository has. */
  readonly isOwn?: boolean;
}

/** How the files of a client name each other: with the ending that its compiler or bundler wants. */
export type ImportEnding = '.js' | '.ts' | '';

/** Every generated file of this repository by its path relative to the output folder. */
export async function compile(
  spec: string | SpecSource,
  {
    runtime = '../src/operation.ts',
    cliFlags: cliFlagsFile,
    known,
    isOwn = false,
  }: CompileOptions = {},
): Promise<Map<string, string>> {
  const source = typeof spec === 'string' ? { spec } : spec;
  return withSources(await loadSpec(source), async (document) => {
    if (known !== undefined) refuseSlowPatterns(document, known);
    if (isOwn) refuseUnexplained(document, callView(document).calls);
    const [{ portable }, { cliFlags }] = await Promise.all([
      import('./portable/portable.ts'),
      import('./cli-flags.ts'),
    ]);
    // First: it refuses what the other steps rely on.
    const { files, called, calls } = await coreOf(document, { head: `${banner}\n`, runtime });
    const quick = new Map([['openapi-3.0.json', toJson(portable(document))]]);
    if (cliFlagsFile !== undefined) quick.set(cliFlagsFile, cliFlags(document, `${banner}\n`));
    // A handwritten client cannot offer what a generated one could not.
    if (isOwn) clientIndex(called, calls, await modelsIn(files), '');
    return new Map([...quick, ...files]);
  });
}

export interface ClientCompileOptions extends Pick<CompileOptions, 'known'> {
  /** The command that compiles the client again. */
  readonly again: string;
  /** The version of the SDK that it is compiled for. */
  readonly version: string;
  readonly ending?: ImportEnding;
}

/** Every file of a client for programs outside this repository, which runs on the installed package. */
export async function compileClient(
  source: SpecSource,
  { again, version, ending = '.js', known }: ClientCompileOptions,
): Promise<Map<string, string>> {
  return withSources(await loadSpec(source), async (document) => {
    if (known !== undefined) refuseSlowPatterns(document, known);
    const { files, called, calls } = await coreOf(document, {
      head: `${clientBanner}\n`,
      runtime: 'minfraud-sdk/runtime',
    });
    const models = await modelsIn(files);
    const head = `${clientBanner}${versionLine(version)}\n`;
    const all = [
      ...files,
      ['openapi.json', toLines(document)],
      ['index.ts', clientIndex(called, calls, models, head)],
      ['README.md', clientReadme(called, calls, again)],
    ] as const;
    return new Map(all.map(([file, text]) => [file, withEnding(text, ending)]));
  });
}

/** The checked document that a client is compiled from; refuses what its names or calls cannot be made of. */
export async function compiledDocument(source: SpecSource): Promise<OpenApiDocument> {
  return withSources(await loadSpec(source), (document) => {
    const { document: called, calls } = callView(document);
    modelView(called, calls);
    return Promise.resolve(document);
  });
}

async function coreOf(
  document: OpenApiDocument,
  { head, runtime }: { readonly head: string; readonly runtime: string },
): Promise<{ files: Map<string, string>; called: OpenApiDocument; calls: readonly Call[] }> {
  const { document: called, calls } = callView(document);
  const model = modelView(documented(called, 'model', calls), calls);
  const view = inTags(inModelNames(model, called));
  // The quick steps first: they refuse a spec before the slow ones start.
  const files = new Map([
    ['openapi.json', toJson(document)],
    ['tables.ts', tables(called, calls, { banner: head, runtime })],
    ['operations.ts', operations(called, calls, { banner: head, runtime })],
  ]);
  const [{ modelTypes }, { modelIndex, refineModels }, { wireTypes }] = await Promise.all([
    import('./model-types.ts'),
    import('./refine-models.ts'),
    import('./wire-types.ts'),
  ]);
  const [models, wire] = await Promise.all([
    modelTypes(view, directionsOf(called, calls).request),
    wireTypes(inTags(documented(document, 'wire')), head),
  ]);
  const types = refineModels(models, view);
  files.set('wire.ts', wire);
  files.set('models/types.ts', head + types).set('models/index.ts', head + modelIndex(types));
  return { files, called, calls };
}

async function modelsIn(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, boolean>> {
  const { modelNames } = await import('./refine-models.ts');
  return modelNames(files.get('models/types.ts') ?? '');
}

/** Problems that a step finds in a component, told of the file that a person wrote. */
async function withSources<T>(
  { document, inSource }: LoadedSpec,
  generate: (document: OpenApiDocument) => Promise<T>,
): Promise<T> {
  try {
    return await generate(document);
  } catch (error) {
    throw error instanceof SpecError ? mapped(error, inSource) : error;
  }
}

/** The files import each other; only these imports begin with a dot. */
function withEnding(text: string, ending: ImportEnding): string {
  return text.replaceAll(
    / from '(\.{1,2}\/[^']*)\.ts';/g,
    (_, path: string) => ` from '${path}${ending}';`,
  );
}

/** How far into a document a line is broken: at each operation and each component. */
const depths: Readonly<Record<string, number>> = { paths: 1, webhooks: 1, components: 2 };

/**
 * The whole document, a line for each path and component: in the user's repository it is a third smaller than
 * indented, and a comparison of two versions still shows what changed. No program loads it but the emulator, other
 * tools, and `--since`, which compares with it after the SDK's own document has moved on.
 */
function toLines(document: OpenApiDocument): string {
  const members = Object.entries(document).map(
    ([name, member]) => `  ${JSON.stringify(name)}: ${broken(member, depths[name] ?? 0, '  ')}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

function broken(value: unknown, depth: number, indent: string): string {
  if (depth === 0 || !isRecord(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${broken(member, depth - 1, inner)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function toJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
