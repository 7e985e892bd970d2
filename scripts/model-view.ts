/**
 * Step: the document that the public types are made of. The same schemas as on the wire, with the names
 * that a TypeScript developer sees, and with the promises that the facade keeps (lists are always there,
 * `Yes` is `true`).
 */
import type { Call } from './calls.ts';
import { directionsOf } from './direction.ts';
import {
  dereference,
  enumValues,
  isOpenEnum,
  isRequiredOnly,
  type OpenApiDocument,
  type Schema,
  schemasOf,
} from './document.ts';
import { canBeNamed, valueName } from './model-name.ts';
import { modelNamesOf, modelOnlyProperties, namedProperties } from './named-properties.ts';
import { inside, type Place, placeOf, refuse } from './spec-error.ts';

/** An OpenAPI document of schemas only, in camelCase, for the generator of the public types. */
export function modelView(
  document: OpenApiDocument,
  calls: readonly Pick<Call, 'request' | 'response'>[] = [],
): OpenApiDocument {
  const { request, response } = directionsOf(document, calls);
  const schemas: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    if (!request.has(name) && !response.has(name)) continue;
    if (!isNamedInModel(schema)) continue;
    const owner = { isResponse: response.has(name), isTextRecord: false };
    schemas[name] = namedSchema(document, schema, placeOf(name), owner);
  }
  const { openapi, info } = document;
  return { openapi, info, paths: {}, components: { schemas } };
}

/** Objects and enumerations are types with a name; a named scalar flows into where it is used. */
function isNamedInModel(schema: Schema): boolean {
  return schema.properties !== undefined || enumValues(schema) !== undefined;
}

/** The object that a schema belongs to, as far as it matters to its properties. */
interface Owner {
  readonly isResponse: boolean;
  readonly isTextRecord: boolean;
}

function namedSchema(
  document: OpenApiDocument,
  schema: Schema,
  place: Place,
  owner: Owner,
): Schema {
  const values = enumValues(schema);
  return values === undefined
    ? objectSchema(document, schema, place, owner)
    : namedEnum(schema, values, place);
}

function objectSchema(
  document: OpenApiDocument,
  schema: Schema,
  place: Place,
  { isResponse }: Owner,
): Schema {
  const owner = { isResponse, isTextRecord: schema['x-text-record'] === true };
  const named = namedProperties(schema, place);
  const properties: Record<string, Schema> = {};
  const required = new Set(modelNamesOf(named, schema.required));
  for (const { model, schema: property, place: inner } of named) {
    properties[model] = view(document, property, inner, owner);
    // The decoder fills a list that the service left out.
    if (isResponse && dereference(document, property).type === 'array') required.add(model);
  }
  for (const { model, schema: property, place: inner } of modelOnlyProperties(schema, place)) {
    properties[model] = view(document, property, inner, owner);
  }
  return {
    type: 'object',
    ...documentation(schema),
    ...pick(schema, ['additionalProperties']),
    ...(required.size > 0 ? { required: [...required] } : {}),
    properties,
  };
}

/** Any schema below a component. */
function view(document: OpenApiDocument, schema: Schema, place: Place, owner: Owner): Schema {
  if (schema.$ref !== undefined) return referenced(document, schema, place, owner);
  const docs = documentation(schema);
  if (schema.properties !== undefined) return objectSchema(document, schema, place, owner);
  const values = enumValues(schema);
  if (values !== undefined) {
    return { ...documentation(withValues(schema)), ...inlineEnum(values, schema, owner) };
  }
  if (typeof schema.const === 'string') {
    return { ...docs, ...pick(schema, ['type']), enum: [schema.const] };
  }
  if (schema.items !== undefined) {
    const items = view(document, schema.items, inside(place, 'items'), owner);
    return { ...docs, ...pick(schema, ['type']), items };
  }
  if (typeof schema.additionalProperties === 'object') {
    const inner = inside(place, 'additionalProperties');
    const additionalProperties = view(document, schema.additionalProperties, inner, owner);
    return { ...docs, ...pick(schema, ['type']), additionalProperties };
  }
  if (schema.anyOf !== undefined)
    return { ...docs, ...union(document, schema.anyOf, place, owner) };
  return { ...docs, ...pick(schema, ['type', 'format', 'x-accepts-url']) };
}

function referenced(document: OpenApiDocument, schema: Schema, place: Place, owner: Owner): Schema {
  const { $ref = '', ...siblings } = schema;
  const target = dereference<Schema>(document, { $ref });
  const docs = { ...documentation(pick(target, ['description'])), ...documentation(siblings) };
  if (isNamedInModel(target)) return { $ref, ...docs };
  return { ...view(document, target, place, owner), ...docs };
}

/** Two notations of an IP address are one type to a compiler. */
function union(
  document: OpenApiDocument,
  branches: readonly Schema[],
  place: Place,
  owner: Owner,
): Schema {
  const distinct = new Map<string, Schema>();
  for (const [index, branch] of branches.entries()) {
    if (isRequiredOnly(branch)) continue;
    const converted = view(document, branch, inside(place, 'anyOf', index), owner);
    delete converted.description;
    const key = String(converted.$ref ?? converted.enum ?? converted.type);
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, converted);
    else if (known.format !== converted.format) delete known.format;
  }
  const [first = {}, ...others] = distinct.values();
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** A named enumeration is a type and an object of values: both come from a plain enum. */
function namedEnum(schema: Schema, values: readonly string[], place: Place): Schema {
  const unnamed = values.findIndex((value) => !canBeNamed(value));
  if (unnamed >= 0) {
    const remedy = 'write the enumeration in place, where its values need no name';
    const at = inside(place, isOpenEnum(schema) ? 'x-extensible-enum' : 'enum', unnamed);
    refuse(at, `the value "${values[unnamed] ?? ''}" cannot be turned into a name: ${remedy}`);
  }
  const names = values.map(valueName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(place, `two values would both be called "${twice}"`);
  return {
    type: 'string',
    ...documentation(schema),
    enum: [...values],
    'x-enum-varnames': names,
    ...pick(schema, ['x-enum-descriptions', 'x-extensible-enum']),
  };
}

function inlineEnum(values: readonly string[], schema: Schema, owner: Owner): Schema {
  const asBoolean = owner.isTextRecord && isYesNo(values);
  const isOpen = isOpenEnum(schema);
  const rest = values.filter((value) => !asBoolean || (value !== 'Yes' && value !== 'No'));
  const branches: Schema[] = [
    ...(asBoolean ? [{ type: 'boolean' }] : []),
    ...(rest.length > 0
      ? [{ type: 'string', enum: rest, ...(isOpen && { 'x-extensible-enum': rest }) }]
      : isOpen
        ? [{ type: 'string' }]
        : []),
  ];
  const [first = {}, ...others] = branches;
  return others.length === 0 ? first : { anyOf: branches };
}

/** Values without an object of their own are documented at the property. */
function withValues({ description = '', ...schema }: Schema): Schema {
  const values = Object.entries(schema['x-enum-descriptions'] ?? {});
  const list = values.map(([value, text]) => `- \`${value}\`: ${text.trim()}`).join('\n');
  const documented = [description.trim(), list].filter((part) => part !== '').join('\n\n');
  return documented === '' ? schema : { ...schema, description: documented };
}

/** Whether a text record's enumeration is a boolean, perhaps with words for "not known" next to it. */
export function isYesNo(values: readonly string[]): boolean {
  return values.includes('Yes') && values.includes('No');
}

/** YAML's block style leaves a line end behind, which would show as an empty line in an editor. */
function documentation({ description, ...schema }: Schema): Schema {
  return {
    ...(description === undefined ? {} : { description: description.trim() }),
    ...pick(schema, ['deprecated', 'x-deprecated', 'externalDocs']),
  };
}

function pick<K extends keyof Schema>(schema: Schema, keys: readonly K[]): Pick<Schema, K> {
  return Object.fromEntries(
    keys.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]),
  ) as Pick<Schema, K>;
}
