/** Oracle: what is left of any garbage under `drop` is a transaction by the bundled spec, says ajv. */
import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { scoreLegacyOperation, scoreOperation } from '../../generated/operations.ts';
import { prepareOrder } from '../../src/legacy/order.ts';
import type { ObjectRule, Rule } from '../../src/operation.ts';
import { prepareTransaction, writeJson } from '../../src/request/prepare.ts';
import { openapi } from './wire-requests.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats(ajv);
ajv.addSchema(openapi, 'openapi');
const validatorOf = (name: string): ValidateFunction =>
  ajv.compile({ $ref: `openapi#/components/schemas/${name}` });

const drop = { invalid: 'drop', hashEmail: false } as const;
const seed = 20261126;

/** No digits: a card number throws, as it should. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map(withoutDigits),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(withoutDigits),
  fc.constantFrom('', ' ', '\0', '\n', 'a\nb', '\ud800', 'Germany', 'New York', 'null', '@', '::'),
  fc.constantFrom('DE', 'USD', 'a@example.com', 'purchase', '203.0.113.9', 'x'.repeat(255)),
  fc.constantFrom(
    'x'.repeat(256),
    '😀'.repeat(600),
    `${'😀'.repeat(300)}\ud83d`,
    'é\0'.repeat(999),
  ),
);
const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e13, -1),
);

/** Values of the JavaScript type that a rule asks for, right and wrong ones, and null. */
function garbageOf(rule: Rule): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: typedOf(rule) }, { weight: 1, arbitrary: nothing });
}

const nothing = fc.constantFrom(null, undefined);

function typedOf(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'string':
      if (rule.format === 'date-time') return fc.oneof(texts, fc.date({ noInvalidDate: false }));
      return rule.acceptsUrl === true ? fc.oneof(texts, fc.webUrl().map(urlOf)) : texts;
    case 'number':
    case 'integer':
      return numbers;
    case 'boolean':
      return fc.boolean();
    case 'union':
      return fc.oneof(...rule.of.map(typedOf));
    case 'list':
      return fc.array(garbageOf(rule.items), { maxLength: 4 });
    case 'map':
      return fc.dictionary(fc.stringMatching(/^[a-z_]{1,25}$/), garbageOf(rule.values), {
        maxKeys: 5,
        noNullPrototype: true,
      });
    case 'request':
      return objectOf(rule);
  }
}

function objectOf({ fields, modelOnly = {} }: ObjectRule): fc.Arbitrary<object> {
  const members = [
    ...Object.entries(fields).map(([model, [, rule]]) => [model, garbageOf(rule)] as const),
    ...Object.entries(modelOnly).map(([model, rule]) => [model, garbageOf(rule)] as const),
  ];
  return fc
    .subarray(members, { maxLength: Math.min(8, members.length) })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen) as Record<string, fc.Arbitrary<unknown>>),
    );
}

function withoutDigits(text: string): string {
  return text.replace(/\p{N}/gu, 'n');
}

function urlOf(text: string): URL {
  return new URL(withoutDigits(text).replace(/^http/, 'ftp'));
}

describe('garbage of the right types next to one right input', () => {
  test('never stops a score, and what goes out is what the spec allows', () => {
    const validate = validatorOf('Transaction');
    let changed = 0;
    fc.assert(
      fc.property(objectOf(scoreOperation.request), (garbage) => {
        const device = (garbage as Record<string, unknown>)['device'] as object | null | undefined;
        const transaction = { ...garbage, device: { ...device, ipAddress: '203.0.113.9' } };
        const { wire, repairs } = prepareTransaction(transaction, scoreOperation, drop);
        const body: unknown = JSON.parse(writeJson(wire, undefined).json);
        expect([validate(body), validate.errors]).toEqual([true, null]);
        if (repairs.length > 0) changed++;
        // What was dropped is not there, unless it was made of something else: an MD5, a domain.
        for (const { pointer, how } of repairs) {
          if (!/^\/(shopping_cart|account\/username_md5|email\/domain)/.test(pointer)) {
            expect([pointer, how, valueAt(body, pointer) !== undefined]).toEqual([
              pointer,
              how,
              how === 'shortened',
            ]);
          }
        }
      }),
      { numRuns: 3000, seed },
    );
    expect(changed).toBeGreaterThan(2000);
  });

  test('never stops an order of minFraud Legacy', () => {
    const validate = validatorOf('LegacyOrder');
    let changed = 0;
    fc.assert(
      fc.property(objectOf(scoreLegacyOperation.request), (garbage) => {
        const order = { ...garbage, ipAddress: '203.0.113.9' };
        const { wire, repairs } = prepareOrder(order, scoreLegacyOperation, drop);
        const form: unknown = { ...wire, license_key: 'a-key' };
        expect([validate(form), validate.errors]).toEqual([true, null]);
        if (repairs.length > 0) changed++;
      }),
      { numRuns: 2000, seed },
    );
    expect(changed).toBeGreaterThan(1000);
  });
});

function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], body);
}
