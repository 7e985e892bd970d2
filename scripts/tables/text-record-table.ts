/** Writes the table by which a `k=v` text answer is read, and the one of the alert's query string. */
import { dereference, enumSchema, type Schema, schemasOf } from '../document.ts';
import { tableName } from '../model-name.ts';
import { isYesNo, modelNames } from '../model-view.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes the table of a component that is marked `x-text-record`; gives its name. */
export function textRecordTable(writer: TableWriter, component: string): string {
  const schema = schemasOf(writer.document)[component] ?? {};
  return writer.table(tableName(component), 'TextRecordTable', component, () => {
    const names = modelNames(component, schema);
    const fields = Object.entries(schema.properties ?? {}).map(([wire, property]) => {
      const since = property['x-api-version'];
      const type = textType(writer, property);
      return [wire, [names.get(wire), type, ...(since === undefined ? [] : [since])]];
    });
    return { kind: 'text-record', name: component, fields: Object.fromEntries(fields) as object };
  });
}

/** A query string of a webhook: every documented name, and the type of what is not a string. */
export function queryTable(writer: TableWriter, component: string): string {
  const schema = schemasOf(writer.document)[component] ?? {};
  return writer.table(tableName(component), 'ResponseTable', component, () => {
    const names = modelNames(component, schema);
    const fields: [string, unknown][] = [];
    const types: [string, string][] = [];
    for (const [wire, property] of Object.entries(schema.properties ?? {})) {
      const model = names.get(wire) ?? wire;
      const type = textType(writer, property);
      fields.push([wire, [model]]);
      if (type !== 'string') types.push([model, type]);
    }
    return {
      kind: 'response',
      name: component,
      fields: Object.fromEntries(fields) as object,
      types: Object.fromEntries(types) as object,
    };
  });
}

/** What a text means once it is read. */
function textType(writer: TableWriter, property: Schema): string {
  const schema = dereference(writer.document, property);
  const words = enumSchema(schema)?.enum;
  if (words !== undefined) return isYesNo(words) ? 'yesno' : 'string';
  return typeof schema.type === 'string' ? schema.type : 'string';
}
