/** Between the wire's names and the camelCase names of the SDK's models, by the document itself. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';
import type { Schema, Specification } from './specification.ts';

/** As the compiler cuts names into words: `MD5`, a word in humps or snake case, `3d`. */
const wordPattern = /[A-Z]+(?![a-z])\d*|[A-Z]?[a-z][a-z\d]*|\d+[a-z]*/g;

/** `was_3d_secure_successful` → `was3DSecureSuccessful`: the compiler's rule; a test compares them. */
export function modelName(wireName: string): string {
  const [first = '', ...rest] = wireName.match(wordPattern) ?? [];
  const capitalised = (word: string): string =>
    word.toLowerCase().replace(/[a-z]/, (letter) => letter.toUpperCase());
  return first.toLowerCase() + rest.map(capitalised).join('');
}

/** A property of an object, under both of its names. */
export interface NamedProperty {
  readonly wire: string;
  readonly model: string;
  readonly schema: Schema;
}

export function namedProperties(schema: Schema, spec: Specification): NamedProperty[] {
  const { properties } = schema;
  return Object.entries(isRecord(properties) ? properties : {}).map(([wire, property]) => {
    const resolved = spec.resolve(property) ?? {};
    const own = resolved['x-model-name'];
    return { wire, model: typeof own === 'string' ? own : modelName(wire), schema: resolved };
  });
}

/**
 * A request or a response, as the SDK shows it: camelCase, lists always there, `name` next to `names` in
 * English. Keys that the schema does not know are kept as they are.
 */
export function toModel(value: unknown, schema: unknown, spec: Specification): unknown {
  const found = spec.resolve(schema);
  if (found === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => toModel(item, found['items'], spec));
  if (!isRecord(value) || !isRecord(found['properties'])) return value;
  const named = namedProperties(found, spec);
  const byWire = new Map(named.map((property) => [property.wire, property]));
  const model: Json = {};
  for (const [wire, child] of Object.entries(value)) {
    const property = byWire.get(wire);
    model[property?.model ?? wire] = property ? toModel(child, property.schema, spec) : child;
  }
  for (const { model: name, schema: child } of named) {
    if (child['type'] === 'array') model[name] ??= [];
  }
  const { names } = value;
  const extra = found['x-model-properties'];
  if (isRecord(names) && isRecord(extra) && 'name' in extra && names['en'] !== undefined) {
    model['name'] = names['en'];
  }
  return model;
}

/** Names in camelCase turned into those of the wire; what the schema does not have is left out. */
export function toWire(value: unknown, schema: unknown, spec: Specification): unknown {
  const found = spec.resolve(schema);
  if (found === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => toWire(item, found['items'], spec));
  if (!isRecord(value) || !isRecord(found['properties'])) return value;
  const wire: Json = {};
  for (const { model, wire: name, schema: child } of namedProperties(found, spec)) {
    if (Object.hasOwn(value, model)) wire[name] = toWire(value[model], child, spec);
  }
  return wire;
}
