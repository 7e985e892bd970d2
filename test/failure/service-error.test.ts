/** Only an error document of the service makes a class other than HttpError. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classOfError } from '../../src/failure/service-error.ts';
import {
  AuthenticationError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraud,
  type MinFraudError,
} from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';

const key = 'QWERTYUIOPASDFGHJKLZXCVBNMQWERT';

function failing(status: number, body: string, type = 'application/json'): Promise<MinFraudError> {
  const headers = { 'content-type': type };
  const fetch = () => Promise.resolve(new Response(body, { status, headers }));
  const client = new MinFraud({ accountId: 1, licenseKey: key, fetch, maxRetries: 0 });
  return client.score({ device: { ipAddress: '203.0.113.9' } }).then(
    () => Promise.reject(new Error('It was resolved.')),
    (error: unknown) => error as MinFraudError,
  );
}

const said = (code: unknown, error: unknown = 'A sentence of the service.'): string =>
  JSON.stringify({ code, error });

describe('an error document of the service', () => {
  test.each([
    [400, 'JSON_INVALID', 'InvalidRequestError'],
    [401, 'AUTHORIZATION_INVALID', 'AuthenticationError'],
    [402, 'INSUFFICIENT_FUNDS', 'InsufficientFundsError'],
    [403, 'PERMISSION_REQUIRED', 'PermissionRequiredError'],
    [403, 'A_CODE_OF_TOMORROW', 'PermissionRequiredError'],
    [418, 'A_CODE_OF_TOMORROW', 'HttpError'],
  ])('%d %s is %s', async (status, code, name) => {
    expect(await failing(status, said(code))).toMatchObject({ name, code, status });
  });
});

test.each([
  [400, InvalidRequestError],
  [402, InsufficientFundsError],
  [undefined, HttpError],
])(
  'a code that is documented for several statuses has the class of the status: %p',
  (status, is) => {
    expect(classOfError('ONE', status, { ONE: 0 })).toBe(is);
    expect(classOfError('ONE', status, { ONE: 401 })).toBe(AuthenticationError);
  },
);

describe('what comes from something between', () => {
  const bodies: readonly (readonly [string, string?])[] = [
    [''],
    ['<html>Forbidden</html>', 'text/html'],
    ['Forbidden', 'text/plain'],
    ['{}'],
    ['{"code":"Forbidden"}'],
    ['{"code":"Forbidden","error":"no"}'],
    ['{"code":"INSUFFICIENT_FUNDS"}'],
    ['{"code":"INSUFFICIENT_FUNDS","error":""}'],
    [said('INSUFFICIENT_FUNDS'), 'text/html'],
    [said(402)],
    ['[]'],
  ];

  test.each([400, 401, 402, 403, 404, 407, 421, 499, 500, 502])(
    'is an HttpError with its status: %d',
    async (status) => {
      for (const [body, type] of bodies) {
        const error = await failing(status, body, type);
        expect([body, error.name, error.code]).toEqual([body, 'HttpError', `HTTP_${status}`]);
        expect(error.message).not.toContain('Ask MaxMind');
      }
    },
  );

  test('but too many requests are too many, whoever says so', async () => {
    for (const [body, type] of bodies) {
      expect((await failing(429, body, type)).name).toBe('RateLimitError');
    }
  });
});

describe('the text services', () => {
  const legacy = (status: number, body: string, type: string): Promise<unknown> => {
    const headers = { 'content-type': type };
    const fetch = () => Promise.resolve(new Response(body, { status, headers }));
    const client = new MinFraudLegacy({ licenseKey: key, fetch, maxRetries: 0 });
    return client.score({ ipAddress: '203.0.113.9' }).catch((error: unknown) => error);
  };

  test.each([
    [401, 'err=INVALID_LICENSE_KEY', 'AuthenticationError'],
    [402, 'err=MAX_REQUESTS_REACHED', 'InsufficientFundsError'],
    [403, '', 'PermissionRequiredError'],
    [400, '', 'InvalidRequestError'],
  ])('%d with %j is %s: the status alone is documented', async (status, body, name) => {
    expect(await legacy(status, body, 'text/plain')).toMatchObject({ name, status });
  });

  test.each(['text/html', 'text/plain'])('a page of type %s is an HttpError', async (type) => {
    const error = await legacy(403, '<!DOCTYPE html><p>Blocked', type);
    expect(error).toMatchObject({ name: 'HttpError', status: 403 });
  });
});

describe('the code of the service', () => {
  test('holds no part of the key that could be of use', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(key.length - 10),
        fc.integer({ min: 10, max: key.length }),
        fc.constantFrom('', 'CODE_', 'X'),
        async (start, length, before) => {
          const part = key.slice(start, start + length);
          fc.pre(part.length >= 10);
          const error = await failing(400, said(`${before}${part}`, `It was ${part}`));
          expect(error.code).toBe('HTTP_400');
          expect(JSON.stringify(error)).not.toContain(part);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['KEY1234567', 'A'.repeat(65), 'X Y', 'lower_case', 'A__B', '_A', 'A_'])(
    'is not %s',
    async (code) => {
      expect((await failing(400, said(code))).code).toBe('HTTP_400');
    },
  );

  test('a documented one is kept, whatever a customer is called', async () => {
    const headers = { 'content-type': 'application/json' };
    const fetch = () =>
      Promise.resolve(new Response(said('INSUFFICIENT_FUNDS'), { status: 402, headers }));
    const client = new MinFraud({ accountId: 1, licenseKey: key, fetch });
    const order = { billing: { lastName: 'INSUFFICIENT_FUNDS' } };
    await expect(client.score(order)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  });
});
