/** Takes the `spec` option: a document, or the file that holds one. */

import { readFileSync } from 'node:fs';
import { Specification, shippedSpec } from './specification.ts';

/** The specification that the emulator speaks; the shipped one when none is given. */
export function readSpec(spec: object | string | URL | undefined): Specification {
  if (spec === undefined) return shippedSpec();
  if (typeof spec !== 'string' && !(spec instanceof URL)) return new Specification(spec);
  // Editors of Windows begin a file with a mark of UTF-8.
  const text = readFileSync(spec, 'utf8').replace(/^\ufeff/, '');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new TypeError(
      `spec: ${String(spec)} is not JSON. Give the bundled document (generated/openapi.json, or what minfraud generate writes), not its YAML sources`,
    );
  }
  if (typeof document !== 'object' || document === null) {
    throw new TypeError(`spec: ${String(spec)} is not an OpenAPI document`);
  }
  return new Specification(document);
}
