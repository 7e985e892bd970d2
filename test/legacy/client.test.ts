import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import {
  AuthenticationError,
  ConnectionError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  type LegacyClientOptions,
  type LegacyOrder,
  type MinFraudError,
  MinFraudLegacy,
  PermissionRequiredError,
  RateLimitError,
  TimeoutError,
} from '../../src/legacy/index.ts';
import { getMetadata } from '../../src/response/metadata.ts';
import { example } from './bodies.ts';
import { startTextService, text, type TextService } from './text-service.ts';
import { longest } from '../request/limit.ts';

const licenseKey = 'nK9-legacy+key=&%';
let service: TextService;

beforeAll(async () => {
  service = await startTextService();
});
afterAll(() => service.close());
beforeEach(() => {
  service.asked.length = 0;
  service.respond = text(example('legacy-premium'));
});

function client(options: LegacyClientOptions = {}): MinFraudLegacy {
  return new MinFraudLegacy({ licenseKey, baseUrl: service.url, maxRetries: 0, ...options });
}

const md5 = (value: string): string => createHash('md5').update(value).digest('hex');

/** What a call ended with instead of a result. */
async function refusal(call: Promise<unknown>): Promise<MinFraudError> {
  return call.then(
    (result) => {
      throw new Error(`resolved with ${inspect(result)}`);
    },
    (error: unknown) => error as MinFraudError,
  );
}

function pathsOf(error: unknown): string[] {
  return InvalidRequestError.is(error) ? error.issues.map(({ path }) => path) : [];
}

/** Every documented input in model names. */
const everything = {
  ipAddress: '203.0.113.24',
  city: 'Montréal',
  region: 'QC',
  postal: 'H2X 1Y4',
  country: 'CA',
  shipAddr: '1 Example Street & Co; = +',
  shipCity: 'Łódź 漢字 🙂',
  shipRegion: 'QC',
  shipPostal: 'H2X 1Y4',
  shipCountry: 'CA',
  domain: 'example.com',
  custPhone: '+1 514-555-0100',
  emailMd5: 'customer@example.com',
  usernameMd5: '5F4DCC3B5AA765D61D8327DEB882CF99',
  bin: '41111111',
  binName: 'Example Bank',
  binPhone: '514-555-0199',
  userAgent: 'Mozilla/5.0',
  acceptLanguage: 'fr-CA,fr;q=0.8',
  txnId: 'order-3456',
  orderAmount: 323.21,
  orderCurrency: 'CAD',
  shopId: 'shop-7',
  txnType: 'creditcard',
  avsResult: 'Y',
  cvvResult: 'M',
  requestedType: 'premium',
} satisfies LegacyOrder;

describe('MinFraudLegacy.score', () => {
  it('posts every input as a form, the key in its body and never in the URL', async () => {
    await client().score(everything);
    expect(service.asked).toHaveLength(1);
    const [asked] = service.asked;
    expect(asked).toMatchObject({ method: 'POST', url: '/minfraud/v1.0/legacy' });
    expect(asked?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/plain',
    });
    expect(asked?.headers.authorization).toBeUndefined();
    expect(asked?.form).toStrictEqual({
      i: '203.0.113.24',
      license_key: licenseKey,
      city: 'Montréal',
      region: 'QC',
      postal: 'H2X 1Y4',
      country: 'CA',
      shipAddr: '1 Example Street & Co; = +',
      shipCity: 'Łódź 漢字 🙂',
      shipRegion: 'QC',
      shipPostal: 'H2X 1Y4',
      shipCountry: 'CA',
      domain: 'example.com',
      custPhone: '+1 514-555-0100',
      emailMD5: 'customer@example.com',
      usernameMD5: '5F4DCC3B5AA765D61D8327DEB882CF99',
      bin: '41111111',
      binName: 'Example Bank',
      binPhone: '514-555-0199',
      user_agent: 'Mozilla/5.0',
      accept_language: 'fr-CA,fr;q=0.8',
      txnID: 'order-3456',
      order_amount: '323.21',
      order_currency: 'CAD',
      shopID: 'shop-7',
      txn_type: 'creditcard',
      avs_result: 'Y',
      cvv_result: 'M',
      requested_type: 'premium',
    });
  });

  it('asks at the original path when told to', async () => {
    await client({ path: 'original' }).score({ ipAddress: '203.0.113.24' });
    expect(service.asked[0]).toMatchObject({ method: 'POST', url: '/app/ccv2r' });
    expect(service.asked[0]?.form).toStrictEqual({ i: '203.0.113.24', license_key: licenseKey });
  });

  it('resolves with the typed result, and with how it came about beside it', async () => {
    const result = await client().score({ ipAddress: '203.0.113.24' });
    expect(result).toMatchObject({ riskScore: 1.37, ipCity: 'Montréal', countryMatch: true });
    const metadata = getMetadata(result);
    expect(metadata).toMatchObject({ status: 200, attempts: 1, body: example('legacy-premium') });
    expect(metadata?.url).toBe(`${service.url}/minfraud/v1.0/legacy`);
    expect(JSON.stringify(result)).not.toContain('attempts');
  });

  it('resolves with a warning on the result', async () => {
    service.respond = text(example('legacy-warning'));
    const result = await client().score({ ipAddress: '203.0.113.24' });
    expect(result).toMatchObject({ warning: 'CITY_REQUIRED', riskScore: 2.14 });
  });

  it('takes the key from the environment', async () => {
    const before = process.env['MAXMIND_LICENSE_KEY'];
    process.env['MAXMIND_LICENSE_KEY'] = 'key-of-the-environment';
    try {
      await new MinFraudLegacy({ baseUrl: service.url }).score({ ipAddress: '203.0.113.24' });
    } finally {
      if (before === undefined) delete process.env['MAXMIND_LICENSE_KEY'];
      else process.env['MAXMIND_LICENSE_KEY'] = before;
    }
    expect(service.asked[0]?.form['license_key']).toBe('key-of-the-environment');
  });
});

describe('hashing', () => {
  it('hashes a user name in lower case, whichever of the two inputs it is in', async () => {
    await client().score({ ipAddress: '203.0.113.24', username: 'Test_Carder_Username' });
    await client().score({ ipAddress: '203.0.113.24', usernameMd5: 'Test_Carder_Username' });
    for (const { form, body } of service.asked) {
      expect(form['usernameMD5']).toBe(md5('test_carder_username'));
      expect(body.toLowerCase()).not.toContain('carder');
    }
    expect(service.asked).toHaveLength(2);
  });

  it('sends an email address as it is, or hashed in its normal form with its domain', async () => {
    const order = { ipAddress: '203.0.113.24', emailMd5: 'First.Last+shop@GoogleMail.com' };
    await client().score(order);
    await client({ hashEmail: true }).score(order);
    await client().score(order, { hashEmail: true });
    await client({ hashEmail: true }).score({ ...order, domain: 'googlemail.com' });
    const [plain, hashed, hashedByCall, withDomain] = service.asked.map(({ form }) => form);
    expect(plain).toMatchObject({ emailMD5: 'First.Last+shop@GoogleMail.com' });
    expect(plain).not.toHaveProperty('domain');
    expect(hashed).toMatchObject({ emailMD5: md5('firstlast@gmail.com'), domain: 'gmail.com' });
    expect(hashedByCall).toStrictEqual(hashed);
    expect(withDomain).toMatchObject({ domain: 'googlemail.com' });
  });

  it('takes the addresses that the other services take, international domains among them', async () => {
    const order = { ipAddress: '203.0.113.24', emailMd5: 'jörg@bücher.example' };
    await client().score(order);
    await client({ hashEmail: true }).score(order);
    const [plain, hashed] = service.asked.map(({ form }) => form);
    expect(plain).toMatchObject({ emailMD5: 'jörg@bücher.example' });
    expect(hashed).toMatchObject({
      emailMD5: md5('jörg@xn--bcher-kva.example'),
      domain: 'xn--bcher-kva.example',
    });
  });

  it('sends an MD5 as it is, and never hashes it again', async () => {
    const emailMd5 = md5('customer@example.com').toUpperCase();
    await client().score({ ipAddress: '203.0.113.24', emailMd5 });
    await client({ hashEmail: true }).score({ ipAddress: '203.0.113.24', emailMd5 });
    const [plain, hashed] = service.asked.map(({ form }) => form);
    expect(plain?.['emailMD5']).toBe(emailMd5);
    expect(hashed).toStrictEqual({
      i: '203.0.113.24',
      license_key: licenseKey,
      emailMD5: emailMd5.toLowerCase(),
    });
  });

  it('lets no plain text out when told to hash, not even unchecked', async () => {
    const order = { ipAddress: '203.0.113.24', emailMd5: 'no address' };
    await client({ hashEmail: true, invalid: 'send' }).score(order);
    expect(service.asked[0]?.form['emailMD5']).toBe(md5('no address'));
  });
});

describe('checks before anything is sent', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['no address', {}, ['ipAddress']],
    ['a wrong address', { ipAddress: '203.0.113.240.1' }, ['ipAddress']],
    [
      'several mistakes at once',
      {
        ipAddress: '203.0.113.24',
        bin: '4111111111111111',
        binName: 'Example Bank',
        orderAmount: -1,
        orderCurrency: 'Euro',
        cvvResult: '123',
        txnType: 'credit',
        city: 'x'.repeat(longest('/city', 'LegacyOrder') + 1),
      },
      ['bin', 'orderAmount', 'orderCurrency', 'cvvResult', 'txnType', 'city'],
    ],
    ['bank details without a BIN', { ipAddress: '::1', binName: 'B', binPhone: '1' }, ['bin']],
    ['a name of the wire', { ipAddress: '::1', shopID: 'x' }, ['shopID']],
    ['an email address without a domain', { ipAddress: '::1', emailMd5: 'nobody' }, ['emailMd5']],
    ['an empty user name', { ipAddress: '::1', username: '' }, ['username']],
    ['a key among the fields', { ipAddress: '::1', licenseKey: 'x' }, ['licenseKey']],
  ])('refuses %s', async (_, order, paths) => {
    const error = await refusal(
      client({ invalid: 'throw' }).score(order as unknown as LegacyOrder),
    );
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.attempts).toBe(0);
    expect(pathsOf(error).sort()).toStrictEqual(paths.sort());
    expect(service.asked).toHaveLength(0);
  });

  it.each([undefined, null, 'order', ['203.0.113.24'], 42])(
    'refuses %j for an order',
    async (order) => {
      const error = await refusal(client().score(order as unknown as LegacyOrder));
      expect(error).toBeInstanceOf(InvalidRequestError);
    },
  );

  it('refuses an order that cannot be read', async () => {
    const order = {
      ipAddress: '203.0.113.24',
      get city(): string {
        throw new Error('no');
      },
    };
    const error = await refusal(client().score(order));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(pathsOf(error)).toStrictEqual(['city']);
  });

  it('sends what it does not know when told not to check', async () => {
    const order = {
      ipAddress: 'unknown',
      forwardedIP: '198.51.100.7',
      sessionID: 'abc',
      binName: 'Bank',
      orderAmount: 0.0000001,
      ...{ city: null, region: { code: 'QC' }, postal: 55401, isGift: true },
    };
    await client({ invalid: 'send' }).score(order as unknown as LegacyOrder);
    await client().score(order as unknown as LegacyOrder, { invalid: 'send' });
    for (const { form } of service.asked) {
      expect(form).toStrictEqual({
        i: 'unknown',
        license_key: licenseKey,
        forwardedIP: '198.51.100.7',
        sessionID: 'abc',
        binName: 'Bank',
        order_amount: '0.000',
        postal: '55401',
        isGift: 'true',
      });
    }
    expect(service.asked).toHaveLength(2);
  });

  it("cuts a browser's headers where the service would", async () => {
    const userAgent = 'ä🙂'.repeat(200);
    await client().score({ ipAddress: '203.0.113.24', userAgent, acceptLanguage: 'fr' });
    const form = service.asked[0]?.form ?? {};
    expect(Array.from(form['user_agent'] ?? '')).toHaveLength(
      longest('/user_agent', 'LegacyOrder'),
    );
    expect(userAgent.startsWith(form['user_agent'] ?? '-')).toBe(true);
    expect(form['accept_language']).toBe('fr');
  });

  it('leaves the order alone', async () => {
    const order = Object.freeze({ ...everything, username: 'Name', userAgent: 'x'.repeat(300) });
    await client({ hashEmail: true }).score(order);
    expect(order.username).toBe('Name');
  });
});

describe('options', () => {
  it('needs no account ID, but a key', () => {
    expect(() => new MinFraudLegacy({ licenseKey: 'x' })).not.toThrow();
    expect(() => new MinFraudLegacy({ licenseKey: '' })).toThrow(InvalidRequestError);
  });

  it('refuses a path that it does not know, and options that it does not have', () => {
    const wrong = { path: 'old' } as unknown as LegacyClientOptions;
    expect(() => client(wrong)).toThrow("path must be 'current' or 'original'");
    expect(() => client({ retries: 1 } as unknown as LegacyClientOptions)).toThrow('retries');
  });

  it('asks the sandbox when told to', async () => {
    const urls: string[] = [];
    const sandbox = new MinFraudLegacy({
      licenseKey,
      environment: 'sandbox',
      fetch: (url) => {
        urls.push(url);
        return Promise.resolve(new Response('riskScore=1'));
      },
    });
    await sandbox.score({ ipAddress: '128.101.101.101', country: 'US' });
    expect(urls).toStrictEqual(['https://sandbox.maxmind.com/minfraud/v1.0/legacy']);
  });
});

describe('MinFraudLegacy.proxyDetection', () => {
  it('posts the address, the shop and the key under the one-letter name', async () => {
    service.respond = text('proxyScore=2.50;err=');
    const request = { ipAddress: '2001:db8::1', shopId: 'shop-7' };
    await expect(client().proxyDetection(request)).resolves.toStrictEqual({ proxyScore: 2.5 });
    expect(service.asked[0]).toMatchObject({ method: 'POST', url: '/app/ipauth_http' });
    expect(service.asked[0]?.form).toStrictEqual({
      i: '2001:db8::1',
      l: licenseKey,
      shopID: 'shop-7',
    });
  });

  it('reads commas, and an empty score for an address that the service finds invalid', async () => {
    const request = { ipAddress: '203.0.113.24' };
    service.respond = text('proxyScore=0.00,err=');
    await expect(client().proxyDetection(request)).resolves.toStrictEqual({ proxyScore: 0 });
    service.respond = text('proxyScore=;err=');
    await expect(client().proxyDetection(request)).resolves.toStrictEqual({});
  });

  it('refuses a wrong address here, or lets the service do it', async () => {
    const request = { ipAddress: 'nowhere' };
    const error = await refusal(client().proxyDetection(request));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(service.asked).toHaveLength(0);
    service.respond = text('proxyScore=;err=', 400);
    const refused = await refusal(client().proxyDetection(request, { invalid: 'send' }));
    expect(refused).toBeInstanceOf(InvalidRequestError);
    expect(refused).toMatchObject({ status: 400, code: 'HTTP_400', attempts: 1 });
  });
});

describe('errors', () => {
  const codes = [
    ['INVALID_LICENSE_KEY', 401, AuthenticationError],
    ['LICENSE_REQUIRED', 401, AuthenticationError],
    ['MAX_REQUESTS_REACHED', 402, InsufficientFundsError],
    ['PERMISSION_REQUIRED', 403, PermissionRequiredError],
  ] as const;
  const order = { ipAddress: '203.0.113.24' };

  it.each(codes)(
    'throws the same for %s with status 200 and with %i',
    async (code, status, errorClass) => {
      for (const given of [200, status]) {
        service.respond = text(`proxyScore=;err=${code}`, given);
        for (const call of [() => client().score(order), () => client().proxyDetection(order)]) {
          const error = await refusal(call());
          expect(error).toBeInstanceOf(errorClass);
          expect(error).toMatchObject({ code, status: given, attempts: 1 });
          expect(error.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w./]+$/);
        }
      }
    },
  );

  it('throws a code of tomorrow by its status', async () => {
    const expected = [
      [200, HttpError],
      [400, InvalidRequestError],
      [401, AuthenticationError],
      [402, InsufficientFundsError],
      [403, PermissionRequiredError],
      [418, HttpError],
      [429, RateLimitError],
      [500, HttpError],
    ] as const;
    for (const [status, errorClass] of expected) {
      service.respond = text('err=SOMETHING_NEW;riskScore=', status);
      const error = await refusal(client().score(order));
      expect(error.constructor).toBe(errorClass);
      expect(error).toMatchObject({ code: 'SOMETHING_NEW', status });
    }
  });

  it('throws by the status where the body says nothing', async () => {
    service.respond = text('<html><h1>Forbidden</h1></html>', 403);
    expect(await refusal(client().score(order))).toMatchObject({ code: 'HTTP_403', status: 403 });
  });

  it.each([
    ['a login page', '<!DOCTYPE html><html lang="en"><form action="/login?a=b"></form></html>'],
    ['a cut body', example('legacy-premium').slice(0, 500)],
    ['a binary body', '\x89PNG\r\n\x1a\n\0\0\0=;\xff'],
    ['nothing', ''],
  ])('throws HttpError for %s with status 200', async (_, body) => {
    service.respond = text(body);
    for (const call of [() => client().score(order), () => client().proxyDetection(order)]) {
      const error = await refusal(call());
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ code: 'RESPONSE_NOT_RECORD', status: 200, attempts: 1 });
    }
  });

  it('sends one request only when the response was lost, since it may have been billed', async () => {
    service.respond = (response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('riskScore=1;');
      setTimeout(() => response.destroy(), 20);
    };
    const error = await refusal(client({ maxRetries: 3 }).score(order));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(service.asked).toHaveLength(1);
  });

  it('retries when the service says that it rejected the request and when to come back', async () => {
    let asked = 0;
    service.respond = (response) => {
      if (asked++ === 0) response.writeHead(503, { 'Retry-After': '0' }).end();
      else text('riskScore=1')(response);
    };
    const result = await client({ maxRetries: 1 }).score(order);
    expect(result).toStrictEqual({ riskScore: 1 });
    expect(getMetadata(result)).toMatchObject({ attempts: 2 });
    // Without that it may come from a proxy that has passed the order on.
    service.asked.length = 0;
    service.respond = text('', 503);
    await refusal(client({ maxRetries: 1 }).score(order));
    expect(service.asked).toHaveLength(1);
  });

  it('ends in time, and at once when told to', async () => {
    service.respond = () => undefined;
    expect(await refusal(client({ timeout: 50 }).score(order))).toBeInstanceOf(TimeoutError);
    const controller = new AbortController();
    const pending = refusal(client().score(order, { signal: controller.signal }));
    const reason = new Error('the customer left');
    setTimeout(() => controller.abort(reason), 20);
    expect(await pending).toBe(reason);
  });

  it('keeps the key and the customer out of errors, logs and inspection', async () => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]): void => void lines.push(line);
    const logger = { debug: log, info: log, warn: log, error: log };
    const seen: unknown[] = [];
    for (const status of [200, 400, 401, 500]) {
      service.respond = (response, { body, form }) => {
        text(
          `err=BAD_${licenseKey};echo=${body};mail=${form['emailMD5']};key=${licenseKey}`,
          status,
        )(response);
      };
      const legacy = client({ logger, hashEmail: false });
      seen.push(legacy, await refusal(legacy.score({ ...everything, username: 'secret-name' })));
      seen.push(await refusal(legacy.proxyDetection({ ipAddress: '203.0.113.24' })));
    }
    const shown = [...seen, ...lines]
      .map((one) => inspect(one, { depth: 9, showHidden: true }) + JSON.stringify(one))
      .join('\n');
    expect(lines).not.toHaveLength(0);
    for (const secret of [
      licenseKey,
      encodeURIComponent(licenseKey),
      'customer@',
      'customer%40',
      'secret-name',
    ]) {
      expect(shown).not.toContain(secret);
    }
  });
});
