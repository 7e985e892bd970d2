/** The shapes of the OpenAPI documents that the steps of the compiler pass on to each other. */

/** A schema object, restricted to the keywords that check-subset lets through. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  deprecated?: boolean;
  externalDocs?: { url: string };
  examples?: unknown[];
  default?: unknown;
  enum?: string[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  anyOf?: Schema[];
  not?: Schema;
  contentMediaType?: string;
  contentSchema?: Schema;
  'x-model-name'?: string;
  'x-deprecated'?: Deprecation;
  'x-credential'?: true;
  'x-sensitive'?: true;
  'x-extensible-enum'?: string[];
  'x-enum-descriptions'?: Record<string, string>;
  'x-enum-varnames'?: string[];
  'x-api-version'?: string;
  'x-model-properties'?: Record<string, Schema>;
  'x-text-record'?: true;
  'x-separators'?: string;
  'x-empty-result'?: true;
  'x-proof'?: string[];
  'x-invalid'?: 'shorten' | 'throw';
  'x-advice'?: string;
  'x-hint'?: string;
  'x-accepts-url'?: true;
  'x-keys-are-data'?: true;
  'x-field-anchor'?: string;
  'x-client-note'?: string;
  'x-mend'?: 'space' | 'email';
  'x-leading-zeros'?: true;
}

/** What `deprecated` does not say. */
export interface Deprecation {
  readonly since?: string;
  /** What to use in its place, as a sentence; `null` where MaxMind names nothing. */
  readonly use?: string | null;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, unknown>;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  'x-deprecated'?: Deprecation;
  explode?: boolean;
  schema?: Schema;
}

export interface Response {
  $ref?: string;
  description?: string;
  content?: Record<string, MediaType>;
}

interface RequestBody {
  $ref?: string;
  content?: Record<string, MediaType>;
}

export interface PathOperation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses?: Record<string, Response>;
  security?: Record<string, string[]>[];
  externalDocs?: { url: string };
  deprecated?: boolean;
  'x-deprecated'?: Deprecation;
  'x-retryable'?: true;
  'x-body-limit'?: number;
}

export type PathItem = Record<string, PathOperation | Parameter[] | string | undefined> & {
  parameters?: Parameter[];
};

export interface Components {
  schemas?: Record<string, Schema>;
  securitySchemes?: Record<string, { type: string; scheme?: string }>;
  [section: string]: Record<string, unknown> | undefined;
}

/** A bundled OpenAPI document: one object, every reference local. */
export interface OpenApiDocument {
  openapi: string;
  info: Record<string, unknown>;
  security?: Record<string, string[]>[];
  paths?: Record<string, PathItem>;
  webhooks?: Record<string, PathItem>;
  components?: Components;
  [extra: string]: unknown;
}

/** The HTTP methods that a path item may hold, in the order in which the generators visit them. */
const methods: readonly string[] = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/** The named schemas of a document. */
export function schemasOf(document: OpenApiDocument): Record<string, Schema> {
  return document.components?.schemas ?? {};
}

/** The component that a local reference names: `#/components/schemas/Device` → `Device`. */
export function referencedName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** Follows a local reference of any component section; an object that is not a reference comes back as it is. */
export function dereference<T extends { $ref?: string }>(document: OpenApiDocument, node: T): T {
  let current: T = node;
  while (current.$ref !== undefined) {
    const [section = '', name = ''] = current.$ref.replace('#/components/', '').split('/');
    const target = document.components?.[section]?.[name];
    if (target === undefined) throw new Error(`The bundle has nothing at ${current.$ref}.`);
    current = target as T;
  }
  return current;
}

/** Every operation of a document with its place, paths before webhooks. */
export function* operationsOf(document: OpenApiDocument): Generator<{
  readonly place: 'path' | 'webhook';
  readonly path: string;
  readonly method: string;
  readonly operation: PathOperation;
  readonly parameters: readonly Parameter[];
}> {
  for (const place of ['path', 'webhook'] as const) {
    const items = (place === 'path' ? document.paths : document.webhooks) ?? {};
    for (const [path, item] of Object.entries(items)) {
      for (const method of methods) {
        const operation = item[method] as PathOperation | undefined;
        if (operation === undefined) continue;
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
          (parameter) => dereference(document, parameter),
        );
        yield { place, path, method, operation, parameters };
      }
    }
  }
}

/** Whether a schema is an open enumeration: known values, and any other string. */
export function isOpenEnum(schema: Schema): boolean {
  return schema['x-extensible-enum'] !== undefined;
}

/** The values of an enumeration, open or closed; `undefined` for any other schema. */
export function enumValues(schema: Schema): readonly string[] | undefined {
  return schema.enum ?? schema['x-extensible-enum'];
}

/** What a value of an enumeration means; it may be called like something that every object inherits. */
export function meaningOf(schema: Schema, value: string): string | undefined {
  const { 'x-enum-descriptions': meanings = {} } = schema;
  return Object.hasOwn(meanings, value) ? meanings[value] : undefined;
}

/** What an object without any value in it is: empty objects, empty lists, and lists of empty objects. */
export const onlyEmptyValues: Schema = {
  additionalProperties: {
    type: ['object', 'array'],
    maxProperties: 0,
    items: { type: 'object', maxProperties: 0 },
  },
};

/** Whether a schema only says that one of several properties is required. */
export function isRequiredOnly(schema: Schema): boolean {
  return schema.required !== undefined && Object.keys(schema).length === 1;
}
