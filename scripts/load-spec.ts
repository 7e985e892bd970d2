/** Step: a spec as one checked document, from a folder or a file, with overlays applied. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, posix } from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../src/formats/record.ts';
import { checkDocument, checkSubset, type ReadSource } from './check-subset.ts';
import { Composition } from './compose.ts';
import type { OpenApiDocument } from './document.ts';
import { applyOverlays, sourceOf, type Written } from './overlay.ts';
import { sortComponents } from './sort-components.ts';
import { namesOf, pointerTo, type Problem, SpecError } from './spec-error.ts';

/** What is compiled. */
export interface SpecSource {
  /** A folder with `openapi.yaml` and what it refers to, or a bundled document, JSON or YAML. */
  readonly spec: string;
  /** Files of overlays, applied in this order. */
  readonly overlays?: readonly string[];
}

export interface LoadedSpec {
  readonly document: OpenApiDocument;
  /** Where a person has to look, for a problem that a later step finds in a component. */
  readonly inSource: (problem: Problem) => Problem;
}

/** Throws a SpecError with every problem that it found, each at its place in the files that were given. */
export async function loadSpec({ spec, overlays = [] }: SpecSource): Promise<LoadedSpec> {
  const isFolder = statSync(spec).isDirectory();
  const base = isFolder ? await fromFolder(spec) : fromFile(spec);
  if (overlays.length === 0) return base;
  const read = overlays.map((file) => ({ file, content: parseFile(file, file) }));
  const { document, written } = applyOverlays(base.document, read);
  const name = isFolder ? 'openapi.yaml' : basename(spec);
  const inSource = (problem: Problem): Problem => blame(problem, written, base, name);
  try {
    const unused = checkDocument(document, name);
    const problems = unused
      .map((pointer) => sourceOf(written, pointer))
      .filter((source) => source !== undefined)
      .map((source) => ({ ...source, message: 'nothing refers to this component' }));
    if (problems.length > 0) throw new SpecError(problems);
  } catch (error) {
    throw error instanceof SpecError ? mapped(error, inSource) : error;
  }
  return { document: sortComponents(document), inSource };
}

/** The same error, its problems at other places. */
export function mapped(error: SpecError, inSource: LoadedSpec['inSource']): SpecError {
  const problems = error.problems.map(inSource);
  const isNew = (problem: Problem, index: number): boolean =>
    problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(problem)) === index;
  return new SpecError(problems.filter(isNew));
}

async function fromFolder(folder: string): Promise<LoadedSpec> {
  const composition = new Composition((file) => parseFile(join(folder, file)));
  const read = (file: string): unknown => composition.file(file);
  const sources = checkComposed(read, composition);
  refuseUnused(folder, new Set([...sources.keys(), ...composition.parts]));
  const files = new Map<string, string>();
  for (const [file, kind] of sources) {
    if (kind === 'schema') files.set(basename(file, extname(file)), file);
  }
  const inSource = (problem: Problem): Problem => {
    const { file, pointer } = inComponent(problem);
    const place = { ...problem, file: files.get(file) ?? file, pointer };
    return composition.origin(sources.has(place.file) ? followed(place, read) : place);
  };
  const { bundle } = await import('./bundle.ts');
  return { document: await bundle(folder, read), inSource };
}

/** A place in a named schema of the whole document, as the steps after loading call it. */
function inComponent(problem: Problem): Problem {
  const [, component, pointer = ''] =
    /^\/components\/schemas\/([^/]+)(.*)$/.exec(problem.pointer) ?? [];
  if (problem.file !== 'openapi.yaml' || component === undefined) return problem;
  return { ...problem, file: component, pointer };
}

/** A place of the bundled document, as the files have it: a `$ref` on the way leads into the next file. */
function followed(problem: Problem, read: ReadSource): Problem {
  let { file } = problem;
  let pointer = '';
  let node = read(file);
  for (const name of namesOf(problem.pointer)) {
    if (isRecord(node) && typeof node['$ref'] === 'string' && name !== '$ref') {
      file = posix.join(posix.dirname(file), node['$ref']);
      pointer = '';
      node = read(file);
    }
    pointer = pointerTo(pointer, name);
    node = (node as Record<string, unknown> | undefined)?.[name];
  }
  return { ...problem, file, pointer };
}

/** What is wrong with a part is said once, where it was written. */
function checkComposed(read: ReadSource, { origin }: Composition): ReadonlyMap<string, string> {
  try {
    return checkSubset(read);
  } catch (error) {
    throw error instanceof SpecError ? mapped(error, origin) : error;
  }
}

function fromFile(path: string): LoadedSpec {
  const name = basename(path);
  const content = parseFile(path, name);
  checkDocument(content, name);
  const document = content as OpenApiDocument;
  const inSource = (problem: Problem): Problem => inDocument(problem, document, name);
  return { document: sortComponents(document), inSource };
}

/** Steps after loading name a component, or `openapi.yaml` for the document itself. */
function inDocument(problem: Problem, document: OpenApiDocument, name: string): Problem {
  const { file: component, pointer } = problem;
  if (component === 'openapi.yaml') return { ...problem, file: name };
  if (document.components?.schemas?.[component] === undefined) return problem;
  return { ...problem, file: name, pointer: `/components/schemas/${component}${pointer}` };
}

/** What an overlay wrote is looked for in the overlay, the rest in what it was applied to. */
function blame(
  problem: Problem,
  written: readonly Written[],
  base: LoadedSpec,
  name: string,
): Problem {
  const { file, pointer } = problem;
  const isPlaced = file === name || file === 'openapi.yaml';
  const source = sourceOf(written, isPlaced ? pointer : `/components/schemas/${file}${pointer}`);
  if (source !== undefined) return { ...problem, ...source };
  return base.inSource(isPlaced ? inComponent({ ...problem, file: 'openapi.yaml' }) : problem);
}

/** YAML with merge keys, of which JSON is a part: what it says of a duplicate key or a slip names line and column. */
function parseFile(path: string, name?: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return parse(text, { merge: true }) as unknown;
  } catch (error) {
    if (name === undefined) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new SpecError([{ file: name, pointer: '', message }]);
  }
}

/**
 * A schema that nothing refers to would be missing from every generated file without a word. An example
 * may serve tests alone.
 */
function refuseUnused(folder: string, sources: ReadonlySet<string>): void {
  const unused = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ya?ml|json)$/.test(file) && !file.startsWith('examples/'))
    .filter((file) => !sources.has(file))
    .sort();
  if (unused.length === 0) return;
  const message = 'nothing refers to this file';
  throw new SpecError(unused.map((file) => ({ file, pointer: '', message })));
}
