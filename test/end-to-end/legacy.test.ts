import { describe, expect, it } from '@jest/globals';
import { parseAlert, verifyAlert } from '../../src/alerts/index.ts';
import {
  AuthenticationError,
  getMetadata,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  PermissionRequiredError,
} from '../../src/index.ts';
import {
  type Account,
  type Emulator,
  type EmulatorOptions,
  TEST_LICENSE_KEY,
} from 'minfraud-emulator';
import {
  type LegacyClientOptions,
  type LegacyOrder,
  MinFraudLegacy,
} from '../../src/legacy/index.ts';
import { propertiesOf } from '../../packages/emulator/src/specification.ts';
import { emulate } from '../../packages/emulator/test/running-emulator.ts';

const account: Account = { accountId: 42, licenseKey: TEST_LICENSE_KEY };

async function connect(
  options: EmulatorOptions = {},
  more: LegacyClientOptions = {},
): Promise<{ emulator: Emulator; client: MinFraudLegacy }> {
  const emulator = await emulate(options);
  const client = new MinFraudLegacy({
    licenseKey: TEST_LICENSE_KEY,
    baseUrl: emulator.url,
    ...more,
  });
  return { emulator, client };
}

const order: LegacyOrder = {
  ipAddress: '203.0.113.33',
  city: 'São Paulo',
  region: 'SP',
  postal: '01310-100',
  country: 'BR',
  domain: 'gmail.com',
  emailMd5: 'Regular@gmail.com',
  bin: '400000',
  binName: 'Banco Exemplo',
  orderAmount: 120.5,
  orderCurrency: 'BRL',
};

describe('minFraud Legacy', () => {
  it('reads every field of a premium response, its Latin-1 exact', async () => {
    const { client, emulator } = await connect();
    const result = await client.score(order);
    expect(result).toMatchObject({
      ipCity: 'São Paulo',
      ipRegionName: 'São Paulo',
      countryMatch: true,
      cityPostalMatch: true,
      anonymousProxy: false,
      freeMail: true,
      binMatch: true,
      binName: 'Banco Exemplo',
      prepaid: false,
      queriesRemaining: 19_999_999,
      minfraudVersion: '1.3',
      serviceLevel: 'premium',
    });
    expect(result.warning).toBeUndefined();
    expect(emulator.requests[0]).toMatchObject({
      method: 'POST',
      path: '/minfraud/v1.0/legacy',
      query: {},
      headers: { 'content-type': expect.stringMatching(/^application\/x-www-form-urlencoded/) },
    });
    expect(getMetadata(result)?.url).not.toContain('?');
  });

  it('knows all fields that any version sends', async () => {
    const seen = new Set<string>();
    for (const legacyVersion of ['1.0', '1.1', '1.2', '1.3'] as const) {
      const { client } = await connect({ accounts: [{ ...account, legacyVersion }] });
      const result = await client.score(order);
      for (const name of getMetadata(result)?.body.split(';') ?? []) {
        seen.add(name.slice(0, name.indexOf('=')));
      }
      expect('score' in result).toBe(legacyVersion !== '1.3');
      expect(result.riskScore === undefined).toBe(legacyVersion === '1.0');
    }
    expect([...seen].sort()).toEqual(
      propertiesOf('LegacyResult')
        .map(([name]) => name)
        .sort(),
    );
  });

  it('takes the older path, and a standard order', async () => {
    const { client, emulator } = await connect({}, { path: 'original' });
    const result = await client.score({ ...order, requestedType: 'standard' });
    expect(result.serviceLevel).toBe('standard');
    expect(result.binName).toBeUndefined();
    expect(emulator.requests[0]?.path).toBe('/app/ccv2r');
  });

  it('puts a warning on the result', async () => {
    const { client } = await connect();
    const result = await client.score({ ipAddress: '10.0.0.1' });
    expect(result.warning).toBe('IP_NOT_FOUND');
    expect(result.riskScore).toBeGreaterThan(0);
  });
});

describe('proxy detection', () => {
  it.each([';', ','] as const)('reads fields between %j', async (proxySeparator) => {
    const { client } = await connect({ proxySeparator });
    const result = await client.proxyDetection({ ipAddress: '203.0.113.210' });
    expect(result.proxyScore).toBeGreaterThanOrEqual(3);
    expect(result.warning).toBeUndefined();
  });

  it('reports an invalid address as the request that it is', async () => {
    const { client } = await connect();
    const request = client.proxyDetection({ ipAddress: 'nowhere' }, { invalid: 'send' });
    await expect(request).rejects.toMatchObject({ status: 400 });
    const old = await connect({ legacyErrorStatus: 200 });
    const result = await old.client.proxyDetection({ ipAddress: 'nowhere' }, { invalid: 'send' });
    expect(result.proxyScore).toBeUndefined();
  });
});

describe('errors', () => {
  const cases: [
    code: string,
    errorClass: unknown,
    account: Partial<Account>,
    options: LegacyClientOptions,
  ][] = [
    ['INVALID_LICENSE_KEY', AuthenticationError, {}, { licenseKey: 'other' }],
    ['MAX_REQUESTS_REACHED', InsufficientFundsError, { funds: 0 }, {}],
    ['PERMISSION_REQUIRED', PermissionRequiredError, { permissions: [] }, {}],
  ];

  it.each(cases.map(([code, errorClass, one, options]) => ({ code, errorClass, one, options })))(
    '$code, with its status and with 200 as it used to come',
    async ({ code, errorClass, one, options }) => {
      for (const more of [{}, { legacyErrorStatus: 200 }] as const) {
        const { client } = await connect({ ...more, accounts: [{ ...account, ...one }] }, options);
        for (const call of [
          () => client.score(order),
          () => client.proxyDetection({ ipAddress: '203.0.113.1' }),
        ]) {
          const error: unknown = await call().catch((reason: unknown) => reason);
          expect(error).toBeInstanceOf(errorClass);
          expect(error).toMatchObject({ code });
        }
      }
    },
  );

  it('a page of HTML, half a response and nothing are no results', async () => {
    for (const malformed of ['html', 'empty'] as const) {
      const { client } = await connect({ faults: [{ malformed }] });
      await expect(client.score(order)).rejects.toBeInstanceOf(HttpError);
    }
  });

  it('an order without an IP address is not sent', async () => {
    const { client, emulator } = await connect();
    const request = client.score({} as LegacyOrder);
    await expect(request).rejects.toBeInstanceOf(InvalidRequestError);
    expect(emulator.requests).toEqual([]);
  });
});

describe('an alert', () => {
  it('verifies and parses, and does not verify when damaged', async () => {
    const { sendAlert } = await emulate();
    const received: { query: string; signature: string }[] = [];
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      received.push({
        query: request.url?.split('?')[1] ?? '',
        signature: String(request.headers['x-maxmind-alert-hmac-sha256']),
      });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const url = `http://127.0.0.1:${port}/alert`;
    const secret = 'shh-0123456789';
    await sendAlert({ url, secret, parameters: { reason_code: 'CARDER_EMAIL' } });
    await sendAlert({ url, secret, tamper: true });
    await new Promise((resolve) => server.close(resolve));

    const [good, bad] = received;
    if (good === undefined || bad === undefined) throw new Error('not called');
    expect(await verifyAlert({ ...good, secret })).toBe(true);
    expect(await verifyAlert({ ...good, secret: 'other' })).toBe(false);
    expect(await verifyAlert({ ...bad, secret })).toBe(false);
    expect(parseAlert(good.query)).toMatchObject({
      ipAddress: '203.0.113.24',
      city: 'Orléans',
      reasonCode: 'CARDER_EMAIL',
      newRiskScore: 81.5,
    });
  });
});
