import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { legacyResult, proxyDetectionResult } from '../../generated/tables.ts';
import {
  AuthenticationError,
  HttpError,
  InsufficientFundsError,
  type MinFraudError,
  parseLegacyResponse,
  parseProxyResponse,
  PermissionRequiredError,
} from '../../src/legacy/index.ts';
import { example } from './bodies.ts';
import { latin1Bytes, serialise } from './serialise.ts';
import { runs } from '../runs.ts';

function thrownBy(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe('parseLegacyResponse', () => {
  it('reads a premium response of API 1.3, from bytes and from text', () => {
    const expected = {
      distance: 12,
      countryMatch: true,
      countryCode: 'CA',
      freeMail: false,
      anonymousProxy: false,
      binMatch: true,
      binCountry: 'CA',
      proxyScore: 0.42,
      ipRegion: 'QC',
      ipCity: 'Montréal',
      ipLatitude: 45.5075,
      ipLongitude: -73.5887,
      binName: 'Example Bank',
      ipIsp: 'Example Net',
      ipOrg: 'Example Net',
      binNameMatch: true,
      binPhoneMatch: false,
      binPhone: '514-555-0100',
      highRiskCountry: false,
      queriesRemaining: 12846,
      cityPostalMatch: true,
      shipCityPostalMatch: true,
      maxmindId: 'A1B2C3D4',
      ipAsnum: 'AS64496 Example Net',
      ipUserType: 'residential',
      ipCountryConf: 99,
      ipRegionConf: 93.5,
      ipCityConf: 71,
      ipPostalCode: 'H2X',
      ipPostalConf: 20,
      ipAccuracyRadius: 20,
      ipNetSpeedCell: 'Cable/DSL',
      ipTimeZone: 'America/Toronto',
      ipRegionName: 'Québec',
      ipDomain: 'example.net',
      ipCountryName: 'Canada',
      ipContinentCode: 'NA',
      ipCorporateProxy: false,
      carderEmail: false,
      highRiskUsername: false,
      highRiskPassword: false,
      riskScore: 1.37,
      prepaid: false,
      shipForward: false,
      minfraudVersion: '1.3',
      serviceLevel: 'premium',
    };
    const body = example('legacy-premium');
    const bytes = latin1Bytes(body);
    expect(parseLegacyResponse(body)).toStrictEqual(expected);
    expect(parseLegacyResponse(bytes)).toStrictEqual(expected);
    expect(parseLegacyResponse(bytes.slice().buffer)).toStrictEqual(expected);
  });

  it('reads a standard response, whose strings stay strings', () => {
    expect(parseLegacyResponse(example('legacy-standard'))).toMatchObject({
      binMatch: 'NA',
      custPhoneInBillingLoc: 'NotFound',
      riskScore: 0.1,
      serviceLevel: 'standard',
    });
  });

  it('reads a response of API 1.0 and keeps what is documented nowhere', () => {
    const result = parseLegacyResponse(example('legacy-version-1-0'));
    expect(result).toMatchObject({ score: 4.9, countryMatch: false, binMatch: 'NotFound' });
    expect(result).toMatchObject({ spamScore: '0.50', isTransProxy: 'No', ipRegion: '05' });
  });

  it("reads the documentation's excerpt", () => {
    const excerpt = 'riskScore=13.2;distance=6;countryMatch=Yes;countryCode=US;freeMail=Yes';
    expect(parseLegacyResponse(excerpt)).toStrictEqual({
      riskScore: 13.2,
      distance: 6,
      countryMatch: true,
      countryCode: 'US',
      freeMail: true,
    });
  });

  it('puts a warning on the result, also beside a score a code that it does not know', () => {
    expect(parseLegacyResponse(example('legacy-warning')).warning).toBe('CITY_REQUIRED');
    expect(parseLegacyResponse('err=IP_NOT_FOUND;distance=')).toStrictEqual({
      warning: 'IP_NOT_FOUND',
    });
    expect(parseLegacyResponse('riskScore=1;err=A_NEW_CODE').warning).toBe('A_NEW_CODE');
  });

  it.each([
    ['INVALID_LICENSE_KEY', AuthenticationError],
    ['LICENSE_REQUIRED', AuthenticationError],
    ['MAX_REQUESTS_REACHED', InsufficientFundsError],
    ['PERMISSION_REQUIRED', PermissionRequiredError],
  ])('throws what the service means by %s', (code, errorClass) => {
    for (const body of [`err=${code}`, `distance=;countryMatch=;err=${code};riskScore=;prepaid=`]) {
      const error = thrownBy(() => parseLegacyResponse(body));
      expect(error).toBeInstanceOf(errorClass);
      expect(error).toMatchObject({ code, attempts: 0 });
      expect((error as MinFraudError).status).toBeUndefined();
    }
  });

  it('throws a code that it does not know when there is no score, repeating only words', () => {
    const error = thrownBy(() => parseLegacyResponse('riskScore=;err=A_NEW_CODE'));
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ code: 'A_NEW_CODE' });
    expect(thrownBy(() => parseLegacyResponse('err=customer@example.com'))).toMatchObject({
      code: 'UNKNOWN_CODE',
      message: expect.not.stringContaining('example.com'),
    });
    expect(thrownBy(() => parseLegacyResponse('err=constructor'))).toBeInstanceOf(HttpError);
  });

  it('decodes all 256 bytes one to one', () => {
    const every = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x3b);
    const bytes = Uint8Array.of(...latin1Bytes('riskScore=1;ip_city='), ...every);
    const city = parseLegacyResponse(bytes).ipCity ?? '';
    expect(Array.from(city, (character) => character.charCodeAt(0))).toStrictEqual(every);
  });

  it('splits at the first equals sign and takes values to the byte', () => {
    expect(parseLegacyResponse('riskScore=1;ip_org= a=b== ;binName=&amp ')).toStrictEqual({
      riskScore: 1,
      ipOrg: ' a=b== ',
      binName: '&amp ',
    });
  });

  it('takes the last of a repeated field, and forgets one that comes again empty', () => {
    expect(parseLegacyResponse('riskScore=1;riskScore=2;distance=3;distance=')).toStrictEqual({
      riskScore: 2,
    });
  });

  it('bears blanks and line breaks between fields and separators at the end', () => {
    expect(parseLegacyResponse('\nriskScore=1; distance=3;;\r\n')).toStrictEqual({
      riskScore: 1,
      distance: 3,
    });
  });

  it('keeps text where a number is documented', () => {
    expect(parseLegacyResponse('distance=NotFound;riskScore=1')).toStrictEqual({
      distance: 'NotFound',
      riskScore: 1,
    });
  });

  it('is not fooled by names of the language or of ours', () => {
    const body = 'riskScore=1;__proto__=x;constructor=y;warning=z;ipCity=w;toString=v';
    const result = parseLegacyResponse(body);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.entries(result)).toStrictEqual([
      ['riskScore', 1],
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'v'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n'],
    ['separators', ';;;'],
    ['HTML', '<!DOCTYPE html><html lang="en"><body>riskScore=1;</body></html>'],
    ['HTML behind a field', 'riskScore=1;<a href="x">'],
    ['JSON', '{"code":"INVALID_LICENSE_KEY","error":"a=b"}'],
    ['a sentence', 'Service unavailable: see https://status.example.com/?id=1'],
    ['fields of another service', 'status=ok;message=welcome'],
    ['a field without equals sign', 'riskScore=1;countryMatch;distance=3'],
    ['gzip', '\x1f\x8b\x08\x00\x00=;\x03riskScore=1'],
    ['UTF-16', 'r\0i\0s\0k\0S\0c\0o\0r\0e\0=\x001\0'],
    ['a byte order mark', 'ï»¿riskScore=1'],
  ])('refuses %s', (_, body) => {
    for (const input of [body, latin1Bytes(body)]) {
      const error = thrownBy(() => parseLegacyResponse(input));
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ code: 'RESPONSE_NOT_RECORD' });
    }
  });

  it.each(['riskScore=1;countryMa', 'riskScore=1;countryMatch=Ye', 'freeMail=N', 'riskScore=13.'])(
    'refuses %j, which is cut short',
    (body) => {
      expect(() => parseLegacyResponse(body)).toThrow('cut short');
    },
  );

  it('refuses a whole response cut anywhere before its score is told', () => {
    const body = example('legacy-premium');
    const tenFields = body.indexOf('ip_city=');
    const scored = body.indexOf('riskScore=') + 'riskScore='.length;
    for (let length = tenFields + 9; length < scored; length++) {
      const error = thrownBy(() => parseLegacyResponse(body.slice(0, length)));
      expect(error).toBeInstanceOf(HttpError);
    }
  });
});

describe('parseProxyResponse', () => {
  it.each([
    ['proxyScore=2.50;err=', { proxyScore: 2.5 }],
    ['proxyScore=2.50,err=', { proxyScore: 2.5 }],
    ['proxyScore=0.00', { proxyScore: 0 }],
    ['err=;proxyScore=4', { proxyScore: 4 }],
    ['proxyScore=0.5, err=, later=x', { proxyScore: 0.5, later: 'x' }],
    ['proxyScore=;err=', {}],
    ['proxyScore=;err=IP_NOT_FOUND', { warning: 'IP_NOT_FOUND' }],
    ['proxyScore=1;err=ODD', { proxyScore: 1, warning: 'ODD' }],
  ])('reads %j', (body, expected) => {
    expect(parseProxyResponse(body)).toStrictEqual(expected);
    expect(parseProxyResponse(latin1Bytes(body))).toStrictEqual(expected);
  });

  it.each([
    ['proxyScore=;err=INVALID_LICENSE_KEY', AuthenticationError],
    ['err=LICENSE_REQUIRED', AuthenticationError],
    ['proxyScore=,err=MAX_REQUESTS_REACHED', InsufficientFundsError],
    ['err=PERMISSION_REQUIRED', PermissionRequiredError],
    ['proxyScore=,err=ODD', HttpError],
    ['<html>', HttpError],
    ['proxyScore', HttpError],
    ['', HttpError],
  ])('refuses %j', (body, errorClass) => {
    expect(() => parseProxyResponse(body)).toThrow(errorClass);
  });
});

describe('round trip', () => {
  const character = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
  const text = (banned: RegExp): fc.Arbitrary<string> =>
    fc.string({ unit: character, minLength: 1 }).filter((value) => !banned.test(value));
  const decimal = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const valueOf: Record<string, fc.Arbitrary<unknown>> = {
    number: decimal,
    integer: fc.integer(),
    yesno: fc.constantFrom(true, false, 'NotFound', 'NA', 'NewWord'),
    // A line break at the very end of a body is its terminator.
    string: text(/;|[\r\n]$/),
  };
  const fields = Object.entries(legacyResult.fields).filter(([wire]) => wire !== 'err');

  it('knows the 52 fields of the documentation, and what was added since', () => {
    expect(fields.length).toBeGreaterThanOrEqual(51);
    expect(Object.keys(legacyResult.fields)).toContain('err');
  });

  it.each(fields)('gives %s back', (_, [model, type]) => {
    fc.assert(
      fc.property(valueOf[type] ?? fc.constant(undefined), (value) => {
        const record = { riskScore: 1.5, [model]: value };
        const bytes = latin1Bytes(serialise(record, legacyResult));
        if (model === 'riskScore' && typeof value !== 'number') return;
        expect(parseLegacyResponse(bytes)).toStrictEqual(record);
      }),
      { numRuns: 40 },
    );
  });

  it('gives whole responses back, in any order, with unknown fields', () => {
    const known = Object.fromEntries(
      fields.map(([, [model, type]]) => [model, fc.option(valueOf[type] ?? fc.constant(''))]),
    );
    const unknown = fc.dictionary(fc.stringMatching(/^x[\w.-]{1,20}$/), text(/;|[\r\n]$/));
    const warning = fc.option(fc.constantFrom('CITY_REQUIRED', 'IP_NOT_FOUND'));
    fc.assert(
      fc.property(
        fc.record(known),
        unknown,
        warning,
        fc.infiniteStream(fc.nat()),
        (result, more, code, keys) => {
          const all = { ...result, ...more, warning: code, riskScore: 1.5 };
          const order = Object.entries(all)
            .filter(([, value]) => value !== null)
            .map((entry) => [keys.next().value as number, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry);
          const expected = Object.fromEntries(order);
          const bytes = latin1Bytes(serialise(expected, legacyResult));
          expect(parseLegacyResponse(bytes)).toEqual(expected);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('gives a proxy score back with either separator', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(';', ','),
        decimal,
        text(/[;,]|[\r\n]$/),
        (separator, proxyScore, note) => {
          const result = { proxyScore, note };
          const body = serialise(result, proxyDetectionResult, separator);
          expect(parseProxyResponse(latin1Bytes(body))).toStrictEqual(result);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
