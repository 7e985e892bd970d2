/** Generated valid transactions in wire spelling, and the same in the model's and JavaScript's spelling. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import type { Transaction } from '../../generated/models/index.ts';
import { camelOf } from './wire-names.ts';

type Json = Record<string, unknown>;

/** One transaction as each side wants it. */
export interface Example {
  /** For our SDK, with dates as `Date` where JavaScript users would have one. */
  readonly model: Transaction;
  /** For the JavaScript client: the same, plain. */
  readonly camel: Json;
  /** For the Python client, which takes the wire's names. */
  readonly wire: Json;
  /** For the Java client: in the wire's names, with a user name that the client hashes. */
  readonly named: Json;
  readonly hashEmail: boolean;
}

/** `count` transactions, three of four with every field there is; the same for the same seed. */
export function transactions(count: number, seed: number): Example[] {
  const drawn = fc.sample(fc.tuple(full, partial, fc.boolean()), { numRuns: count, seed });
  return drawn.map(([all, some, asDate], index) => {
    const written = index % 4 === 3 ? some : all;
    const camel = camelOf(written) as Json;
    const model = structuredClone(camel) as Transaction;
    const time = model.event?.time;
    // `Date` has no offset and no more than milliseconds: such times stay text.
    if (asDate && typeof time === 'string' && new Date(time).toISOString() === time) {
      Object.assign(model.event ?? {}, { time: new Date(time) });
    }
    return {
      ...{ model, camel, wire: hashUsername(written), named: written },
      hashEmail: index % 2 === 1,
    };
  });
}

/** Values that JSON, UTF-8 and the clients' rules could each get wrong. */
const text = (maxLength = 30): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: 'grapheme', maxLength }) },
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,_-]{0,20}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ' ', '0', 'null', 'A"B\\C/', 'Zoë', '東京', '💳', '\u2028\t'),
    },
  );

const money = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 0.01, 1e-7, 9_999_999_999_999, 1e21 / 1e9) },
);
const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const country = fc.constantFrom('US', 'CA', 'GB', 'DE', 'JP', 'BR', 'NZ', 'IN');
const enumeration = (
  name: 'DeliverySpeed' | 'EventParty' | 'EventType' | 'PaymentMethod' | 'PaymentProcessor',
) => fc.constantFrom(...openapi.components.schemas[name].enum);

const place = {
  first_name: text(),
  last_name: text(),
  company: text(),
  address: text(),
  address_2: text(),
  city: text(),
  region: fc.constantFrom('CO', 'ON', 'NY', '13', 'BY', 'A1B2'),
  country,
  postal: fc.constantFrom('80206', 'SW1A 1AA', '100-0001', ''),
  phone_number: fc.constantFrom('303-555-0142', '(020) 7946 0018', '555.0100', '0'),
  phone_country_code: fc.constantFrom('1', '44', '81', '0', '9999'),
};

const parts = {
  event: {
    transaction_id: text(),
    shop_id: text(),
    time: fc.oneof(
      { weight: 6, arbitrary: instant },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '2026-04-12T23:20:50+02:00',
          '2026-04-12T23:20:50Z',
          '2026-04-12T23:20:50.123456-07:30',
        ),
      },
    ),
    type: enumeration('EventType'),
    party: enumeration('EventParty'),
  },
  account: { user_id: text(), username: text() },
  email: {
    address: fc.oneof(
      { weight: 6, arbitrary: fc.emailAddress().filter((address) => address.length <= 254) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'A.B+c@GoogleMail.com',
          'user-x@yahoo.co.uk',
          'user@bücher.example',
          'x@sub.fastmail.com',
          'Name@EXAMPLE.con',
          'customer@example.museum',
          'customer@ab--c.example',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('977577b140bfb7c516e4746204fbdb01') },
    ),
    domain: fc.constantFrom('example.com', 'mail.example.co.uk', 'xn--bcher-kva.example'),
  },
  billing: place,
  shipping: { ...place, delivery_speed: enumeration('DeliverySpeed') },
  payment: {
    method: enumeration('PaymentMethod'),
    processor: enumeration('PaymentProcessor'),
    was_authorized: fc.boolean(),
    decline_code: text(),
  },
  credit_card: {
    issuer_id_number: digits(6),
    last_digits: digits(4),
    token: fc.oneof(
      fc.stringMatching(/^tok_[!-~]{1,30}$/),
      fc.constantFrom('12345678901234567890', '!', '~'),
    ),
    bank_name: text(),
    bank_phone_country_code: fc.constantFrom('1', '49'),
    bank_phone_number: fc.constantFrom('800-555-0142', '0 30 123'),
    country,
    avs_result: fc.constantFrom('Y', 'N', 'z', '7'),
    cvv_result: fc.constantFrom('M', 'N', 'a', '0'),
    was_3d_secure_successful: fc.boolean(),
  },
  order: {
    amount: money,
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    discount_code: text(),
    affiliate_id: text(),
    subaffiliate_id: text(),
    referrer_uri: fc.oneof(
      { weight: 3, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'https://www.example.com',
          'HTTP://Example.COM/A%20b?q=ü',
          'http://192.0.2.1:8080/',
          'https://[2001:db8::1]/x',
          'https://intranet/x',
        ),
      },
    ),
    is_gift: fc.boolean(),
    has_gift_message: fc.boolean(),
  },
  device: {
    ip_address: fc.oneof(fc.ipV4(), fc.ipV6()),
    user_agent: text(200),
    accept_language: fc.constantFrom('en-US,en;q=0.8', 'de', '*', ''),
    session_age: fc.oneof(money, fc.nat(1_000_000)),
    session_id: text(),
    tracking_token: text(),
  },
};

/** An eight-digit IIN goes with two last digits; the service takes four for some brands only. */
const card = fc
  .tuple(fc.record(parts.credit_card), digits(8), digits(2), fc.boolean())
  .map(([values, issuer, last, isLong]) =>
    isLong ? { ...values, issuer_id_number: issuer, last_digits: last } : values,
  );

const cartItem = {
  category: text(),
  item_id: text(),
  quantity: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 9_999_999_999_999) },
  ),
  price: money,
};

const customInputs = fc.dictionary(
  fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^[a-z]([a-z0-9]{0,5}_)?[a-z0-9]{0,12}$/) },
    { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9_]{1,25}$/) },
  ),
  fc.oneof(
    text(),
    fc.boolean(),
    money,
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.constantFrom(-0.5, -9_999_999_999_999),
  ),
  { minKeys: 1, maxKeys: 8, noNullPrototype: true },
);

const event = fc.record(parts.event);
const cart = fc.array(fc.record(cartItem), { minLength: 1, maxLength: 4 });

const full: fc.Arbitrary<Json> = fc.record({
  event,
  account: fc.record(parts.account),
  // Every second one without a domain, which hashing must then supply.
  email: fc.record(parts.email, { requiredKeys: ['address'] }),
  billing: fc.record(parts.billing),
  shipping: fc.record(parts.shipping),
  payment: fc.record(parts.payment),
  credit_card: card,
  order: fc.record(parts.order),
  device: fc.record(parts.device),
  shopping_cart: cart,
  custom_inputs: customInputs,
});

const some = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> =>
  fc.record(fields, { requiredKeys: [] });

/** Any fields, with one that is always there, since a transaction without any input is refused. */
const partial: fc.Arbitrary<Json> = fc
  .record(
    {
      event: some(parts.event),
      account: some(parts.account),
      email: some(parts.email),
      billing: some(parts.billing),
      shipping: some(parts.shipping),
      payment: some(parts.payment),
      credit_card: card,
      order: some(parts.order),
      device: some(parts.device),
      shopping_cart: fc.array(some(cartItem), { maxLength: 3 }),
      custom_inputs: customInputs,
    },
    { requiredKeys: [] },
  )
  .map((values) => ({
    ...values,
    device: { ip_address: '128.101.101.101', ...values.device },
  }));

/** Python's users hash the user name themselves. */
function hashUsername(written: Json): Json {
  const { account } = written as { account?: { username?: string } };
  if (account?.username === undefined) return written;
  const { username, ...rest } = account;
  const hash = createHash('md5').update(username).digest('hex');
  return { ...written, account: username === '' ? rest : { ...rest, username_md5: hash } };
}
