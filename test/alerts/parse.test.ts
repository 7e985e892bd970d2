import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAlert, rawQuery } from '../../src/alerts/index.ts';
import { runs } from '../runs.ts';

const published =
  'i=24.24.24.24&maxmindID=1234ABCD&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321';

const alert = {
  ipAddress: '24.24.24.24',
  maxmindId: '1234ABCD',
  domain: 'sample.com',
  city: 'Anytown',
  region: 'CA',
  country: 'US',
  date: 'Jan. 1, 1970',
  txnId: 'foo123',
  reason: 'IP address has been marked as a high-risk IP',
  reasonCode: 'HIGH_RISK_IP',
  minfraudId: '2afb0d26-e3b4-4624-8e66-fd10e64b95df',
  shopId: 'shop321',
};

describe('parseAlert', () => {
  it.each([
    ['a query', published],
    ['a query with its question mark', `?${published}`],
    ['path and query', `/alerts?${published}`],
    ['a URL', `https://example.com/alerts?${published}`],
    ['a URL with a fragment', `https://example.com/alerts?${published}#top`],
    ['a URL object', new URL(`https://example.com/alerts?${published}`)],
    ['a URL with = and & in its path', `https://example.com/shop=1&x=2/alerts?${published}`],
    ['such a URL as an object', new URL(`https://example.com/shop=1&x=2/alerts?${published}#a=b`)],
    ['a path with = and &', `/shop=1&x=2/alerts?${published}`],
    ['a URL with a user and a port', `http://a=b:c&d@127.0.0.1:8080/?${published}`],
    ['a relative path', `alerts/new?${published}`],
    ['a URL without scheme', `//example.com/a=b?${published}`],
    ['a URL of capitals', `HTTPS://EXAMPLE.COM/A=B?${published}`],
    ['a query with a fragment', `${published}#top?i=203.0.113.66`],
  ])("reads the vendor's sample from %s", (_, input) => {
    expect(parseAlert(input)).toStrictEqual(alert);
  });

  it('reads the documented fields that the sample does not have', () => {
    const query =
      'new_risk_score=81.5&old_risk_score=0.01&postal=90001&updated_at=2019-11-01T12%3A34%3A56Z';
    expect(parseAlert(query)).toStrictEqual({
      newRiskScore: 81.5,
      oldRiskScore: 0.01,
      postal: '90001',
      updatedAt: '2019-11-01T12:34:56Z',
    });
  });

  it('keeps a reason code that it does not know', () => {
    expect(parseAlert('reason_code=SOMETHING_NEW').reasonCode).toBe('SOMETHING_NEW');
  });

  it('keeps what is unknown, under its name in the query', () => {
    expect(parseAlert('i=203.0.113.9&new_thing=a+b&twice=1&twice=2&flag')).toStrictEqual({
      ipAddress: '203.0.113.9',
      new_thing: 'a b',
      twice: ['1', '2'],
      flag: '',
    });
  });

  it('takes the first of a repeated parameter and keeps the others', () => {
    expect(parseAlert('city=A&city=B&city=C&txnID=1&txnID=2')).toStrictEqual({
      city: 'A',
      txnId: '1',
      repeated: { city: ['B', 'C'], txnID: ['2'] },
    });
  });

  it('does not let a parameter pass for a property of ours', () => {
    const query = 'ipAddress=203.0.113.66&i=203.0.113.9&newRiskScore=1&repeated=x';
    expect(parseAlert(query)).toStrictEqual({
      ipAddress: '203.0.113.9',
      repeated: { ipAddress: ['203.0.113.66'], newRiskScore: ['1'], repeated: ['x'] },
    });
  });

  it('leaves documented parameters without a value out', () => {
    expect(parseAlert('shop_id=&city=&old_risk_score=&i=203.0.113.9')).toStrictEqual({
      ipAddress: '203.0.113.9',
    });
  });

  it('keeps the text of a score that is no number', () => {
    expect(parseAlert('new_risk_score=high')).toStrictEqual({ newRiskScore: 'high' });
  });

  it.each([
    ['city=100%', '100%'],
    ['city=%zz%4', '%zz%4'],
    ['city=%E9t%C3%A9', 'été'],
    ['city=%F0%9F%99%82', '🙂'],
    ['city=a%2Bb+c', 'a+b c'],
    ['city=why?%26=/x:y', 'why?&=/x:y'],
  ])('decodes %s', (query, city) => {
    expect(parseAlert(query).city).toBe(city);
  });

  it('is not fooled by names of the language', () => {
    const parsed = parseAlert('__proto__=x&constructor=y&toString=z');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Object.entries(parsed)).toStrictEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
  });

  it.each([
    ['', ''],
    ['a URL without query', 'https://example.com/alerts'],
    ['a URL without query, with = and & in its path', 'https://example.com/i=1&city=x'],
    ['a URL with a query in its fragment alone', 'https://example.com/alerts#x?i=203.0.113.66'],
    ['a path', '/alerts'],
    ['a path with = and &', '/i=1&city=x'],
    ['a fragment', '#i=203.0.113.66'],
    ['separators only', '&&?&'],
  ])('finds nothing in %s', (_, input) => {
    expect(Object.keys(parseAlert(input)).filter((name) => name !== '?')).toStrictEqual([]);
  });

  it('takes what comes after the first question mark of a value for a part of it', () => {
    for (const before of ['', '?', '/alerts?', 'https://example.com/a=b?', 'alerts?']) {
      expect(parseAlert(`${before}city=why?domain=x&i=203.0.113.9`)).toStrictEqual({
        city: 'why?domain=x',
        ipAddress: '203.0.113.9',
      });
    }
  });

  it('reads every form-encoded query back, and never throws', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x-${text}`);
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key }), (fields) => {
        const expected = Object.fromEntries(fields);
        expect(parseAlert(`?${String(new URLSearchParams(fields))}`)).toStrictEqual(expected);
      }),
      { numRuns: runs(300) },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(typeof parseAlert(query)).toBe('object');
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('rawQuery', () => {
  it.each([
    ['/alerts?a=1&b=+%20é', 'a=1&b=+%20é'],
    ['https://example.com/?a=1?2#b?c', 'a=1?2'],
    ['/a=b&c/alerts?a=1', 'a=1'],
    ['/alerts#a?b=1', ''],
    ['https://example.com/alerts#?b=1', ''],
    ['/alerts', ''],
    ['/alerts?', ''],
  ])('cuts %s', (url, query) => {
    expect(rawQuery(url)).toBe(query);
  });
});
