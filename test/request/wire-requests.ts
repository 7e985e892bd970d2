/** Requests on the wire for fast-check: right ones, and ones in which one thing was changed. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { longest, schemaAt } from './limit.ts';

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const openapi: Document = JSON.parse(
  readFileSync('generated/openapi.json', 'utf8'),
) as Document;

/** Any JSON value. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One field: where it is, and what right values of it look like. */
type Field = readonly [path: readonly string[], values: fc.Arbitrary<Json>];

const words = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(...(openapi.components.schemas[name]?.enum ?? []));

/** Characters that rules are about, and some that they forget. */
const character = oneOf(
  'aZ09 -_.:/@#?&=%+()"\'\\,;<>[]{}|~`^*!$éß中한😀𝒳\u00a0\u2013\u3000\u200d\t\r\x7f',
);

const text = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: character, maxLength: Math.min(longest, 30) }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: character, minLength: longest, maxLength: longest }),
    },
  );

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: oneOf('0123456789'), minLength: least, maxLength: most });

const capitals = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: oneOf('ABCUSZ'), minLength: length, maxLength: length });

const hexadecimal = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: oneOf('0123456789abcdefABCDEF'),
    minLength: length,
    maxLength: length,
  });

const phone = fc
  .tuple(digits(1, 4), fc.constantFrom('', '-', ' ', ') ', '.', '\u2013', '\u00a0/'), digits(0, 6))
  .map((parts) => parts.join(''));

const ip = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom('::', '::1', '2001:DB8::A', '::ffff:203.0.113.9', '2001:db8::192.0.2.1', '1::'),
);

const label = fc.constantFrom(
  'example',
  'mail-1',
  'a',
  'bücher',
  '例え',
  'xn--bcher-kva',
  'A9',
  '7',
);
const domain = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('com', 'photography', 'みんな', 'xn--p1ai'),
  )
  .map(([labels, last]) => [...labels, last].join('.'));

const email = fc.oneof(
  { weight: 1, arbitrary: hexadecimal(32) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'a.b', 'ü', "o'neil+tag", '.a.', '"a b"', '"a@b"', '"\\""'),
        domain,
      )
      .map((parts) => parts.join('@')),
  },
  { weight: 1, arbitrary: fc.constantFrom('a@[203.0.113.1]', 'a@[IPv6:2001:db8::1]') },
);

const two = (most: number, least = 0): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));

const time = fc
  .tuple(
    fc.constantFrom('2026-01-', '2024-02-', '2023-02-', '2026-12-', '1999-06-'),
    two(29, 1),
    fc.constantFrom('T', 't'),
    two(23),
    two(59),
    fc.constantFrom('00', '59', '59.5', '07.123456'),
    fc.constantFrom('Z', 'z', '+00:00', '-08:00', '+05:45', '+23:59'),
  )
  .map(
    ([month, day, t, hour, minute, second, zone]) =>
      `${month}${day}${t}${hour}:${minute}:${second}${zone}`,
  )
  .map((value) => value.replace(/^(2023-02-)29/, '$128'));

const referrer = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTPS://'),
    fc.constantFrom('', 'user:word@'),
    fc.oneof(domain, fc.constantFrom('localhost', '[2001:db8::1]', '203.0.113.7')),
    fc.constantFrom('', ':8080', ':'),
    fc.constantFrom('', '/', '/a|b?c[]=d#e', '?q=ü', '#top'),
  )
  .map((parts) => parts.join(''));

const amount = fc.oneof(
  fc.constantFrom(0, 0.01, 9999999999999, 9999999999998.5, 323.21),
  fc.double({ min: 0, max: 9999999999999, noNaN: true }),
);
const { minimum: fewest = 0, maximum: most = 9999999999999 } = schemaAt(
  '/shopping_cart/0/quantity',
);
const whole = fc.oneof(fc.constantFrom(fewest, fewest + 1, most), fc.integer({ min: fewest }));
const boolean = fc.boolean();

const customInputs = fc.dictionary(
  fc
    .string({ unit: oneOf('az09_'), minLength: 1, maxLength: 25 })
    .filter((key) => key !== '__proto__'),
  fc.oneof(
    text(longest('/custom_inputs/a')),
    boolean,
    fc.constantFrom(-9999999999999, 0, 3.2, 9999999999999),
  ),
  { maxKeys: 5, noNullPrototype: true },
);

const inFolder = (folder: string, fields: Readonly<Record<string, fc.Arbitrary<Json>>>): Field[] =>
  Object.entries(fields).map(([name, values]) => [[folder, name], values]);

const location = {
  first_name: text(longest('/billing/first_name')),
  last_name: text(longest('/billing/last_name')),
  company: text(longest('/billing/company')),
  address: text(longest('/billing/address')),
  address_2: text(longest('/billing/address_2')),
  city: text(longest('/billing/city')),
  region: fc.oneof(capitals(2), digits(1, 4)),
  country: capitals(2),
  postal: text(longest('/billing/postal')),
  phone_number: phone,
  phone_country_code: digits(1, 4),
};

/** Every field of a transaction. */
const transactionFields: readonly Field[] = [
  ...inFolder('device', {
    ip_address: ip,
    user_agent: text(longest('/device/user_agent')),
    accept_language: text(longest('/device/accept_language')),
    session_age: amount,
    session_id: text(longest('/device/session_id')),
    tracking_token: text(longest('/device/tracking_token')),
  }),
  ...inFolder('event', {
    transaction_id: text(longest('/event/transaction_id')),
    shop_id: text(longest('/event/shop_id')),
    time,
    type: words('EventType'),
    party: words('EventParty'),
  }),
  ...inFolder('account', {
    user_id: text(longest('/account/user_id')),
    username_md5: hexadecimal(32),
  }),
  ...inFolder('email', { address: email, domain }),
  ...inFolder('billing', location),
  ...inFolder('shipping', { ...location, delivery_speed: words('DeliverySpeed') }),
  ...inFolder('payment', {
    method: words('PaymentMethod'),
    processor: words('PaymentProcessor'),
    was_authorized: boolean,
    decline_code: text(longest('/payment/decline_code')),
  }),
  ...inFolder('credit_card', {
    issuer_id_number: fc.oneof(digits(6, 6), digits(8, 8)),
    last_digits: fc.oneof(digits(2, 2), digits(4, 4)),
    token: fc.oneof(
      digits(20, longest('/credit_card/token')),
      hexadecimal(30).map((token) => `t-${token}!~`),
    ),
    bank_name: text(longest('/credit_card/bank_name')),
    bank_phone_country_code: digits(1, 4),
    bank_phone_number: phone,
    country: capitals(2),
    avs_result: fc.constantFrom('Y', '0', ' ', '-', 'é', '😀'),
    cvv_result: fc.constantFrom('M', '1'),
    was_3d_secure_successful: boolean,
  }),
  ...inFolder('order', {
    amount,
    currency: capitals(3),
    discount_code: text(longest('/order/discount_code')),
    affiliate_id: text(longest('/order/affiliate_id')),
    subaffiliate_id: text(longest('/order/subaffiliate_id')),
    referrer_uri: referrer,
    is_gift: boolean,
    has_gift_message: boolean,
  }),
  [
    ['shopping_cart'],
    fc.array(
      fc.record(
        {
          category: text(longest('/shopping_cart/0/category')),
          item_id: text(longest('/shopping_cart/0/item_id')),
          quantity: whole,
          price: amount,
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
  ],
  [['custom_inputs'], customInputs],
];

/** Every field of a report but the tag. */
const reportFields: readonly Field[] = [
  [['ip_address'], ip],
  [['maxmind_id'], fc.string({ unit: oneOf('019AZ'), minLength: 8, maxLength: 8 })],
  [['minfraud_id'], fc.uuid()],
  [
    ['transaction_id'],
    text(longest('/transaction_id', 'TransactionReport')).filter((id) => id !== ''),
  ],
  [['chargeback_code'], text(longest('/chargeback_code', 'TransactionReport'))],
  [['notes'], text(longest('/notes', 'TransactionReport') - 1).map((notes) => `${notes}\n`)],
];

/** A right transaction of a few fields. */
export const transactions: fc.Arbitrary<Json> = requestsOf(transactionFields, {});

/** A right report, or one that lacks tag or identifier. */
export const reports: fc.Arbitrary<Json> = fc
  .tuple(requestsOf(reportFields, {}), fc.option(words('ReportTag'), { freq: 12 }))
  .map(([fields, tag]) => (tag === null ? fields : { tag, ...(fields as object) }));

function requestsOf(fields: readonly Field[], base: Json): fc.Arbitrary<Json> {
  return fc
    .subarray([...fields], { minLength: 1, maxLength: 6 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(([, values]) => values))
        .map((values) =>
          values.reduce<Json>(
            (request, value, at) => placed(request, chosen[at]?.[0] ?? [], value),
            base,
          ),
        ),
    );
}

/** A copy with a value at a path. */
function placed(target: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  const record = typeof target === 'object' && target !== null ? target : {};
  const child = (record as Readonly<Record<string, Json>>)[key];
  if (isList(record)) {
    return record.map((member, at) => (String(at) === key ? placed(member, rest, value) : member));
  }
  return { ...record, [key]: placed(child ?? {}, rest, value) };
}

/** Values of every type, among them limits that are passed by one. */
const strangers: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, 0, -1, 1.5, 1e13, -1e13, 10000000000000, 1e300, -0),
  fc.constantFrom<Json[]>(
    '',
    ' ',
    'purchase',
    'PURCHASE',
    'stripe',
    '0',
    '-',
    '\n',
    '\0',
    'a\nb',
    'a\0b',
  ),
  fc.constantFrom<Json[]>([], {}, [null], ['a'], { a: 1 }, [[]], [{}], { constructor: 1 }),
  fc.constantFrom<Json[]>(
    'US',
    'us',
    'USA',
    '1.2.3.4',
    '1.2.3.4/8',
    '01.2.3.4',
    '::1%eth0',
    '2026-01-01',
    'a@b',
  ),
  fc.constantFrom<Json[]>('4111111111111111', '123456', '12345678', '1234567', '12', '123', '1234'),
  fc.constantFrom<Json[]>(
    '00000000-0000-0000-0000-000000000000',
    'ABCD1234',
    'abcd1234',
    'example',
    '@example.com',
  ),
  fc.constantFrom<Json[]>(
    'x'.repeat(255),
    'x'.repeat(256),
    '😀'.repeat(255),
    '😀'.repeat(256),
    'x'.repeat(513),
  ),
  fc.constantFrom<Json[]>(
    'x'.repeat(1001),
    '😀'.repeat(1000),
    `http://${'x'.repeat(1017)}`,
    `http://${'x'.repeat(1018)}`,
  ),
);

/** How one text becomes another that may be wrong. */
const edits: fc.Arbitrary<(value: string) => string> = fc
  .tuple(
    fc.nat(),
    fc.constantFrom('insert', 'remove', 'replace', 'double', 'capitals'),
    fc.oneof(character, fc.constantFrom('\0', '\n')),
  )
  .map(([where, kind, unit]) => (value: string): string => {
    const units = Array.from(value);
    const at = where % (units.length + 1);
    if (kind === 'insert') units.splice(at, 0, unit);
    else if (kind === 'remove') units.splice(at, 1);
    else if (kind === 'replace') units.splice(at, 1, unit);
    else if (kind === 'double') units.splice(at, 0, ...units);
    else return value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase();
    return units.join('');
  });

/** A request with one change, anywhere: of a value, of its text, by a field that is not there, or of a key. */
export function mutationsOf(requests: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const names = fc.constantFrom(
    'unknown',
    'ip_address',
    'IPAddress',
    'toString',
    'tag',
    'Type',
    'last_4_digits',
    '',
  );
  return fc
    .tuple(requests, fc.nat(), fc.nat(5), strangers, edits, names)
    .map(([request, where, kind, stranger, edit, name]) => {
      const paths = pathsOf(request);
      const path = paths[where % paths.length] ?? [];
      const value = at(request, path);
      if (kind <= 1 && typeof value === 'string') return placed(request, path, edit(value));
      if (kind === 2) return placed(request, [...path.slice(0, -1), name], stranger);
      if (kind === 3 && typeof value === 'number') return placed(request, path, value * -1.5);
      if (kind === 4 && path[0] === 'custom_inputs') {
        return placed(request, ['custom_inputs', edit(path[1] ?? 'key')], 1);
      }
      return placed(request, path, stranger);
    });
}

/** The paths of all members, objects included. */
function pathsOf(value: Json, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) => [
    [...path, key],
    ...pathsOf(member, [...path, key]),
  ]);
}

function at(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((target, key) => {
    return typeof target === 'object' && target !== null
      ? (target as Record<string, Json>)[key]
      : undefined;
  }, value);
}

/** One of the characters of a text. */
function oneOf(characters: string): fc.Arbitrary<string> {
  return fc.constantFrom(...Array.from(characters));
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
