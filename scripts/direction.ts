/** Tells which named schemas are sent to the service and which come back. */
import type { Call } from './calls.ts';
import {
  dereference,
  operationsOf,
  type OpenApiDocument,
  referencedName,
  type Schema,
  schemasOf,
} from './document.ts';

export interface Directions {
  /** Components that a request body is made of, the root first. */
  readonly request: ReadonlySet<string>;
  /**
   * Components that a response or a webhook call is made of. Bodies of documented error statuses are left
   * out: they become an error class, not a type of their own.
   */
  readonly response: ReadonlySet<string>;
}

/** Follows the bodies of all operations, and what `calls` name in addition, through their references. */
export function directionsOf(
  document: OpenApiDocument,
  calls: readonly Pick<Call, 'request' | 'response'>[] = [],
): Directions {
  const request = new Set<string>();
  const response = new Set<string>();
  for (const call of calls) {
    reach(document, { $ref: call.request }, request);
    if (call.response !== undefined) reach(document, { $ref: call.response }, response);
  }
  for (const { operation, parameters, place } of operationsOf(document)) {
    const body = operation.requestBody && dereference(document, operation.requestBody);
    // A webhook is a request of theirs: its body comes in, as a response does.
    const incoming = place === 'webhook' ? response : request;
    for (const { schema } of Object.values(body?.content ?? {})) reach(document, schema, incoming);
    for (const { schema } of parameters) reach(document, schema, incoming);
    for (const [status, documented] of Object.entries(operation.responses ?? {})) {
      if (/^[45]/.test(status)) continue;
      const { content = {} } = dereference(document, documented);
      for (const { schema } of Object.values(content)) reach(document, schema, response);
    }
  }
  return { request, response };
}

function reach(document: OpenApiDocument, schema: Schema | undefined, reached: Set<string>): void {
  if (schema === undefined) return;
  if (schema.$ref !== undefined) {
    const name = referencedName(schema.$ref);
    if (reached.has(name)) return;
    reached.add(name);
    reach(document, schemasOf(document)[name], reached);
    return;
  }
  for (const child of childrenOf(schema)) reach(document, child, reached);
}

/** The schemas directly inside a schema. */
function childrenOf(schema: Schema): Schema[] {
  const { additionalProperties, items, contentSchema, anyOf = [] } = schema;
  return [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema['x-model-properties'] ?? {}),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...(items === undefined ? [] : [items]),
    ...(contentSchema === undefined ? [] : [contentSchema]),
    ...anyOf,
  ];
}
