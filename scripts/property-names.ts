/** Gives every property of an object schema the name that a TypeScript developer sees. */
import type { Schema } from './document.ts';
import { modelName } from './model-name.ts';
import { inside, type Place, refuse } from './spec-error.ts';

/** Wire name → model name, in the order of the spec; refuses two properties with one name. */
export function propertyNames(schema: Schema, place: Place): Map<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const [wire, property] of Object.entries(schema.properties ?? {})) {
    const model = property['x-model-name'] ?? modelName(wire);
    const owner = owners.get(model);
    if (owner !== undefined) {
      const message = `"${wire}" and "${owner}" would both be "${model}"; give one an x-model-name`;
      refuse(inside(place, 'properties', wire), message);
    }
    owners.set(model, wire);
    names.set(wire, model);
  }
  for (const model of Object.keys(schema['x-model-properties'] ?? {})) {
    const owner = owners.get(model);
    if (owner === undefined) continue;
    refuse(inside(place, 'x-model-properties', model), `"${owner}" has that name already`);
  }
  return names;
}
