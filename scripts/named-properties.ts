/** Gives every property of an object schema the name that a TypeScript developer sees. */
import type { Schema } from './document.ts';
import { canBeNamed, modelName } from './model-name.ts';
import { inside, type Place, refuse } from './spec-error.ts';

/** A property with both of its names. */
export interface NamedProperty {
  readonly wire: string;
  readonly model: string;
  readonly schema: Schema;
  readonly place: Place;
}

/** The properties in the order of the spec; refuses two with one name. */
export function namedProperties(schema: Schema, place: Place): NamedProperty[] {
  const owners = new Map<string, string>();
  const areData = schema['x-keys-are-data'] === true;
  const named = Object.entries(schema.properties ?? {}).map(([wire, property]) => {
    const own = inside(place, 'properties', wire);
    if (areData) refuseWrongKey(schema, wire, own);
    const given = property['x-model-name'] ?? (areData ? wire : undefined);
    if (given === undefined && !canBeNamed(wire))
      refuse(own, `"${wire}" cannot be turned into a name: give the property an x-model-name`);
    const model = given ?? modelName(wire);
    for (const name of [wire, model]) refuseInherited(name, own);
    const owner = owners.get(model);
    if (owner !== undefined) {
      refuse(own, `"${wire}" and "${owner}" would both be "${model}"; give one an x-model-name`);
    }
    owners.set(model, wire);
    return { wire, model, schema: property, place: own };
  });
  for (const { model, place: own } of modelOnlyProperties(schema, place)) {
    const owner = owners.get(model);
    if (owner !== undefined) refuse(own, `"${owner}" already has that name`);
  }
  return named;
}

/** `constructor` and the like: TypeScript and every lookup by name find the one of Object.prototype. */
function refuseInherited(name: string, place: Place): void {
  if (!(name in Object.prototype)) return;
  refuse(place, `a property cannot be called "${name}", which every JavaScript object already has`);
}

/** What a map says of its keys has to hold for keys that the spec names, since nothing checks it later. */
function refuseWrongKey({ propertyNames }: Schema, name: string, place: Place): void {
  const { pattern, minLength = 0, maxLength = Infinity } = propertyNames ?? {};
  const length = Array.from(name).length;
  const isRight = pattern === undefined || new RegExp(pattern, 'u').test(name);
  if (isRight && length >= minLength && length <= maxLength) return;
  const advice = propertyNames?.['x-advice'] ?? 'must be a name that propertyNames allows';
  refuse(place, `"${name}" ${advice}`);
}

/** The properties that only the model has: they have no name on the wire. */
export function modelOnlyProperties(schema: Schema, place: Place): Omit<NamedProperty, 'wire'>[] {
  return Object.entries(schema['x-model-properties'] ?? {}).map(([model, property]) => ({
    model,
    schema: property,
    place: inside(place, 'x-model-properties', model),
  }));
}

/** Those of some properties that a list of wire names holds, by their model names. */
export function modelNamesOf(
  properties: readonly NamedProperty[],
  wireNames: readonly string[] = [],
): string[] {
  return properties.filter(({ wire }) => wireNames.includes(wire)).map(({ model }) => model);
}
