/** Writes the table by which an answer is renamed: only what changes, or what has to be walked. */
import { dereference, referencedName, type Schema } from '../document.ts';
import { valueName } from '../model-name.ts';
import { modelOnlyProperties, namedProperties } from '../named-properties.ts';
import { inside, type Place, placeOf, refuse } from '../spec-error.ts';
import { Name } from './print.ts';
import type { TableWriter } from './table-writer.ts';

/**
 * Writes the table of an object schema, its children first, and gives its name; `undefined` when an
 * answer of this kind is the same on both sides.
 */
export function responseTable(
  writer: TableWriter,
  name: string,
  schema: Schema,
  place: Place,
): string | undefined {
  return writer.table(name, 'response', place, () => {
    const properties = namedProperties(schema, place);
    const fields: [string, unknown[]][] = [];
    const lists: string[] = [];
    for (const { wire, model, schema: property, place: inner } of properties) {
      if (dereference(writer.document, property).type === 'array') lists.push(model);
      const child = walkOf(writer, property, name + valueName(model), inner);
      if (child !== undefined) fields.push([wire, [model, child]]);
      else if (model !== wire) fields.push([wire, [model]]);
    }
    const localized =
      modelOnlyProperties(schema, place).some(({ model }) => model === 'name') &&
      properties.some(({ model }) => model === 'names');
    const isEmpty = fields.length + lists.length === 0 && !localized;
    if (isEmpty && !writer.roots.has(name)) return undefined;
    return {
      kind: 'response',
      name,
      fields: writer.fields('response', fields),
      lists: lists.length > 0 ? lists : undefined,
      localized: localized ? true : undefined,
      proof: proofOf(writer, schema, place),
      required: lesserFields(schema),
    };
  });
}

const provingTypes = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object']);

/** The type of each property that proves a result, by wire name. */
function proofOf(writer: TableWriter, schema: Schema, place: Place): object | undefined {
  const names = schema['x-proof'] ?? [];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, provingType(writer, schema, name, place)]));
}

/** The type by which a property proves a result. */
export function provingType(
  { document }: TableWriter,
  { properties = {} }: Schema,
  name: string,
  place: Place,
): string {
  const property = properties[name];
  const type = property === undefined ? undefined : dereference(document, property).type;
  if (typeof type === 'string' && provingTypes.has(type)) return type;
  refuse(inside(place, 'x-proof'), `"${name}" must be a property with one type`);
}

/** What is required and proves nothing. */
function lesserFields({ required = [], ...schema }: Schema): string[] | undefined {
  const proof = schema['x-proof'] ?? [];
  const lesser = proof.length === 0 ? [] : required.filter((name) => !proof.includes(name));
  return lesser.length === 0 ? undefined : lesser;
}

/** What has to be done inside a value, or `undefined` when it can be taken as it is. */
function walkOf(writer: TableWriter, schema: Schema, name: string, place: Place): unknown {
  if (schema.$ref !== undefined) {
    const component = referencedName(schema.$ref);
    const target = dereference<Schema>(writer.document, { $ref: schema.$ref });
    return walkOf(writer, target, component, placeOf(component));
  }
  if (schema.properties !== undefined) {
    const table = responseTable(writer, name, schema, place);
    return table === undefined ? undefined : new Name(table);
  }
  if (schema.items !== undefined) {
    const items = walkOf(writer, schema.items, `${name}Item`, inside(place, 'items'));
    return items === undefined ? undefined : { kind: 'list', items };
  }
  if (typeof schema.additionalProperties === 'object') {
    const inner = inside(place, 'additionalProperties');
    const values = walkOf(writer, schema.additionalProperties, `${name}Value`, inner);
    return values === undefined ? undefined : { kind: 'map', values };
  }
  return undefined;
}
