/** Walks that give a changed copy: every schema of a document, every response, every operation. */
import { isRecord } from '../../src/formats/record.ts';
import type { OpenApiDocument, PathOperation, Response, Schema } from '../document.ts';

/** A schema on its way from 3.1 to 3.0, where keywords of both versions occur. */
export type AnySchema = Omit<Schema, 'exclusiveMinimum' | 'exclusiveMaximum'> &
  Record<string, unknown>;

/** Keywords whose value is one schema, a list of schemas, or schemas by name. */
const single: readonly string[] = ['items', 'additionalProperties', 'propertyNames'];
const lists: readonly string[] = ['anyOf', 'allOf', 'oneOf'];
const maps: readonly string[] = ['properties'];

/** Also told the keyword of the schema around it: `anyOf`, `properties`, … */
export type Rewrite = (schema: AnySchema, within?: string) => AnySchema;

/** Rewrites a schema and those inside it, innermost first. */
export function mapSchema<T>(node: T, rewrite: Rewrite, within?: string): T {
  if (!isRecord(node)) return node;
  const descend = <Child>(child: Child, keyword: string): Child =>
    mapSchema(child, rewrite, keyword);
  const changed = mapValues(node, (child, keyword) => {
    if (single.includes(keyword)) return descend(child, keyword);
    if (lists.includes(keyword)) {
      return (child as unknown[]).map((branch) => descend(branch, keyword));
    }
    return maps.includes(keyword)
      ? mapValues(child as object, (property) => descend(property, keyword))
      : child;
  });
  return rewrite(changed, within) as T;
}

/** Rewrites every schema of a document. */
export function mapSchemas(document: OpenApiDocument, rewrite: Rewrite): OpenApiDocument {
  const holders = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(holders);
    if (!isRecord(node)) return node;
    return mapValues(node, (child, key) => {
      if (key === 'schema') return mapSchema(child, rewrite);
      if (key === 'schemas') {
        return mapValues(child as object, (schema) => mapSchema(schema, rewrite));
      }
      return opaque.has(key) ? child : holders(child);
    });
  };
  return holders(document) as OpenApiDocument;
}

/** Data that happens to lie in the document: nothing in it is a schema. */
export const opaque: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'info',
  'tags',
  'servers',
]);

/** Rewrites every operation of the paths. */
export function mapOperations(
  document: OpenApiDocument,
  rewrite: (operation: PathOperation) => PathOperation,
): OpenApiDocument {
  const paths = mapValues(document.paths ?? {}, (item) =>
    mapValues(item, (member, key) =>
      key === 'get' || key === 'post' ? rewrite(member as PathOperation) : member,
    ),
  );
  return document.paths === undefined ? document : { ...document, paths: paths };
}

/** Rewrites every response by its status, whether it is a component or stands in an operation. */
export function mapResponses(
  document: OpenApiDocument,
  rewrite: (response: Response, statuses: ReadonlySet<string>) => Response,
): OpenApiDocument {
  const statuses = statusesOfComponents(document);
  const inPlace = mapOperations(document, (operation) => ({
    ...operation,
    responses: mapValues(operation.responses ?? {}, (response, status) =>
      response.$ref === undefined ? rewrite(response, new Set([status])) : response,
    ),
  }));
  const named = document.components?.['responses'];
  if (named === undefined) return inPlace;
  return {
    ...inPlace,
    components: {
      ...inPlace.components,
      responses: mapValues(named, (response, name) =>
        rewrite(response as Response, statuses.get(name) ?? new Set()),
      ),
    },
  };
}

/** Under which statuses operations respond with a response component. */
function statusesOfComponents(document: OpenApiDocument): Map<string, Set<string>> {
  const statuses = new Map<string, Set<string>>();
  mapOperations(document, (operation) => {
    for (const [status, { $ref: reference }] of Object.entries(operation.responses ?? {})) {
      const name = reference?.replace('#/components/responses/', '');
      if (name !== undefined) statuses.set(name, (statuses.get(name) ?? new Set()).add(status));
    }
    return operation;
  });
  return statuses;
}

/** The same keys with other values. */
export function mapValues<Value, Result>(
  members: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Record<string, Result>;
export function mapValues(
  members: object,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown>;
export function mapValues(
  members: object,
  change: (value: never, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([key, value]) => [key, change(value as never, key)]),
  );
}

/** A copy without some keys. */
export function omit<T extends object>(from: T, ...keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key))) as T;
}

/** A description with one more paragraph. */
export function withSentence(description: string | undefined, sentence: string): string {
  return description === undefined ? sentence : `${description}\n\n${sentence}`;
}
