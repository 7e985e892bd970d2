/** Responses from the spec's own examples: for what the emulator does not work out of a request. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';
import type { Operation, Schema, Specification } from './specification.ts';
import { consideredFields } from './wire-types.ts';

/** Deeper than any document of ours: a schema that holds itself ends here. */
const MAX_DEPTH = 12;

/** The response of an operation by the document alone. */
export function exampleResponse(operation: Operation, spec: Specification): unknown {
  if (operation.responseExample !== undefined) return structuredClone(operation.responseExample);
  return operation.responseSchema === undefined
    ? undefined
    : exampleOf(spec.schema(operation.responseSchema), spec);
}

/** A value that fits a schema: its example, or one made of its parts; undefined when there is none. */
export function exampleOf(schema: unknown, spec: Specification, depth = 0): unknown {
  const found = spec.resolve(schema);
  if (found === undefined || depth > MAX_DEPTH) return undefined;
  const given = givenExample(found);
  if (given !== undefined) return structuredClone(given);
  const parts = found['allOf'];
  if (Array.isArray(parts)) {
    return Object.assign({}, ...parts.map((part) => exampleOf(part, spec, depth + 1))) as Json;
  }
  const choice = [found['anyOf'], found['oneOf']].find(Array.isArray) as unknown[] | undefined;
  if (choice !== undefined) return exampleOf(choice[0], spec, depth + 1);
  return exampleOfType(found, spec, depth);
}

function givenExample(schema: Schema): unknown {
  const { examples, enum: values } = schema;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if ('example' in schema) return schema['example'];
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  const known = values ?? schema['x-extensible-enum'];
  return Array.isArray(known) ? known[0] : undefined;
}

function exampleOfType(schema: Schema, spec: Specification, depth: number): unknown {
  const { type, properties } = schema;
  const first: unknown = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (isRecord(properties) || first === 'object') {
    const entries = Object.entries(isRecord(properties) ? properties : {})
      .map(([name, property]) => [name, exampleOf(property, spec, depth + 1)] as const)
      .filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
  }
  switch (first) {
    case 'array': {
      const item = exampleOf(schema['items'], spec, depth + 1);
      return item === undefined ? [] : [item];
    }
    case 'string':
      return exampleString(schema);
    case 'number':
    case 'integer':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return true;
    default:
      return undefined;
  }
}

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  email: 'customer@example.com',
  ipv4: '203.0.113.24',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  uuid: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
};

function exampleString(schema: Schema): string {
  const text = byFormat[String(schema['format'])] ?? 'example';
  return text.slice(0, Number(schema['maxLength'] ?? text.length));
}

/**
 * Adds what the schema has and the emulator has never heard of, from the schema's examples. A field
 * that the emulator left out on purpose stays out: `present` remembers which ones it looked at.
 * Deprecated fields are not invented.
 */
export function complete(response: unknown, schema: unknown, spec: Specification): void {
  const found = spec.resolve(schema);
  if (found === undefined) return;
  if (Array.isArray(response)) {
    for (const item of response) complete(item, found['items'], spec);
    return;
  }
  const { properties } = found;
  if (!isRecord(response) || !isRecord(properties)) return;
  const considered = consideredFields(response);
  for (const [name, property] of Object.entries(properties)) {
    if (name in response) {
      complete(response[name], property, spec);
    } else if (considered !== undefined && !considered.has(name)) {
      if (spec.resolve(property)?.['deprecated'] === true) continue;
      const example = exampleOf(property, spec);
      if (example !== undefined) response[name] = example;
    }
  }
}
