import { expect, test } from '@jest/globals';
import { foldName, nearestName } from '../../src/formats/nearest-name.ts';

const known = ['accountId', 'licenseKey', 'maxRetries', 'timeout'];

test.each([
  ['account_id', 'accountId'],
  ['ACCOUNT-ID', 'accountId'],
  ['licenceKey', 'licenseKey'],
  ['timeOut', 'timeout'],
  ['retries', undefined],
  ['host', undefined],
  ['', undefined],
])('the name nearest to %j is %s', (mistaken, meant) => {
  expect(nearestName(mistaken, known)).toBe(meant);
});

test('a whole word in another spelling goes before a shorter way', () => {
  expect(nearestName('max_retries', ['max_retrie', 'maxRetries'])).toBe('maxRetries');
});

test('a name without end is near to none', () => {
  expect(nearestName('x'.repeat(1_000_000), known)).toBeUndefined();
  expect(nearestName('timeout'.repeat(10), known)).toBeUndefined();
});

test('one spelling stands for all', () => {
  expect(['ip_address', 'IPAddress', 'ip-address'].map(foldName)).toEqual(
    Array(3).fill('ipaddress'),
  );
});

test.each([
  ['is_fraud', ['not_fraud']],
  ['isFraud', ['not_fraud']],
  ['not_gift', ['isGift']],
  ['isNotGift', ['isGift']],
  ['wasUnauthorized', ['wasAuthorized']],
  ['unauthorised', ['authorized']],
  ['valid', ['invalid']],
  ['noGiftMessage', ['hasGiftMessage']],
  ['disallowed', ['allowed']],
])('for %j nothing is suggested that means the opposite', (mistaken, names) => {
  expect(nearestName(mistaken, names)).toBeUndefined();
});

test.each([
  ['no_fraud', ['not_fraud']],
  ['not_fruad', ['not_fraud']],
  ['dicountCode', ['discountCode']],
  ['intenral', ['internal']],
  ['nots', ['notes']],
])('a slip in %j is still one', (mistaken, names) => {
  expect(nearestName(mistaken, names)).toBe(names[0]);
});
