/** Ajv, told what an OpenAPI document holds besides JSON Schema. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isRecord, type Json } from './json.ts';

/** Where the document's schemas are found: `openapi#/components/schemas/Score`. */
export const ROOT = 'openapi';

export function ajvFor(document: object): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    // An unknown keyword throws: the spec and the emulator would no longer speak the same language.
    strictSchema: true,
    // A format that only this document knows is no reason to refuse to start.
    logger: false,
  });
  formats(ajv);
  // Not keywords: where the `$ref`s of the document point, and OpenAPI's own extensions.
  ajv.addVocabulary(['components', 'paths', 'example', ...extensionsIn(document)]);
  const { components, paths } = document as Json;
  ajv.addSchema({ $id: ROOT, ...(isRecord(components) && { components }), paths });
  return ajv;
}

/** Every `x-…` key, wherever it stands. */
function extensionsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('x-')) found.add(key);
    extensionsIn(child, found);
  }
  return found;
}
