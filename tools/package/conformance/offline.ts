/** What needs no service: addresses, validation, previews, parsers, the classes that entries share. */
import {
  EventType,
  hashEmail,
  InvalidRequestError,
  MinFraudError,
  normalizeEmail,
  parseTransaction,
  previewTransaction,
  validateReport,
  validateTransaction,
} from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';
import * as legacy from 'minfraud-sdk/legacy';
import * as runtime from 'minfraud-sdk/runtime';
import { equal, failureOf, holds } from './expect.ts';
import type { Checks } from './checks.ts';

export const offline: Checks = {
  'e-mail addresses are normalised and hashed': () => {
    equal(normalizeEmail('Test+ignore@MaxMind.com'), 'test@maxmind.com');
    equal(hashEmail('Test+ignore@MaxMind.com'), '977577b140bfb7c516e4746204fbdb01');
    equal(normalizeEmail('Jörg@BÜCHER.example'), 'jörg@xn--bcher-kva.example');
  },
  'a preview holds no address and no user name': () => {
    const { body } = previewTransaction(
      { email: { address: 'jane.doe@example.com' }, account: { username: 'customer-77' } },
      { hashEmail: true },
    );
    equal(JSON.parse(body), {
      email: { address: '0cba00ca3da1b283a57287bcceb17e35', domain: 'example.com' },
      account: { username_md5: '2ec96562322f92ba9f2c1e8fbe061c0a' },
    });
  },
  'validation names every problem': () => {
    const { ok, issues } = validateTransaction({
      device: { ipAddress: '203.0.113.256' },
      billing: { country: 'Germany' },
      order: { amount: -1 },
    });
    equal(ok, false);
    equal(
      issues?.map(({ pointer }) => pointer),
      ['/device/ip_address', '/billing/country', '/order/amount'],
    );
    const known = { device: { ipAddress: '203.0.113.7' }, event: { type: EventType.Purchase } };
    equal(validateTransaction(known).ok, true);
    equal(parseTransaction(known), known);
    equal(validateReport({ tag: 'chargeback' }).ok, false);
  },
  'a card number is found, and not repeated': () => {
    const { issues } = previewTransaction({
      customInputs: { note: 'paid with 4111 1111 1111 1111' },
    });
    equal(
      issues.map(({ path, code }) => [path, code]),
      [['customInputs.note', 'CARD_NUMBER']],
    );
    holds(!JSON.stringify(issues).includes('4111'), 'the number is not repeated');
  },
  'text in ISO-8859-1 is exact': () => {
    // Every printable byte but `;`, which ends a value.
    const bytes = Array.from({ length: 224 }, (_, at) => at + 32).filter((byte) => byte !== 59);
    const line = (city: readonly number[]): Uint8Array =>
      Uint8Array.from([...lettersOf('riskScore=1;ip_city='), ...city, ...lettersOf(';err=')]);
    const { ipCity } = legacy.parseLegacyResponse(line(bytes));
    equal(ipCity, String.fromCharCode(...bytes));
    equal(legacy.parseProxyResponse('proxyScore=2.66').proxyScore, 2.66);
  },
  "the customer's device behind a proxy": () => {
    const headers = {
      'x-forwarded-for': '192.0.2.1, 203.0.113.9',
      'user-agent': 'Mozilla/5.0',
      'accept-language': 'en',
    };
    const expected = {
      ipAddress: '203.0.113.9',
      userAgent: 'Mozilla/5.0',
      acceptLanguage: 'en',
    };
    const peer = { remoteAddress: '::ffff:10.0.0.1' };
    const trust = ['10.0.0.0/8'];
    equal(deviceFrom({ headers, ...peer }, { trust }), expected);
    equal(deviceFrom({ headers: new Headers(headers), ...peer }, { trust }), expected);
    equal(deviceFrom({ headers }, { trust }).ipAddress, undefined);
    const cloudflare = { headers: new Headers({ 'cf-connecting-ip': '2001:db8::1' }) };
    equal(
      deviceFrom(cloudflare, { trust: { header: 'cf-connecting-ip' } }).ipAddress,
      '2001:db8::1',
    );
  },
  'entries share the classes of errors': async () => {
    holds(legacy.MinFraudError === MinFraudError, 'one class in legacy');
    holds(runtime.MinFraudError === MinFraudError, 'one class in runtime');
    const error = await failureOf(
      Promise.resolve().then(
        () => new runtime.OperationClient({ accountId: 0, dangerouslyAllowBrowser: true }),
      ),
    );
    holds(error instanceof MinFraudError && InvalidRequestError.is(error), 'one tree of errors');
  },
};

function lettersOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
