/** Writes the table by which a `k=v` text response is read, and the one of the alert's query string. */
import { dereference, enumValues, type OpenApiDocument, type Schema } from '../document.ts';
import { isYesNo } from '../model-view.ts';
import { type NamedProperty, namedProperties } from '../named-properties.ts';
import { type Place, refuse } from '../spec-error.ts';
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
    const fields = namedProperties(schema, place).map((property) => {
      return [property.wire, [property.model, textType(writer.document, property)]] as const;
    });
    const proof = schema['x-proof'] ?? [];
    for (const wire of proof) provingType(writer, schema, wire, place);
    return {
      kind: 'text-record',
      name,
      fields: writer.fields('text', fields),
      separators: schema['x-separators'],
      emptyIsResult: schema['x-empty-result'],
      proof: proof.length === 0 ? undefined : proof,
    };
  });
}

/** A query string of a webhook: every documented name, and the type of what is not a string. */
export function queryTable(writer: TableWriter, name: string, schema: Schema, place: Place): void {
  writer.table(name, 'response', place, () => {
    const fields: [string, unknown][] = [];
    const types: [string, string][] = [];
    for (const property of namedProperties(schema, place)) {
      const { wire, model } = property;
      const type = textType(writer.document, property);
      fields.push([wire, [model]]);
      if (type !== 'string') types.push([model, type]);
    }
    const byWireName = writer.fields('response', fields);
    return { kind: 'response', name, fields: byWireName, types: Object.fromEntries(types) };
  });
}

/** What a text means once it is read. */
function textType(document: OpenApiDocument, { schema, place }: NamedProperty): string {
  const property = dereference(document, schema);
  const words = enumValues(property);
  if (words !== undefined) return isYesNo(words) ? 'yesno' : 'string';
  if (typeof property.const === 'string') return 'string';
  const types = [property.type ?? []].flat().filter((type) => type !== 'null');
  const [type] = types;
  if (type === undefined || types.length > 1 || !scalars.has(type)) {
    const known = [...scalars].join(', ');
    refuse(place, `a value in a text must have one type of ${known}, or be an enumeration`);
  }
  return type;
}

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean']);
