/** Transactions of every kind that the emulator tells apart, whole and in parts, for generated tests. */

import * as fc from 'fast-check';
import type { Json } from './raw-calls.ts';

const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  fc.record(fields, { requiredKeys: [] });
const among = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values);

/** Every network of the emulator, reserved ones, one that it does not know, and no address at all. */
export const ipAddresses: fc.Arbitrary<string> = fc.oneof(
  fc.nat(15).map((block) => `203.0.113.${block * 16 + 1}`),
  fc.constantFrom(
    ...['203.0.113.63', '198.51.100.1', '198.51.100.70', '198.51.100.130', '198.51.100.200'],
    ...['2001:db8:1::1', '2001:db8:2::1', '2001:db8:3::1', '2001:db8:4::1', '2001:db8::1'],
    ...['128.101.101.101', '74.209.24.1', '65.116.3.80', '89.160.20.112', '175.16.199.1'],
    ...['216.160.83.56', '81.2.69.160', '24.24.24.24', '152.216.7.110', '8.8.8.8', '1.1.1.1'],
    ...['10.0.0.1', '::1', '5.6.7.8', '2a00::1', 'no address', '203.0.113.300'],
  ),
);

const place = {
  first_name: among('Jo'),
  company: among('Acme', 'Freight Forward Ltd'),
  address: among('1 Main Street', 'c/o Reship Inc'),
  address_2: among('Flat 2'),
  city: among('Paris', 'New York', 'Singapore', 'Atlantis', 'São Paulo', 'Mumbai'),
  region: among('NY', 'IDF', 'MN', 'XX'),
  country: among('US', 'FR', 'SG', 'BR', 'KP', 'GB', 'ZZ', 'CA'),
  postal: among('10001', '75001', '55414', '018989', '99999'),
  phone_number: among('612-555-0100', '416-555-0100', '7911 123456', '0'),
  phone_country_code: among('1', '44', '49', '999'),
};

export const transactions: fc.Arbitrary<Json> = some({
  account: some({ user_id: among('u1'), username_md5: among('977577b140bfb7c516e4746204fbdb01') }),
  billing: some(place),
  shipping: some({ ...place, delivery_speed: among('overnight') }),
  credit_card: some({
    issuer_id_number: among('411111', '41111111', '888888', '999999', '510510', '353011'),
    bank_name: among('Example Bank', 'Other Bank'),
    bank_phone_number: among('800-555-0100', '0'),
    country: among('US', 'DE'),
    last_digits: among('1111', '11'),
  }),
  custom_inputs: among({ section: 'news' }, { note: '4111111111111111' }),
  device: some({
    ip_address: ipAddresses,
    user_agent: among('Mozilla/5.0'),
    accept_language: among('de', 'en-US'),
    tracking_token: among('emulator-1', 'short', 'not-known-here'),
  }),
  email: some({
    address: among(
      ...['jo@example.com', 'fraud@example.com', 'new@new.example', 'jo@mailinator.com'],
      ...['d41d8cd98f00b204e9800998ecf8427e', '977577b140bfb7c516e4746204fbdb01'],
    ),
    domain: among('example.com', 'gmail.com', 'redirect.example', 'example.edu'),
  }),
  event: some({
    time: among('2026-06-30T03:00:00Z', '2020-01-01T00:00:00Z'),
    type: among('purchase'),
  }),
  order: some({ amount: among(1, 1500, 6000), currency: among('USD') }),
  shopping_cart: among([{ item_id: 'a' }], []),
});
