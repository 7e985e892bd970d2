/** The whole compilation: a folder with a spec in, the text of every generated file out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from './bundle.ts';
import { checkSubset } from './check-subset.ts';
import { directionsOf } from './direction.ts';
import { banner } from './drift.ts';
import { downConvert } from './down-convert.ts';
import { modelTypes } from './model-types.ts';
import { modelView } from './model-view.ts';
import { modelIndex, refineModels } from './refine-models.ts';
import { tables } from './tables/tables.ts';
import { wireTypes } from './wire-types.ts';

/** Every generated file by its path relative to the output folder. */
export async function compile(specDirectory: string): Promise<Map<string, string>> {
  checkSubset((file) => parse(readFileSync(join(specDirectory, file), 'utf8')) as unknown);
  const document = await bundle(specDirectory);
  const view = modelView(document);
  const types = refineModels(modelTypes(view), view, directionsOf(document).request);
  return new Map([
    ['openapi.json', toJson(document)],
    ['openapi-3.0.json', toJson(downConvert(document))],
    ['wire.ts', await wireTypes(document, `${banner}\n`)],
    ['models/types.ts', `${banner}\n${types}`],
    ['models/index.ts', `${banner}\n${modelIndex(types)}`],
    ['tables.ts', tables(document, `${banner}\n`)],
  ]);
}

function toJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
