/** Writes the table by which a `k=v` text answer is read, and the one of the alert's query string. */
import { dereference, enumValues, type OpenApiDocument, type Schema } from '../document.ts';
import { isYesNo } from '../model-view.ts';
import { namedProperties } from '../named-properties.ts';
import type { Place } from '../spec-error.ts';
import { provingType } from './response-table.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes the table of an object schema that is marked `x-text-record`. */
export function textRecordTable(
  writer: TableWriter,
  name: string,
  schema: Schema,
  place: Place,
): void {
  writer.table(name, 'text', place, () => {
    const fields = namedProperties(schema, place).map(({ wire, model, schema: property }) => {
      return [wire, [model, textType(writer.document, property)]] as const;
    });
    const proof = schema['x-proof'] ?? [];
    for (const wire of proof) provingType(writer, schema, wire, place);
    return {
      kind: 'text-record',
      name,
      fields: writer.fields('text', fields),
      proof: proof.length === 0 ? undefined : proof,
    };
  });
}

/** A query string of a webhook: every documented name, and the type of what is not a string. */
export function queryTable(writer: TableWriter, name: string, schema: Schema, place: Place): void {
  writer.table(name, 'response', place, () => {
    const fields: [string, unknown][] = [];
    const types: [string, string][] = [];
    for (const { wire, model, schema: property } of namedProperties(schema, place)) {
      const type = textType(writer.document, property);
      fields.push([wire, [model]]);
      if (type !== 'string') types.push([model, type]);
    }
    const byWireName = writer.fields('response', fields);
    return { kind: 'response', name, fields: byWireName, types: Object.fromEntries(types) };
  });
}

/** What a text means once it is read. */
function textType(document: OpenApiDocument, property: Schema): string {
  const schema = dereference(document, property);
  const words = enumValues(schema);
  if (words !== undefined) return isYesNo(words) ? 'yesno' : 'string';
  return typeof schema.type === 'string' ? schema.type : 'string';
}
