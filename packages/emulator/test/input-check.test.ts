import { describe, expect, it } from '@jest/globals';
import { checkTransaction } from '../src/input-check.ts';
import { jsonOf, paths, post, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const invalid = (pointer: string): Json => ({
  code: 'INPUT_INVALID',
  input_pointer: pointer,
  warning: `Encountered value at ${pointer} that does not meet the required constraints`,
});
const unknown = (pointer: string): Json => ({
  code: 'INPUT_UNKNOWN',
  input_pointer: pointer,
  warning: `Encountered an unknown key at ${pointer}`,
});

describe('what the service cannot use is dropped with a warning', () => {
  it.each<[string, Json, Json[], Json]>([
    [
      'an unknown part',
      { a: 1, event: { shop_id: 's' } },
      [unknown('/a')],
      { event: { shop_id: 's' } },
    ],
    [
      'an unknown field, its name escaped',
      { event: { shop_id: 's', 'a/b~c': 1 } },
      [unknown('/event/a~1b~0c')],
      { event: { shop_id: 's' } },
    ],
    [
      'a value that breaks a rule',
      { billing: { country: 'Germany', city: 'Berlin' } },
      [invalid('/billing/country')],
      { billing: { city: 'Berlin' } },
    ],
    [
      'a part of the wrong type',
      { billing: 'Berlin', event: { shop_id: 's' } },
      [invalid('/billing')],
      { event: { shop_id: 's' } },
    ],
    [
      'an unknown value of an enumeration',
      { event: { type: 'gift', shop_id: 's' } },
      [invalid('/event/type')],
      { event: { shop_id: 's' } },
    ],
    [
      'null',
      { event: { type: null, shop_id: 's' } },
      [invalid('/event/type')],
      { event: { shop_id: 's' } },
    ],
    [
      'a boolean in words',
      { order: { is_gift: 'true', amount: 1 } },
      [invalid('/order/is_gift')],
      { order: { amount: 1 } },
    ],
    [
      'fields of items, which keep their numbers',
      {
        shopping_cart: [
          { price: -1, item_id: 'a' },
          7,
          { colour: 'red', price: 2 },
          { price: 'x' },
        ],
      },
      [
        invalid('/shopping_cart/0/price'),
        invalid('/shopping_cart/1'),
        unknown('/shopping_cart/2/colour'),
        invalid('/shopping_cart/3/price'),
      ],
      { shopping_cart: [{ item_id: 'a' }, { price: 2 }] },
    ],
    [
      'custom inputs by the name of the key',
      { custom_inputs: { 'Bad Key': 1, good: true, nested: {} } },
      [invalid('/custom_inputs/Bad Key'), invalid('/custom_inputs/nested')],
      { custom_inputs: { good: true } },
    ],
    [
      'an invalid IP address, under its own code',
      { device: { ip_address: '1.2.3', session_id: 's' } },
      [
        {
          code: 'IP_ADDRESS_INVALID',
          input_pointer: '/device/ip_address',
          warning: 'The IP address is not a valid IPv4 or IPv6 address',
        },
      ],
      { device: { session_id: 's' } },
    ],
  ])('%s', (_, body, warnings, transaction) => {
    const before = structuredClone(body);
    expect(checkTransaction(body)).toEqual({ transaction, warnings });
    expect(body).toEqual(before);
  });

  it('counts from the first item even when a later look finds more', () => {
    // Item 0 goes; the quantity of item 1 becomes a number first, and is wrong only then.
    const { transaction, warnings } = checkTransaction({
      shopping_cart: ['x', { quantity: '1.5', price: 1 }],
    });
    expect(warnings.map(({ input_pointer }) => input_pointer)).toEqual([
      '/shopping_cart/0',
      '/shopping_cart/1/quantity',
    ]);
    expect(transaction).toEqual({ shopping_cart: [{ price: 1 }] });
  });

  it('keeps a warning within its documented length', () => {
    const key = 'k'.repeat(400);
    const [warning] = checkTransaction({ [key]: 1 }).warnings;
    expect(warning?.warning).toHaveLength(255);
    expect(warning?.input_pointer).toBe(`/${key}`);
  });

  it('survives keys that mean something to JavaScript', () => {
    const body = JSON.parse(
      '{"__proto__":{"x":1},"constructor":2,"event":{"shop_id":"s"}}',
    ) as Json;
    const { transaction, warnings } = checkTransaction(body);
    expect(transaction).toEqual({ event: { shop_id: 's' } });
    expect(warnings.map((warning) => warning.input_pointer)).toEqual([
      '/__proto__',
      '/constructor',
    ]);
  });
});

describe('numbers and strings become each other where the other is wanted', () => {
  it('as documented, without a warning', () => {
    const { transaction, warnings } = checkTransaction({
      account: { user_id: 3132 },
      order: { amount: '323.21' },
      credit_card: { issuer_id_number: 411111, last_digits: 7643 },
      shopping_cart: [{ quantity: '2', price: '20.43' }],
      billing: { postal: 55414 },
    });
    expect(warnings).toEqual([]);
    expect(transaction).toEqual({
      account: { user_id: '3132' },
      order: { amount: 323.21 },
      credit_card: { issuer_id_number: '411111', last_digits: '7643' },
      shopping_cart: [{ quantity: 2, price: 20.43 }],
      billing: { postal: '55414' },
    });
  });

  it('but the rules still hold afterwards', () => {
    const { transaction, warnings } = checkTransaction({
      order: { amount: '-1' },
      credit_card: { issuer_id_number: 12 },
      shopping_cart: [{ quantity: '1.5', price: 1 }],
    });
    expect(transaction).toEqual({ shopping_cart: [{ price: 1 }] });
    expect(warnings.map(({ input_pointer }) => input_pointer)).toEqual([
      '/credit_card/issuer_id_number',
      '/order/amount',
      '/shopping_cart/0/quantity',
    ]);
  });
});

describe('warnings about inputs that are well formed', () => {
  const noon = new Date('2026-07-01T16:00:00Z');

  async function codes(body: Json): Promise<string[]> {
    const { url } = await emulate({ clock: () => noon });
    const response = await jsonOf(post(url + paths.score, body));
    return ((response['warnings'] ?? []) as Json[]).map(
      (warning) => `${String(warning['code'])} ${String(warning['input_pointer'])}`,
    );
  }

  it.each<[Json, string[]]>([
    [{ device: { ip_address: '10.0.0.1' } }, ['IP_ADDRESS_RESERVED /device/ip_address']],
    [{ device: { ip_address: '5.6.7.8' } }, ['IP_ADDRESS_NOT_FOUND /device/ip_address']],
    [{ device: { ip_address: '203.0.113.20' } }, []],
    [{ device: { tracking_token: 'no good' } }, ['TRACKING_TOKEN_INVALID /device/tracking_token']],
    [
      { device: { tracking_token: 'some-token' } },
      ['TRACKING_TOKEN_NOT_FOUND /device/tracking_token'],
    ],
    [{ device: { tracking_token: 'emulator-1' } }, []],
    [
      { email: { address: 'd41d8cd98f00b204e9800998ecf8427e' } },
      ['EMAIL_ADDRESS_UNUSABLE /email/address'],
    ],
    [{ event: { time: '2025-06-01T00:00:00Z' } }, ['INPUT_INVALID /event/time']],
    [{ event: { time: '2025-08-01T00:00:00Z' } }, []],
    [{ billing: { city: 'Berlin' } }, ['BILLING_COUNTRY_MISSING /billing/country']],
    [{ billing: { country: 'ZZ' } }, ['BILLING_COUNTRY_NOT_FOUND /billing/country']],
    [{ billing: { country: 'GL', city: 'Nuuk' } }, []],
    [
      { shipping: { country: 'US', city: 'Nowhere', region: 'ZZ', postal: '00000' } },
      [
        'SHIPPING_CITY_NOT_FOUND /shipping/city',
        'SHIPPING_POSTAL_NOT_FOUND /shipping/postal',
        'SHIPPING_REGION_NOT_FOUND /shipping/region',
      ],
    ],
    [{ billing: { first_name: 'Jo', phone_number: '5550100' } }, []],
  ])('%j', async (body, expected) => {
    expect(await codes(body)).toEqual(expected);
  });
});
