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
/** The record says "at least these are there": what is more is no mistake. */
const lost = (found: Iterable<string>, documented: readonly string[]): string[] => {
  const names = new Set(found);
  return documented.filter((name) => !names.has(name));
};
const factorsFields = [
  ...vendor.responseFields,
  ...vendor.geoFields,
  ...vendor.geoObjects,
  'subscores',
  ...vendor.subscoreFields.map((name) => `subscores.${name}`),
];
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
  test('a transaction has the documented fields and custom inputs', () => {
    const objects = ['device', 'event', 'account', 'email', 'billing', 'shipping', 'payment'];
    objects.push('credit_card', 'order', 'shopping_cart', 'custom_inputs');
    const documented = [...vendor.requestFields, ...vendor.requestAliases, ...objects];
    expect(lost(flatten(component('Transaction')).keys(), documented)).toEqual([]);
  });

  test('Factors has the documented fields, the GeoIP record and the old subscores', () => {
    expect(lost(factors.keys(), factorsFields)).toEqual([]);
  });

  test('Insights has what Factors has, without reasons and subscores', () => {
    const own = factorsFields.filter((path) => !/^(risk_score_reasons|subscores)/.test(path));
    expect(lost(insights.keys(), own)).toEqual([]);
  });

  test('Score has the top, the disposition, the warnings, and the risk of the IP address', () => {
    const kept =
      /^(id|risk_score|funds_remaining|queries_remaining|ip_address(\.risk)?|(disposition|warnings).*)$/;
    const own = factorsFields.filter((path) => kept.test(path));
    expect(lost(score.keys(), own)).toEqual([]);
  });

  test('tiers that share a field describe it in the same way', () => {
    for (const [path, field] of score) {
      // The IP address holds more above Score, and says so.
      if (path === 'ip_address' || !insights.has(path)) continue;
      expect([path, insights.get(path)]).toEqual([path, field]);
    }
    for (const [path, field] of insights) {
      if (factors.has(path)) expect([path, factors.get(path)]).toEqual([path, field]);
    }
  });

  test('the legacy order has the documented inputs', () => {
    const inputs = Object.keys(component('LegacyOrder').properties ?? {});
    expect(lost(inputs, vendor.legacyInputs)).toEqual([]);
  });

  test('the legacy response has the documented outputs, each with the API version that brought it', () => {
    const { properties = {} } = component('LegacyResult');
    for (const [version, names] of Object.entries(vendor.legacyOutputs)) {
      for (const name of names) {
        expect([name, properties[name]?.['x-api-version']]).toEqual([name, version]);
      }
    }
  });

  test('the alert has the documented parameters', () => {
    const parameters = Object.keys(component('Alert').properties ?? {});
    expect(lost(parameters, vendor.alertParameters)).toEqual([]);
  });
});

describe('enumerations', () => {
  test.each(Object.entries(vendor.enumerations))('%s has the documented values', (name, values) => {
    expect(lost(valuesOf(component(name)), values)).toEqual([]);
  });

  test('every enumeration of a response is open and says what each value means', () => {
    for (const [path, field] of factors) {
      if (valuesOf(field).length === 0) continue;
      expect([path, field.enum]).toEqual([path, undefined]);
      expect(sorted(Object.keys(field['x-enum-descriptions'] ?? {}))).toEqual(
        sorted(valuesOf(field)),
      );
    }
  });

  test('every documented code of an error is one of an open enumeration', () => {
    for (const { operationId, responses } of operations()) {
      for (const [status, response] of Object.entries(responses)) {
        if (!status.startsWith('4')) continue;
        for (const { schema } of Object.values(resolve(response).content ?? {})) {
          const body = schema && resolve(schema.contentSchema ?? schema);
          const properties = resolve(body ?? {}).properties ?? {};
          const code = resolve(properties['code'] ?? properties['err'] ?? {});
          expect([operationId, status, code.enum]).toEqual([operationId, status, undefined]);
        }
      }
    }
  });
});

describe('what the documentation says about fields of responses', () => {
  test('what is deprecated says so', () => {
    const marked = factorsFields.filter((path) => factors.get(path)?.deprecated === true);
    const subscores = vendor.subscoreFields.map((name) => `subscores.${name}`);
    expect(lost(marked, [...vendor.deprecatedFields, ...subscores])).toEqual([]);
  });

  test('only what is always sent is required', () => {
    const top = ['funds_remaining', 'id', 'queries_remaining', 'risk_score'];
    for (const tier of ['Score', 'Insights', 'Factors']) {
      expect(sorted(component(tier).required ?? [])).toEqual(top);
    }
    expect(component('IpAddress').required).toBeUndefined();
    expect(component('Traits').required).toBeUndefined();
  });

  test('responses may have undocumented fields', () => {
    const closed = [...factors].filter(([, field]) => field.additionalProperties === false);
    expect(closed).toEqual([]);
  });

  test('every object with names also has a name in the model', () => {
    const named = Object.entries(bundle.components.schemas).filter(
      ([, schema]: [string, Schema]) => schema.properties?.['names'] !== undefined,
    );
    const documented = ['City', 'Continent', 'Country', 'RegisteredCountry', 'Subdivision'];
    documented.push('RepresentedCountry');
    expect(
      lost(
        named.map(([name]) => name),
        documented,
      ),
    ).toEqual([]);
    for (const [, schema] of named)
      expect(Object.keys(schema['x-model-properties'] ?? {})).toEqual(['name']);
  });

  test('every field has a description of more than its own name', () => {
    for (const [path, field] of factors) {
      expect([path, (field.description ?? '').split(' ').length > 3]).toEqual([path, true]);
    }
  });
});

describe('errors', () => {
  test.each(Object.entries(vendor.errorCodes))('%s documents its codes by status', (id, codes) => {
    const operation = operations().find(({ operationId }) => operationId === id);
    const found = new Map<string, number[]>();
    for (const [status, response] of Object.entries(operation?.responses ?? {})) {
      for (const { schema } of Object.values(resolve(response).content ?? {})) {
        const code = schema === undefined ? undefined : resolve(schema).properties?.['code'];
        for (const value of code === undefined ? [] : valuesOf(resolve(code))) {
          if (Number(status) >= 400)
            found.set(value, [...(found.get(value) ?? []), Number(status)]);
        }
      }
    }
    // The report page lists no 403, but shares authentication and front end with the other services.
    const shared = id === 'reportTransaction' ? { PERMISSION_REQUIRED: 403 } : {};
    for (const [code, status] of Object.entries({ ...codes, ...shared }))
      expect([code, found.get(code)]).toEqual([code, expect.arrayContaining([status])]);
  });
});
