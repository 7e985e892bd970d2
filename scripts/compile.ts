/** The whole compilation: a folder with a spec in, the text of every generated file out. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from './bundle.ts';
import { checkSubset } from './check-subset.ts';
import { directionsOf } from './direction.ts';
import type { OpenApiDocument } from './document.ts';
import { banner } from './drift.ts';
import { modelTypes } from './model-types.ts';
import { modelView } from './model-view.ts';
import { portable } from './portable/portable.ts';
import { modelIndex, refineModels } from './refine-models.ts';
import { SpecError } from './spec-error.ts';
import { tables } from './tables/tables.ts';
import { wireTypes } from './wire-types.ts';

/** Every generated file by its path relative to the output folder. */
export async function compile(specDirectory: string): Promise<Map<string, string>> {
  const sources = checkSubset(
    (file) => parse(readFileSync(join(specDirectory, file), 'utf8')) as unknown,
  );
  refuseUnused(specDirectory, sources);
  try {
    return await generate(await bundle(specDirectory));
  } catch (error) {
    throw error instanceof SpecError ? inSourceFiles(error, sources) : error;
  }
}

async function generate(document: OpenApiDocument): Promise<Map<string, string>> {
  const head = `${banner}\n`;
  const view = modelView(document);
  // The quick steps first: they refuse a spec before the slow ones start.
  const files = new Map([
    ['openapi.json', toJson(document)],
    ['openapi-3.0.json', toJson(portable(document))],
    ['tables.ts', tables(document, head)],
  ]);
  const [wire, printed] = await Promise.all([wireTypes(document, head), modelTypes(view)]);
  const types = refineModels(printed, view, directionsOf(document).request);
  return files
    .set('wire.ts', wire)
    .set('models/types.ts', head + types)
    .set('models/index.ts', head + modelIndex(types));
}

/**
 * A schema that nothing refers to would be missing from every generated file without a word. An example
 * may serve tests alone.
 */
function refuseUnused(specDirectory: string, sources: ReadonlyMap<string, string>): void {
  const unused = readdirSync(specDirectory, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ya?ml|json)$/.test(file) && !file.startsWith('examples/'))
    .filter((file) => !sources.has(file))
    .sort();
  if (unused.length === 0) return;
  const message = 'nothing refers to this file';
  throw new SpecError(unused.map((file) => ({ file, pointer: '', message })));
}

/** The steps after bundling name a component; its file is where the person has to look. */
function inSourceFiles(error: SpecError, sources: ReadonlyMap<string, string>): SpecError {
  const files = new Map<string, string>();
  for (const [file, kind] of sources) {
    if (kind === 'schema') files.set(basename(file, extname(file)), file);
  }
  return new SpecError(
    error.problems.map((problem) => ({
      ...problem,
      file: files.get(problem.file) ?? problem.file,
    })),
  );
}

function toJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
