/** Since when something is deprecated, and what to use in its place: other tools read it in the description. */
import { isRecord } from '../../src/formats/record.ts';
import type { OpenApiDocument } from '../document.ts';
import { deprecationNotice } from '../documentation.ts';
import { mapValues, omit, opaque } from './map-document.ts';

/** Told of schemas and parameters alike. */
export function withToldDeprecations(document: OpenApiDocument): OpenApiDocument {
  return told(document) as OpenApiDocument;
}

function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told);
  if (!isRecord(node)) return node;
  const changed = mapValues(node, (child, key) => (opaque.has(key) ? child : told(child)));
  const deprecation = changed['x-deprecated'];
  if (changed['deprecated'] !== true || !isRecord(deprecation)) return changed;
  const { description } = changed;
  const notice = `Deprecated: ${deprecationNotice(deprecation)}`;
  return {
    ...omit(changed, 'x-deprecated'),
    description: typeof description === 'string' ? `${description.trim()} ${notice}` : notice,
  };
}
