/** Writes the table by which a request object is renamed and checked. */
import { isRequiredOnly, type Schema, schemasOf } from '../document.ts';
import { modelName, tableName, valueName } from '../model-name.ts';
import { modelNames } from '../model-view.ts';
import { expectOnly, ruleOf } from './rule.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes the table of a component (or of an object inside one), its children first; gives its name. */
export function requestTable(writer: TableWriter, component: string, inline?: Schema): string {
  const schema = inline ?? schemasOf(writer.document)[component] ?? {};
  return writer.table(tableName(component), 'RequestTable', component, () => {
    const names = modelNames(component, schema);
    const known = ['properties', 'required', 'additionalProperties', 'anyOf', 'minProperties'];
    expectOnly(writer, schema, component, [...known, 'x-model-properties']);
    if (schema.additionalProperties !== false) {
      writer.refuse(component, 'a request object has to say additionalProperties: false');
    }
    const fields = Object.entries(schema.properties ?? {}).map(([wire, property]) => {
      const model = names.get(wire) ?? wire;
      return [model, [wire, ruleOf(writer, property, component + valueName(model))]];
    });
    const modelOnly = Object.entries(schema['x-model-properties'] ?? {}).map(
      ([model, property]) => [model, ruleOf(writer, property, component + valueName(model))],
    );
    const required = (schema.required ?? []).map((wire) => names.get(wire) ?? modelName(wire));
    return {
      kind: 'request',
      name: component,
      fields: Object.fromEntries(fields) as object,
      modelOnly: modelOnly.length > 0 ? (Object.fromEntries(modelOnly) as object) : undefined,
      required: required.length > 0 ? required : undefined,
      requireAnyOf: alternatives(writer, component, schema, names),
      minProperties: schema.minProperties,
    };
  });
}

function alternatives(
  writer: TableWriter,
  component: string,
  { anyOf }: Schema,
  names: ReadonlyMap<string, string>,
): string[] | undefined {
  return anyOf?.map((branch) => {
    const [wire, ...more] = branch.required ?? [];
    if (wire === undefined || more.length > 0 || !isRequiredOnly(branch)) {
      writer.refuse(component, '"anyOf" of a request object takes branches with one required name');
    }
    return names.get(wire) ?? modelName(wire);
  });
}
