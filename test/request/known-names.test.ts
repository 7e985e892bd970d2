import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { transaction, transactionReport, legacyOrder } from '../../generated/tables.ts';
import { foldKnownName, knownNames } from '../../src/request/known-names.ts';
import { encode } from '../../src/request/encode.ts';
import type { ObjectRule } from '../../src/operation.ts';
import { validateReport, validateTransaction } from '../../src/index.ts';

/** Every path of a model, with `[]` for the items of a list. */
function pathsOf(table: ObjectRule, prefix = ''): string[] {
  const fields = Object.entries(table.fields).flatMap(([model, [, rule]]) => {
    const path = `${prefix}${model}`;
    if (rule.kind === 'request') return [path, ...pathsOf(rule, `${path}.`)];
    if (rule.kind === 'list' && rule.items.kind === 'request') {
      return [path, ...pathsOf(rule.items, `${path}[].`)];
    }
    return [path];
  });
  return [...fields, ...Object.keys(table.modelOnly ?? {}).map((model) => `${prefix}${model}`)];
}

const paths = new Set([...pathsOf(transaction), ...pathsOf(transactionReport)]);

describe('the table', () => {
  test('has folded names of fields that are there', () => {
    const names = Object.entries(knownNames());
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter(([name]) => foldKnownName(name) !== name)).toEqual([]);
    expect(names.filter(([, path]) => !paths.has(path))).toEqual([]);
  });

  test('holds no name that a field of the same object has itself, but for a deprecated one', () => {
    const own = [...paths].filter((path) => {
      const leaf = path.split('.').at(-1) ?? path;
      const meant = knownNames()[foldKnownName(leaf)];
      return meant !== undefined && meant.split('.').at(-1) !== leaf;
    });
    expect(own).toEqual(['creditCard.last4Digits']);
  });

  test.each(['cvv', 'cvc', 'cvv2', 'pan', 'cardnumber', 'number', 'isfraud', 'fraud', 'password'])(
    'says nothing of %s',
    (name) => {
      expect(knownNames()[name]).toBeUndefined();
    },
  );
});

const hintOf = (request: object, check: (request: unknown) => ReturnType<typeof validateReport>) =>
  /did you mean (.*)\?$/.exec(check(request).issues?.[0]?.message ?? '')?.[1];
const meant = (request: object): string | undefined =>
  hintOf(request, validateTransaction as typeof validateReport);

describe('an everyday name gets a suggestion', () => {
  test.each([
    [{ ip: 'x' }, 'device.ipAddress'],
    [{ device: { ip: 'x' } }, 'ipAddress'],
    [{ device: { ip_addr: 'x' } }, 'ipAddress'],
    [{ device: { ua: 'x' } }, 'userAgent'],
    [{ billing: { zip: 'x' } }, 'postal'],
    [{ shipping: { zip_code: 'x' } }, 'postal'],
    [{ zip: 'x' }, 'billing.postal'],
    [{ billing: { state: 'x' } }, 'region'],
    [{ shipping: { province: 'x' } }, 'region'],
    [{ billing: { countryCode: 'x' } }, 'country'],
    [{ creditCard: { 'Country Code': 'x' } }, undefined],
    [{ billing: { phone: 'x' } }, 'phoneNumber'],
    [{ billing: { address1: 'x' } }, 'address'],
    [{ billing: { line2: 'x' } }, 'address2'],
    [{ creditCard: { last4: 'x' } }, 'lastDigits'],
    [{ creditCard: { last4digits: 'x' } }, 'lastDigits'],
    [{ creditCard: { last_4_digits: 'x' } }, 'lastDigits'],
    [{ creditCard: { bin: 'x' } }, 'issuerIdNumber'],
    [{ shoppingCart: [{ sku: 'x' }] }, 'itemId'],
    [{ sku: 'x' }, 'shoppingCart[].itemId'],
    [{ shoppingCart: [{ qty: 1 }] }, 'quantity'],
    [{ order: { total: 1 } }, 'amount'],
    [{ payment: { total: 1 } }, 'order.amount'],
    [{ order: { coupon: 'x' } }, 'discountCode'],
    [{ order: { referer: 'x' } }, 'referrerUri'],
    [{ email: { mail: 'x' } }, 'address'],
    [{ event: { orderId: 'x' } }, 'transactionId'],
    [{ event: { timestamp: 'x' } }, 'time'],
    [{ account: { customerId: 'x' } }, 'userId'],
    [{ payment: { gateway: 'x' } }, 'processor'],
    [{ items: [] }, 'shoppingCart'],
    [{ metadata: {} }, 'customInputs'],
    [{ shippingPostalCode: 'x' }, 'shipping.postal'],
  ])('%j: %s', (request, field) => {
    expect(meant(request)).toBe(field);
  });

  test('in a legacy order, which is one object', () => {
    const { issues } = encode({ zip: 'x', ip: 'x' }, legacyOrder, 'throw');
    expect(issues.map(({ message }) => message.split('; ')[1])).toEqual([
      'did you mean postal?',
      'did you mean ipAddress?',
      undefined,
    ]);
  });

  test('and none that could mean the opposite, or invite a secret', () => {
    expect(hintOf({ tag: 'is_fraud', minfraudId: 'x' }, validateReport)).toBeUndefined();
    for (const name of ['cvv', 'cvc', 'pan', 'number', 'cardNumber', 'isFraud', 'wasDeclined']) {
      expect([name, meant({ creditCard: { [name]: 'x' } })]).toEqual([name, undefined]);
    }
    expect(meant({ payment: { wasUnauthorized: true } })).toBeUndefined();
    expect(meant({ order: { isNotGift: true } })).toBeUndefined();
  });
});

test('no name that a program can give breaks the search', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), (name) => {
      expect(validateTransaction({ device: { [name]: 1 } }).ok).toBeDefined();
    }),
  );
});
