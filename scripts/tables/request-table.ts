/** Writes the table by which a request object is renamed and checked. */
import type { Schema } from '../document.ts';
import { valueName } from '../model-name.ts';
import {
  modelNamesOf,
  modelOnlyProperties,
  type NamedProperty,
  namedProperties,
} from '../named-properties.ts';
import { inside, type Place, refuse } from '../spec-error.ts';
import { expectOnly, flagsOf, ruleOf } from './rule.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes the table of an object schema, its children first; gives the name of its constant. */
export function requestTable(
  writer: TableWriter,
  name: string,
  schema: Schema,
  place: Place,
): string {
  return writer.table(name, 'request', place, () => {
    const enforced = ['properties', 'required', 'additionalProperties', 'anyOf', 'minProperties'];
    // That one property holds something is looked at after all fields: src/request/rules.ts.
    if (name === 'Transaction') enforced.push('not');
    // With keys that are data, what holds for all keys was checked when they were named.
    const areData = schema['x-keys-are-data'] === true;
    const named = areData ? ['propertyNames', 'maxProperties'] : [];
    expectOnly(schema, place, [...enforced, ...named, 'x-model-properties']);
    refuseTooMany(schema, place);
    if (schema.additionalProperties !== false) {
      refuse(place, 'a request object must have "additionalProperties: false"');
    }
    for (const flag of ['x-sensitive', 'x-invalid', 'x-advice'] as const) {
      if (schema[flag] === undefined || areData) continue;
      refuse(place, `${flag} belongs on the properties of an object, not on the object`);
    }
    const properties = namedProperties(schema, place);
    const modelOnly = modelOnlyProperties(schema, place);
    const required = modelNamesOf(properties, schema.required);
    const rule = (property: Omit<NamedProperty, 'wire'>): unknown =>
      ruleOf(
        { writer, objectTable: (...object) => requestTable(writer, ...object) },
        { ...(areData ? flagsOf(schema) : {}), ...property.schema },
        name + valueName(property.model),
        property.place,
      );
    return {
      kind: 'request',
      name,
      fields: writer.fields(
        'request',
        properties.map((property) => [property.model, [property.wire, rule(property)]]),
      ),
      modelOnly:
        modelOnly.length > 0
          ? Object.fromEntries(modelOnly.map((property) => [property.model, rule(property)]))
          : undefined,
      required: required.length > 0 ? required : undefined,
      requireAnyOf: alternatives(schema, place, properties),
      minProperties: schema.minProperties,
    };
  });
}

/** A limit that no request can break needs no check. */
function refuseTooMany({ properties = {}, maxProperties }: Schema, place: Place): void {
  const count = Object.keys(properties).length;
  if (maxProperties === undefined || count <= maxProperties) return;
  const message = `there are ${count} properties, and "maxProperties" is ${maxProperties}`;
  refuse(inside(place, 'properties'), message);
}

function alternatives(
  { anyOf }: Schema,
  place: Place,
  properties: readonly NamedProperty[],
): string[] | undefined {
  return anyOf?.flatMap(({ required, ...rest }, index) => {
    if (required?.length !== 1 || Object.keys(rest).length > 0) {
      const message = '"anyOf" of a request object takes branches with one required name';
      refuse(inside(place, 'anyOf', index), message);
    }
    return modelNamesOf(properties, required);
  });
}
