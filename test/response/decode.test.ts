import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tables from '../../generated/tables.ts';
import type { Factors, Insights, Score } from '../../generated/models/index.ts';
import type { ResponseObject, ResponseRule } from '../../src/operation.ts';
import { decode as decodeUntyped, type DecodeOptions } from '../../src/response/decode.ts';
import { component, flatten, resolve, type Schema } from '../spec/bundle.ts';
import { runs } from '../runs.ts';

type Json = Record<string, unknown>;
const english = { locales: ['en'] };

/** With the type that a call would give the result. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it names the result
function decode<Result = unknown>(
  wire: unknown,
  table: ResponseObject,
  options: DecodeOptions,
): Result {
  return decodeUntyped(wire as object, table, options) as Result;
}

/** What a table adds where the service sends nothing: the spec may gain lists. */
function lists(table: ResponseRule | undefined): Record<string, unknown[]> {
  const names = table?.kind === 'response' ? (table.lists ?? []) : [];
  return Object.fromEntries(names.map((name) => [name, []]));
}

function example(name: string): Json {
  const text = readFileSync(join(process.cwd(), 'spec/examples', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { value: Json }).value;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}

describe('a full response', () => {
  const wire = deepFreeze(example('factors-response'));
  const result = decode<Factors>(wire, tables.factors, english);

  test('reads in camelCase from top to bottom', () => {
    expect(result.riskScore).toBe(38.27);
    expect(result.fundsRemaining).toBe(412.58);
    expect(result.queriesRemaining).toBe(27505);
    expect(result.ipAddress?.riskReasons[0]?.code).toBe('ANONYMOUS_IP');
    expect(result.ipAddress?.anonymizer?.residential?.networkLastSeen).toBe('2026-10-11');
    expect(result.ipAddress?.country?.isInEuropeanUnion).toBe(true);
    expect(result.ipAddress?.representedCountry?.isoCode).toBe('DE');
    expect(result.ipAddress?.subdivisions.map(({ isoCode }) => isoCode)).toEqual(['MN', '053']);
    expect(result.ipAddress?.traits?.autonomousSystemOrganization).toBe('University of Minnesota');
    expect(result.creditCard?.issuer?.matchesProvidedPhoneNumber).toBe(false);
    expect(result.email?.domain?.visit?.lastVisitedOn).toBe('2026-11-15');
    expect(result.shippingAddress?.distanceToBillingAddress).toBe(2263);
    expect(result.billingPhone?.numberType).toBe('mobile');
    expect(result.disposition?.ruleLabel).toBe('review-anonymous-ip');
    expect(result.riskScoreReasons[0]?.reasons[1]?.code).toBe('IP_EMAIL_VELOCITY');
    expect(result).toHaveProperty('subscores.billingAddressDistanceToIpLocation', 2.05);
    expect(result.warnings[2]?.inputPointer).toBe('/device/tracking_token');
  });

  test('keeps times as text, with the offset that they came with', () => {
    expect(result.ipAddress?.location?.localTime).toBe('2026-11-21T19:17:24-06:00');
    expect(result.device?.localTime).toBe('2026-11-22T02:17:25+01:00');
  });

  test('is what the spec says of it, field by field', () => {
    expect(result).toStrictEqual(decodeBySpec(wire, component('Factors'), ['en']));
  });

  test('is plain data: it survives JSON, structuredClone, spread and comparison', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
    expect({ ...result }).toEqual(result);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test('in the other tiers reads in the same way', () => {
    const insights = decode<Insights>(example('insights-response'), tables.insights, english);
    expect(insights.ipAddress).toEqual(result.ipAddress);
    expect(insights).not.toHaveProperty('riskScoreReasons');
    const score = decode<Score>(example('score-response'), tables.score, english);
    expect(score.ipAddress).toEqual({ risk: 62.18 });
    expect(score.warnings).toEqual(result.warnings);
  });
});

describe('what is absent', () => {
  test('stays absent, but for lists', () => {
    const wire = { ...example('factors-response-minimal'), ip_address: {} };
    const result = decode<Factors>(wire, tables.factors, english);
    const own = ['fundsRemaining', 'id', 'ipAddress', 'queriesRemaining', 'riskScore'];
    expect(Object.keys(result).sort()).toEqual(
      [...own, ...Object.keys(lists(tables.factors))].sort(),
    );
    expect(result.riskScoreReasons).toEqual([]);
    expect(result.warnings).toEqual([]);
    expect(result.riskScoreReasons).toEqual([]);
    expect(result.ipAddress).toMatchObject({ riskReasons: [], subdivisions: [] });
  });

  test('gives every result lists of its own', () => {
    const first = decode<Score>({}, tables.score, english);
    const second = decode<Score>({}, tables.score, english);
    expect(first.warnings).not.toBe(second.warnings);
  });

  test('a list that is null is an empty one, so that a loop over it is safe', () => {
    expect(decode({ warnings: null }, tables.score, english)).toEqual(lists(tables.score));
  });
});

describe('name', () => {
  const names = { de: 'Deutschland', en: 'Germany', 'pt-BR': 'Alemanha' };
  const nameIn = (locales: string[], given: unknown = names): unknown =>
    decode<Json>({ names: given }, tables.country, { locales })['name'];

  test('is taken from the first locale that there is a name in', () => {
    expect(nameIn(['en'])).toBe('Germany');
    expect(nameIn(['de', 'en'])).toBe('Deutschland');
    expect(nameIn(['ja', 'fr', 'pt-BR', 'en'])).toBe('Alemanha');
  });

  test('is absent when no locale has one', () => {
    expect(decode({ names }, tables.country, { locales: ['pt', 'EN', ''] })).toEqual({ names });
    expect(decode({ names }, tables.country, { locales: [] })).toEqual({ names });
    expect(decode({ iso_code: 'DE' }, tables.country, english)).toEqual({ isoCode: 'DE' });
  });

  test('is never something that an object inherits, or that is no text', () => {
    expect(nameIn(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'en'])).toBe(
      'Germany',
    );
    expect(nameIn(['de', 'en'], { de: 7, en: 'Germany' })).toBe('Germany');
    expect(nameIn(['en'], null)).toBeUndefined();
    expect(nameIn(['en'], 'Germany')).toBeUndefined();
    expect(nameIn(['0'], ['Germany'])).toBe('Germany'); // a list has the key 0; it is kept, and harmless
  });

  test('keeps the keys of names as they are', () => {
    expect(decode<{ names: unknown }>({ names }, tables.country, english).names).toEqual(names);
  });
});

describe('what the spec does not know', () => {
  test('is kept under its wire name, at every level, untouched', () => {
    const deep = { snake_case: [{ still_snake: { warnings: null } }] };
    const wire = { risk_score: 1, new_field: deep, ip_address: { traits: { new_trait: deep } } };
    expect(decode(wire, tables.factors, english)).toEqual({
      riskScore: 1,
      new_field: deep,
      ipAddress: { traits: { new_trait: deep }, riskReasons: [], subdivisions: [] },
      riskScoreReasons: [],
      warnings: [],
    });
  });

  test('new enumeration values come through', () => {
    const wire = {
      disposition: { action: 'escalate', reason: 'model' },
      warnings: [{ code: 'NEW_WARNING', warning: '…', input_pointer: '/new' }],
      ip_address: { traits: { user_type: 'satellite_home' } },
    };
    const result = decode<Factors>(wire, tables.factors, english);
    expect(result.disposition?.action).toBe('escalate');
    expect(result.warnings[0]?.code).toBe('NEW_WARNING');
    expect(result.ipAddress?.traits?.userType).toBe('satellite_home');
  });

  test('never hides a documented field, whatever the order', () => {
    expect(decode({ riskScore: 99, risk_score: 1 }, tables.score, english)).toEqual({
      riskScore: 1,
      ...lists(tables.score),
    });
    expect(decode({ risk_score: 1, riskScore: 99 }, tables.score, english)).toEqual({
      riskScore: 1,
      ...lists(tables.score),
    });
    expect(decode({ riskScore: 99 }, tables.score, english)).toEqual({
      riskScore: 99,
      ...lists(tables.score),
    });
    const named = { name: 'other', names: { en: 'Germany' } };
    expect(decode(named, tables.country, english)).toEqual({ ...named, name: 'Germany' });
    expect(decode({ name: 'other' }, tables.country, english)).toEqual({ name: 'other' });
  });
});

describe('hostile responses', () => {
  afterEach(() => {
    delete (Object.prototype as Json)['polluted'];
  });

  test('a __proto__ key neither pollutes nor becomes the prototype', () => {
    const attack =
      '{"__proto__":{"polluted":true},"risk_score":1,"ip_address":{"__proto__":{"polluted":true}}}';
    const result = decode<Factors>(JSON.parse(attack), tables.factors, english);
    expect(({} as Json)['polluted']).toBeUndefined();
    expect((result as unknown as Json)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(result.ipAddress)).toBe(Object.prototype);
    expect(JSON.stringify(result)).toContain('"__proto__":{"polluted":true},"riskScore":1');
  });

  test('keys that objects inherit are keys like any other', () => {
    const wire = { constructor: 1, toString: 2, hasOwnProperty: 3, valueOf: 4 };
    expect(decode(wire, tables.score, english)).toEqual({
      ...wire,
      ...lists(tables.score),
    });
  });

  test('a property added to Object.prototype is not taken for part of the response', () => {
    (Object.prototype as Json)['polluted'] = true;
    const result = decode<object>({ risk_score: 1 }, tables.score, english);
    expect(Object.keys(result)).toEqual(['riskScore', ...Object.keys(lists(tables.score))]);
  });

  test.each([null, true, 0, 'text', ['list'], [[]], undefined])(
    'an object that is %j instead is kept as that',
    (other) => {
      const wire = {
        ip_address: other,
        email: other,
        risk_score: other,
        disposition: { action: other },
      };
      expect(decode(wire, tables.factors, english)).toEqual({
        ipAddress: other,
        email: other,
        riskScore: other,
        disposition: { action: other, ...lists(tables.factors.fields['disposition']?.[1]) },
        ...lists(tables.factors),
      });
      expect(decode(other, tables.factors, english)).toBe(other);
    },
  );

  test.each([true, 0, 'text', { length: 2 }])(
    'a list that is %j instead is kept as that',
    (other) => {
      expect(decode({ warnings: other }, tables.score, english)).toEqual({
        ...lists(tables.score),
        warnings: other,
      });
    },
  );

  test('odd items of a list do not disturb their neighbours', () => {
    const warnings = [null, 7, [], 'text', { input_pointer: '/billing/city' }];
    expect(decode({ warnings }, tables.score, english)).toEqual({
      ...lists(tables.score),
      warnings: [null, 7, [], 'text', { inputPointer: '/billing/city' }],
    });
  });

  test('nesting of any depth is carried, not walked', () => {
    const depth = 200_000;
    const text = `{"unknown":${'['.repeat(depth)}${']'.repeat(depth)},"risk_score":1}`;
    expect(decode<Score>(JSON.parse(text), tables.score, english).riskScore).toBe(1);
  });
});

describe('tables of any shape', () => {
  const leaf: ResponseObject = {
    kind: 'response',
    name: 'Leaf',
    fields: { some_value: ['someValue'] },
  };
  const holder: ResponseObject = {
    kind: 'response',
    name: 'Holder',
    fields: {
      by_key: ['byKey', { kind: 'map', values: leaf }],
      lists_by_key: ['listsByKey', { kind: 'map', values: { kind: 'list', items: leaf } }],
    },
  };

  test('keys of maps are data; their values are walked', () => {
    const wire = JSON.parse(
      `{"by_key":{"some_value":{"some_value":1},"__proto__":{"some_value":2}},
        "lists_by_key":{"a_b":[{"some_value":3}]},"words":["a_b"]}`,
    ) as object;
    const result = decode<{ byKey: object }>(wire, holder, english);
    expect(JSON.stringify(result)).toBe(
      '{"byKey":{"some_value":{"someValue":1},"__proto__":{"someValue":2}},' +
        '"listsByKey":{"a_b":[{"someValue":3}]},"words":["a_b"]}',
    );
    expect(Object.getPrototypeOf(result.byKey)).toBe(Object.prototype);
  });
});

describe('any response', () => {
  test.each(['Score', 'Insights', 'Factors', 'DispositionUpdates'])(
    'of %s decodes to what the spec says, with unknown fields and surprises',
    (name) => {
      const table = tables[(name.charAt(0).toLowerCase() + name.slice(1)) as 'score'];
      const locales = fc.subarray(['en', 'de', 'fr', 'pt-BR', 'xx']);
      fc.assert(
        fc.property(valueOf(component(name)), locales, (value, preferred) => {
          const wire = deepFreeze(value);
          const result = decode(wire, table, { locales: preferred });
          expect(result).toStrictEqual(decodeBySpec(wire, component(name), preferred));
        }),
        { numRuns: runs(150) },
      );
    },
  );

  test('every documented field of Factors is carried to its model name', () => {
    for (const [path, field] of flatten(component('Factors'))) {
      const at = path.replaceAll('[]', '.0').split('.');
      const wire = at.reduceRight<unknown>(
        (inner, key) => (key === '0' ? [inner] : { [key]: inner }),
        sample(field),
      );
      const result = decode<object>(wire, tables.factors, english);
      expect(result).toHaveProperty(modelPath(at, component('Factors')));
    }
  });
});

/** The names of the model on the way to a field; `0` stands for a list's first item. */
function modelPath([key, ...rest]: readonly string[], schema: Schema): string[] {
  if (key === undefined) return [];
  const child = resolve((key === '0' ? schema.items : schema.properties?.[key]) ?? {});
  return [key === '0' ? key : camel(key, child), ...modelPath(rest, child)];
}

/** The model naming rule, as the spec's documentation words it; enough for the names of responses. */
function camel(name: string, { 'x-model-name': given }: Schema = {}): string {
  if (given !== undefined) return given;
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** What decoding means, written against the spec itself rather than the tables made from it. */
function decodeBySpec(value: unknown, schema: Schema, locales: readonly string[]): unknown {
  if (schema.items !== undefined) {
    const items = resolve(schema.items);
    return Array.isArray(value) ? value.map((item) => decodeBySpec(item, items, locales)) : value;
  }
  if (schema.properties === undefined) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = schema.properties;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] =>
    Object.hasOwn(known, key)
      ? [camel(key, known[key]), decodeBySpec(child, resolve(known[key] ?? {}), locales)]
      : [key, child],
  );
  const result: Json = Object.fromEntries(entries);
  for (const [key, property] of Object.entries(known)) {
    if (resolve(property).type === 'array') result[camel(key, property)] ??= [];
  }
  const names = (value as Json)['names'];
  if (schema['x-model-properties'] !== undefined && typeof names === 'object' && names !== null) {
    const locale = locales.find((each) => typeof (names as Json)[each] === 'string');
    if (locale !== undefined) result['name'] = (names as Json)[locale];
  }
  return result;
}

/** Values of a schema, now and then of another type, with fields that it does not know. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const surprise = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant([]));
  return fc.oneof(
    { weight: 12, arbitrary: rightValueOf(schema) },
    { weight: 1, arbitrary: surprise },
  );
}

function rightValueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.items !== undefined) return fc.array(valueOf(resolve(schema.items)), { maxLength: 3 });
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([key, property]) => [
      key,
      valueOf(resolve(property)),
    ]);
    const documented = fc.record(
      Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>,
      {
        requiredKeys: [],
      },
    );
    const unknown = fc.dictionary(fc.stringMatching(/^zz_[a-z_]{1,8}$/), fc.jsonValue(), {
      maxKeys: 2,
    });
    return fc
      .tuple(documented, unknown)
      .map(([fieldsOfSpec, others]) => ({ ...fieldsOfSpec, ...others }));
  }
  if (schema.type === 'object') {
    return fc.dictionary(fc.constantFrom('en', 'de', 'pt-BR', 'constructor'), fc.string());
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.double({ noNaN: true });
  return fc.string();
}

function sample(field: Schema): unknown {
  if (field.items !== undefined) return [];
  return field.type === 'object' ? {} : 'value';
}
