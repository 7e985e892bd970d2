import { describe, expect, test } from '@jest/globals';
import {
  bundle,
  component,
  flatten,
  operations,
  resolve,
  valuesOf,
  type Schema,
} from './bundle.ts';
import * as vendor from './vendor-facts.ts';

const sorted = (list: Iterable<string>): string[] => [...list].sort();
const factors = flatten(component('Factors'));
const insights = flatten(component('Insights'));
const score = flatten(component('Score'));

describe('counts, as they were counted on the vendor’s pages', () => {
  test.each([
    ['request fields', vendor.requestFields, 64],
    ['response fields', vendor.responseFields, 83],
    ['GeoIP fields', vendor.geoFields, 70],
    ['subscores', vendor.subscoreFields, 20],
    ['payment processors', vendor.enumerations['PaymentProcessor'], 164],
    ['event types', vendor.enumerations['EventType'], 12],
    ['payment methods', vendor.enumerations['PaymentMethod'], 10],
    ['warnings', vendor.enumerations['WarningCode'], 18],
    ['IP risk reasons', vendor.enumerations['IpRiskReasonCode'], 7],
    ['legacy inputs', vendor.legacyInputs, 28],
    ['legacy outputs', Object.values(vendor.legacyOutputs).flat(), 52],
    ['alert parameters', vendor.alertParameters, 16],
  ])('%s', (_, list, count) => {
    expect(new Set(list).size).toBe(count);
    expect(list).toHaveLength(count);
  });
});

describe('fields', () => {
  test('a transaction has the documented fields and custom inputs, no more', () => {
    const objects = ['device', 'event', 'account', 'email', 'billing', 'shipping', 'payment'];
    objects.push('credit_card', 'order', 'shopping_cart', 'custom_inputs');
    expect(sorted(flatten(component('Transaction')).keys())).toEqual(
      sorted([...vendor.requestFields, ...objects]),
    );
  });

  test('Factors has the documented fields, the GeoIP record and the old subscores, no more', () => {
    const subscores = vendor.subscoreFields.map((name) => `subscores.${name}`);
    const documented = [...vendor.responseFields, ...vendor.geoFields, ...vendor.geoObjects];
    expect(sorted(factors.keys())).toEqual(sorted([...documented, 'subscores', ...subscores]));
  });

  test('Insights is Factors without reasons and subscores', () => {
    const own = [...factors.keys()].filter((path) => !/^(risk_score_reasons|subscores)/.test(path));
    expect(sorted(insights.keys())).toEqual(sorted(own));
  });

  test('Score is the top, the disposition, the warnings, and the risk of the IP address alone', () => {
    const kept =
      /^(id|risk_score|funds_remaining|queries_remaining|ip_address(\.risk)?|(disposition|warnings).*)$/;
    expect(sorted(score.keys())).toEqual(
      sorted([...factors.keys()].filter((path) => kept.test(path))),
    );
  });

  test('tiers that share a field describe it in the same way', () => {
    for (const [path, field] of score) {
      // The IP address holds more above Score, and says so.
      if (path !== 'ip_address') expect([path, insights.get(path)]).toEqual([path, field]);
    }
    for (const [path, field] of insights) expect([path, factors.get(path)]).toEqual([path, field]);
  });

  test('the legacy order has the documented inputs', () => {
    expect(sorted(Object.keys(component('LegacyOrder').properties ?? {}))).toEqual(
      sorted(vendor.legacyInputs),
    );
  });

  test('the legacy answer has the documented outputs, each with the API version that brought it', () => {
    const byVersion: Record<string, string[]> = {};
    for (const [name, field] of Object.entries(component('LegacyResult').properties ?? {})) {
      (byVersion[field['x-api-version'] ?? 'none'] ??= []).push(name);
    }
    const want = Object.entries(vendor.legacyOutputs).map(([version, names]) => [
      version,
      sorted(names),
    ]);
    expect(
      Object.entries(byVersion)
        .map(([version, names]) => [version, sorted(names)])
        .sort(),
    ).toEqual(want);
  });

  test('the alert has the documented parameters', () => {
    expect(sorted(Object.keys(component('Alert').properties ?? {}))).toEqual(
      sorted(vendor.alertParameters),
    );
  });
});

describe('enumerations', () => {
  test.each(Object.entries(vendor.enumerations))('%s has the documented values', (name, values) => {
    expect(sorted(valuesOf(component(name)))).toEqual(sorted(values));
  });

  test('every enumeration of an answer is open and says what each value means', () => {
    for (const [path, field] of factors) {
      if (valuesOf(field).length === 0) continue;
      const known = field.anyOf?.find((branch) => branch.enum);
      expect([path, field['x-open-enum'], field.enum]).toEqual([path, true, undefined]);
      expect(sorted(Object.keys(known?.['x-enum-descriptions'] ?? {}))).toEqual(
        sorted(valuesOf(field)),
      );
    }
  });
});

describe('what the documentation says about fields of answers', () => {
  test.each(vendor.responseRanges.map((range) => [...range] as const))(
    '%s is in %s…%s',
    (path, least, greatest) => {
      const field = factors.get(path);
      expect([field?.minimum, field?.maximum]).toEqual([least, greatest]);
    },
  );

  test.each(Object.entries(vendor.responseLengths))(
    '%s has at most %s characters',
    (path, length) => {
      const field = factors.get(path);
      const texts = field?.anyOf ?? [field];
      expect(texts.at(-1)?.maxLength).toBe(length);
    },
  );

  test('what is deprecated says so, and nothing else does', () => {
    const marked = [...factors].filter(([, field]) => field.deprecated).map(([path]) => path);
    const subscores = vendor.subscoreFields.map((name) => `subscores.${name}`);
    expect(sorted(marked)).toEqual(sorted([...vendor.deprecatedFields, ...subscores]));
  });

  test('only what is always sent is required', () => {
    const top = ['funds_remaining', 'id', 'queries_remaining', 'risk_score'];
    for (const tier of ['Score', 'Insights', 'Factors']) {
      expect(sorted(component(tier).required ?? [])).toEqual(top);
    }
    expect(component('IpAddress').required).toBeUndefined();
    expect(component('Traits').required).toBeUndefined();
  });

  test('answers may hold fields that nobody knows yet', () => {
    const closed = [...factors].filter(([, field]) => field.additionalProperties === false);
    expect(closed).toEqual([]);
  });

  test('every object with names also has a name in the model', () => {
    const named = Object.entries(bundle.components.schemas).filter(
      ([, schema]: [string, Schema]) => schema.properties?.['names'] !== undefined,
    );
    expect(sorted(named.map(([name]) => name))).toEqual([
      'City',
      'Continent',
      'Country',
      'RegisteredCountry',
      'RepresentedCountry',
      'Subdivision',
    ]);
    for (const [, schema] of named)
      expect(Object.keys(schema['x-model-properties'] ?? {})).toEqual(['name']);
  });

  test('every field has a description of more than its own name', () => {
    for (const [path, field] of factors) {
      expect([path, (field.description ?? '').split(' ').length > 4]).toEqual([path, true]);
    }
  });
});

describe('errors', () => {
  test.each(Object.entries(vendor.errorCodes))('%s documents its codes by status', (id, codes) => {
    const operation = operations().find(({ operationId }) => operationId === id);
    const found: Record<string, number> = {};
    for (const [status, response] of Object.entries(operation?.responses ?? {})) {
      for (const { schema } of Object.values(resolve(response).content ?? {})) {
        const code = schema === undefined ? undefined : resolve(schema).properties?.['code'];
        for (const value of code === undefined ? [] : valuesOf(resolve(code))) {
          if (Number(status) >= 400) found[value] = Number(status);
        }
      }
    }
    // The report page lists no 403, but shares authentication and front end with the other services.
    const shared = id === 'reportTransaction' ? { PERMISSION_REQUIRED: 403 } : {};
    expect(found).toEqual({ ...codes, ...shared });
  });
});
