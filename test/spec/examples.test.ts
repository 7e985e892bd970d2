import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { grammar } from '../../scripts/dialect.ts';
import { bundle, component, examples, flatten } from './bundle.ts';
import * as vendor from './vendor-facts.ts';

// Strict: a keyword that does nothing, or a format that Ajv does not know, fails the test.
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  strictRequired: false,
});
formats(ajv);
// The document is added whole, so that references inside it resolve; these are not JSON Schema.
for (const key of Object.keys(bundle)) ajv.addKeyword(key);
const extensions = Object.keys(grammar['schema'] ?? {}).filter((word) => word.startsWith('x-'));
for (const extension of [...extensions, 'externalDocs']) ajv.addKeyword(extension);
ajv.addSchema(bundle, 'spec');

function errorsOf(schema: object, value: unknown): unknown {
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"spec#/components/'),
  ) as object;
  const validate = ajv.compile(absolute);
  return validate(value) ? [] : validate.errors;
}

/** An example as it stands in its file; the bundle holds only those that an operation shows. */
function file(name: string): unknown {
  const text = readFileSync(join(process.cwd(), 'spec/examples', name), 'utf8');
  return (parse(text) as { value: unknown }).value;
}

describe('examples', () => {
  const all = [...examples()];

  test('every operation that takes or gives a body shows an example', () => {
    expect(all.length).toBeGreaterThan(40);
    expect(new Set(all.map(({ at }) => at)).size).toBe(all.length);
  });

  test.each(all.map(({ at, value, schema }) => [at, schema, value] as const))(
    '%s is valid',
    (_, schema, value) => {
      expect(value).toBeDefined();
      expect(errorsOf(schema, value)).toEqual([]);
    },
  );

  test('no example lies about that nobody shows', () => {
    const files = readdirSync(join(process.cwd(), 'spec/examples'));
    const names = files.map((name) => name.replace(/\.[a-z]+$/, ''));
    expect(Object.keys(bundle.components['examples'] ?? {}).sort()).toEqual(names.sort());
  });

  test.each(['score', 'insights', 'factors'])('the bare response of %s is valid', (tier) => {
    const name = tier.charAt(0).toUpperCase() + tier.slice(1);
    expect(errorsOf(component(name), file(`${tier}-response-minimal.json`))).toEqual([]);
  });

  test.each(['Score', 'Insights', 'Factors'])(
    'the full response of %s holds every field of the record',
    (name) => {
      const found = new Set<string>();
      collect(file(`${name.toLowerCase()}-response.json`), '', found);
      const fields = flatten(component(name));
      const recorded = [...vendor.responseFields, ...vendor.geoFields, ...vendor.geoObjects];
      const own = recorded.filter((path) => fields.has(path));
      expect(own.length).toBeGreaterThan(9);
      expect(own.filter((path) => !found.has(path))).toEqual([]);
    },
  );

  test('examples inside schemas are valid too', () => {
    for (const [name, schema] of Object.entries(bundle.components.schemas)) {
      for (const [property, field] of Object.entries(schema.properties ?? {})) {
        for (const example of field.examples ?? []) {
          expect([name, property, errorsOf(field, example)]).toEqual([name, property, []]);
        }
      }
    }
  });

  test('a broken response is not valid', () => {
    const response = file('score-response-minimal.json') as object;
    expect(errorsOf(component('Score'), { ...response, risk_score: 100 })).not.toEqual([]);
    expect(errorsOf(component('Score'), { ...response, id: 'nonsense' })).not.toEqual([]);
    expect(errorsOf(component('Score'), { ...response, new_field: [1] })).toEqual([]);
  });

  test('there is one error body for every documented code', () => {
    const codes = new Set(
      Object.values(vendor.errorCodes).flatMap((byCode) => Object.keys(byCode)),
    );
    const shown = readdirSync(join(process.cwd(), 'spec/examples'))
      .filter((name) => /^(disposition-)?error-/.test(name))
      .map((name) => (file(name) as { code: string }).code);
    expect([...codes].filter((code) => !shown.includes(code))).toEqual([]);
  });
});

/** Collects the path of every field in a value, list items as `[]`. */
function collect(value: unknown, prefix: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, `${prefix}[]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      found.add(path);
      collect(child, path, found);
    }
  }
}
