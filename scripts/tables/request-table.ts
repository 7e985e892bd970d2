/** Writes the table by which a request object is renamed and checked. */
import { isRequiredOnly, type Schema } from '../document.ts';
import { tableName, valueName } from '../model-name.ts';
import { propertyNames } from '../property-names.ts';
import { inside, type Place, refuse } from '../spec-error.ts';
import { expectOnly, ruleOf } from './rule.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes the table of an object schema, its children first; gives the name of its constant. */
export function requestTable(
  writer: TableWriter,
  name: string,
  schema: Schema,
  place: Place,
): string {
  return writer.table(tableName(name), 'RequestTable', place, () => {
    const names = propertyNames(schema, place);
    const enforced = ['properties', 'required', 'additionalProperties', 'anyOf', 'minProperties'];
    expectOnly(schema, place, [...enforced, 'x-model-properties']);
    if (schema.additionalProperties !== false) {
      refuse(place, 'a request object has to say additionalProperties: false');
    }
    const fields = Object.entries(schema.properties ?? {}).map(([wire, property]) => {
      const model = names.get(wire) ?? wire;
      const inner = inside(place, 'properties', wire);
      return [model, [wire, ruleOf(writer, property, name + valueName(model), inner)]] as const;
    });
    const modelOnly = Object.entries(schema['x-model-properties'] ?? {}).map(
      ([model, property]) => {
        const inner = inside(place, 'x-model-properties', model);
        return [model, ruleOf(writer, property, name + valueName(model), inner)] as const;
      },
    );
    const required = (schema.required ?? []).map((wire) => names.get(wire) ?? wire);
    return {
      kind: 'request',
      name,
      fields: Object.fromEntries(fields),
      modelOnly: modelOnly.length > 0 ? Object.fromEntries(modelOnly) : undefined,
      required: required.length > 0 ? required : undefined,
      requireAnyOf: alternatives(schema, place, names),
      minProperties: schema.minProperties,
    };
  });
}

function alternatives(
  { anyOf }: Schema,
  place: Place,
  names: ReadonlyMap<string, string>,
): string[] | undefined {
  return anyOf?.map((branch, index) => {
    const [wire, ...more] = branch.required ?? [];
    if (wire === undefined || more.length > 0 || !isRequiredOnly(branch)) {
      const message = '"anyOf" of a request object takes branches with one required name';
      refuse(inside(place, 'anyOf', index), message);
    }
    return names.get(wire) ?? wire;
  });
}
