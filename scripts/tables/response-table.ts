/** Writes the table by which an answer is renamed: only what changes, or what has to be walked. */
import { dereference, referencedName, type Schema, schemasOf } from '../document.ts';
import { tableName, valueName } from '../model-name.ts';
import { modelNames } from '../model-view.ts';
import { Name } from './print.ts';
import type { TableWriter } from './table-writer.ts';

/**
 * Writes the table of a component, its children first, and gives its name; `undefined` when an answer of
 * this kind is the same on both sides. `always` writes it nonetheless: an operation needs one.
 */
export function responseTable(
  writer: TableWriter,
  component: string,
  { inline, always = false }: { inline?: Schema; always?: boolean } = {},
): string | undefined {
  const schema = inline ?? schemasOf(writer.document)[component] ?? {};
  const names = modelNames(component, schema);
  const fields: [string, unknown[]][] = [];
  const lists: string[] = [];
  return writer.optionalTable(tableName(component), 'ResponseTable', component, () => {
    for (const [wire, property] of Object.entries(schema.properties ?? {})) {
      const model = names.get(wire) ?? wire;
      if (dereference(writer.document, property).type === 'array') lists.push(model);
      const child = walkOf(writer, property, component + valueName(model));
      if (child !== undefined) fields.push([wire, [model, child]]);
      else if (model !== wire) fields.push([wire, [model]]);
    }
    const localized = 'name' in (schema['x-model-properties'] ?? {}) && names.has('names');
    if (fields.length + lists.length === 0 && !localized && !always) return undefined;
    return {
      kind: 'response',
      name: component,
      fields: Object.fromEntries(fields) as object,
      lists: lists.length > 0 ? lists : undefined,
      localized: localized ? true : undefined,
    };
  });
}

/** What has to be done inside a value, or `undefined` when it can be taken as it is. */
function walkOf(writer: TableWriter, schema: Schema, owner: string): unknown {
  if (schema.$ref !== undefined) {
    const name = referencedName(schema.$ref);
    return walkOf(writer, dereference(writer.document, { $ref: schema.$ref } as Schema), name);
  }
  if (schema.properties !== undefined) {
    const table = responseTable(writer, owner, { inline: schema });
    return table === undefined ? undefined : new Name(table);
  }
  if (schema.items !== undefined) {
    const items = walkOf(writer, schema.items, `${owner}Item`);
    return items === undefined ? undefined : { kind: 'list', items };
  }
  if (typeof schema.additionalProperties === 'object') {
    const values = walkOf(writer, schema.additionalProperties, `${owner}Value`);
    return values === undefined ? undefined : { kind: 'map', values };
  }
  return undefined;
}
