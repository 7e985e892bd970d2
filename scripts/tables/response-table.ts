/** Writes the table by which an answer is renamed: only what changes, or what has to be walked. */
import { dereference, referencedName, type Schema } from '../document.ts';
import { valueName } from '../model-name.ts';
import { modelOnlyProperties, namedProperties } from '../named-properties.ts';
import { inside, type Place, placeOf } from '../spec-error.ts';
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
    };
  });
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
