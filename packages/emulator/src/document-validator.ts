/** Validates values against the schemas of an OpenAPI document, by Ajv. No other file knows Ajv. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';

/** Says whether a value fits; what does not is in `errors` until the next call. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly Problem[] | null | undefined;
  readonly schema: unknown;
}

/** One thing that does not fit, in Ajv's words. */
export interface Problem {
  readonly keyword: string;
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly propertyName?: string;
}

const ROOT = 'openapi';

/** Finds the validator for the schema at a JSON Pointer; undefined when there is no schema. */
export function validatorsOf(document: object): (pointer: string) => Validator | undefined {
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
  ajv.addVocabulary(['components', 'paths', 'example', 'externalDocs', ...extensionsIn(document)]);
  const { components, paths } = document as Json;
  ajv.addSchema({ $id: ROOT, ...(isRecord(components) && { components }), paths });
  return (pointer) => ajv.getSchema(`${ROOT}#${encodeURI(pointer)}`);
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
