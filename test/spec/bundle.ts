/** The bundled spec as tests read it, with the few questions that they ask of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly contentSchema?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxProperties?: number;
  readonly examples?: readonly unknown[];
  readonly 'x-enum-descriptions'?: Readonly<Record<string, string>>;
  readonly 'x-extensible-enum'?: readonly string[];
  readonly 'x-api-version'?: string;
  readonly 'x-model-name'?: string;
  readonly 'x-model-properties'?: Readonly<Record<string, Schema>>;
}

export interface Operation {
  readonly operationId: string;
  readonly deprecated?: boolean;
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Content }>
  >;
  readonly requestBody?: { readonly content: Content };
  readonly parameters?: readonly Parameter[];
}

type Examples = Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Examples;
}
type Content = Readonly<Record<string, MediaType>>;
interface Parameter extends MediaType {
  readonly name: string;
}

interface Bundle {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Partial<Operation>>>>>;
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, Partial<Operation>>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
  } & Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const bundle: Bundle = JSON.parse(
  readFileSync(join(process.cwd(), 'generated/openapi.json'), 'utf8'),
) as Bundle;

/** Follows a reference into the bundle, so that `{$ref}` and what it stands for read the same. */
export function resolve<T>(node: T): T {
  const reference = (node as { $ref?: string }).$ref;
  if (reference === undefined) return node;
  const [section = '', name = ''] = reference.replace('#/components/', '').split('/');
  const target = bundle.components[section]?.[name];
  if (target === undefined) throw new Error(`${reference} leads nowhere`);
  return resolve({ ...(target as object), ...without(node as object, '$ref') } as T);
}

export function component(name: string): Schema {
  return resolve<Schema>({ $ref: `#/components/schemas/${name}` });
}

/** Every field below a schema by its path: `a.b`, `a[].b`. Maps end the path. */
export function flatten(schema: Schema, prefix = ''): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const field = resolve(property);
    found.set(path, field);
    const inner = field.items === undefined ? field : resolve(field.items);
    const below = flatten(inner, field.items === undefined ? path : `${path}[]`);
    for (const [deeper, child] of below) found.set(deeper, child);
  }
  return found;
}

/** The values of an enumeration, open or closed. */
export function valuesOf(schema: Schema): readonly string[] {
  return schema.enum ?? schema['x-extensible-enum'] ?? [];
}

export function operations(): Operation[] {
  return [...Object.values(bundle.paths), ...Object.values(bundle.webhooks)].flatMap((item) =>
    Object.values(item).filter((member): member is Operation => member.operationId !== undefined),
  );
}

/** Every example of the document with the schema that it is an example of. */
export function* examples(): Generator<{ at: string; value: unknown; schema: Schema }> {
  for (const operation of operations()) {
    const media: [string, MediaType][] = [];
    for (const parameter of operation.parameters ?? []) media.push([parameter.name, parameter]);
    for (const [type, medium] of Object.entries(operation.requestBody?.content ?? {})) {
      media.push([`request ${type}`, medium]);
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      for (const [type, medium] of Object.entries(resolve(response).content ?? {})) {
        media.push([`${status} ${type}`, medium]);
      }
    }
    for (const [where, { schema, examples: named }] of media) {
      for (const [name, example] of Object.entries(named ?? {})) {
        if (schema === undefined) throw new Error(`${operation.operationId} ${where}: no schema`);
        yield {
          at: `${operation.operationId} ${where} ${name}`,
          value: resolve(example).value,
          schema,
        };
      }
    }
  }
}

function without(object: object, key: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
