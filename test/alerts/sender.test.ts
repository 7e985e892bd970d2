import { describe, expect, it } from '@jest/globals';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { alertSenders, isAlertSender } from '../../src/alerts/index.ts';
import { runs } from '../runs.ts';

describe('isAlertSender', () => {
  it.each([
    '34.27.174.58',
    '::ffff:34.27.174.58',
    '::FFFF:221b:ae3a',
    '0:0:0:0:0:ffff:34.27.174.58',
    '2600:1900:4000:947::',
    '2600:1900:4000:947::1',
    '2600:1900:4000:0947:ffff:ffff:ffff:ffff',
    '2600:1900:4000:947:0:0:192.0.2.1',
  ])('knows %s', (address) => {
    expect(isAlertSender(address)).toBe(true);
  });

  it.each([
    '34.27.174.57',
    '34.27.174.59',
    '::34.27.174.58',
    '::fffe:34.27.174.58',
    '2600:1900:4000:946:ffff:ffff:ffff:ffff',
    '2600:1900:4000:948::',
    '127.0.0.1',
    '::1',
    '::',
  ])('does not know %s', (address) => {
    expect(isAlertSender(address)).toBe(false);
  });

  it.each([
    '',
    '34.27.174.058',
    '34.27.174',
    '34.27.174.58.1',
    '34.27.174.58, 203.0.113.9',
    ' 34.27.174.58',
    '34.27.174.256',
    '::ffff:34.27.174.58:0',
    '[2600:1900:4000:947::1]',
    '2600:1900:4000:947::1::',
    '2600:1900:4000:947:1:2:3:4:5',
    '2600:1900:4000:947:1:2:3',
    '2600:1900:4000:947:1:2:3:4::',
    '2600:1900:4000:947::g',
    '2600:1900:4000:947::%eth0',
    'unknown',
  ])('takes %j for no address', (address) => {
    expect(isAlertSender(address)).toBe(false);
    expect(isAlertSender(address, ['0.0.0.0/0', '::/0'])).toBe(false);
  });

  it('takes your own list, down to the bit', () => {
    const senders = ['203.0.113.128/25', '2001:db8::/33', '192.0.2.1'];
    expect(isAlertSender('203.0.113.127', senders)).toBe(false);
    expect(isAlertSender('203.0.113.128', senders)).toBe(true);
    expect(isAlertSender('::ffff:203.0.113.255', senders)).toBe(true);
    expect(isAlertSender('2001:db8:7fff::1', senders)).toBe(true);
    expect(isAlertSender('2001:db8:8000::1', senders)).toBe(false);
    expect(isAlertSender('192.0.2.1', senders)).toBe(true);
    expect(isAlertSender('192.0.2.2', senders)).toBe(false);
    expect(isAlertSender('34.27.174.58', senders)).toBe(false);
  });

  it.each(['everywhere', '203.0.113.0/33', '2001:db8::/129', '203.0.113.0/', '/8', ''])(
    'refuses the network %j instead of never matching it',
    (network) => {
      expect(() => isAlertSender('203.0.113.9', [network])).toThrow(TypeError);
    },
  );

  it('takes for an address what Node takes for one', () => {
    const group = fc.stringMatching(/^[0-9a-fA-F]{0,5}$/);
    const colons = fc.array(fc.oneof(group, fc.ipV4()), { minLength: 2, maxLength: 9 });
    const anything = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      colons.map((groups) => groups.join(':')),
    );
    fc.assert(
      fc.property(anything, (address) => {
        expect(isAlertSender(address, ['0.0.0.0/0', '::/0'])).toBe(isIP(address) !== 0);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('lists the documented senders', () => {
    expect(alertSenders).toStrictEqual(['34.27.174.58', '2600:1900:4000:947::/64']);
  });
});
