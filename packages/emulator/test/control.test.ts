import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { TEST_LICENSE_KEY, type Emulator } from '../src/index.ts';
import { controlDocument } from '../src/control/document.ts';
import { basic, jsonOf, paths, post, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ip_address: '203.0.113.1' } };

function ask(emulator: Emulator, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${emulator.url}/_emulator/${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
}

async function score({ url }: Emulator): Promise<Response> {
  return post(url + paths.score, transaction);
}

describe('the control interface', () => {
  it('is off unless asked for', async () => {
    const emulator = await emulate();
    expect((await ask(emulator, 'POST', 'reset')).status).toBe(404);
    expect((await ask(emulator, 'GET', 'requests')).status).toBe(404);
  });

  it('shows what came, without credentials, and forgets it', async () => {
    const emulator = await emulate({ control: true });
    await score(emulator);
    await fetch(`${emulator.url}${paths.legacy}?license%5Fkey=${TEST_LICENSE_KEY}`);
    const response = await ask(emulator, 'GET', 'requests');
    const text = await response.text();
    expect(text).not.toContain(TEST_LICENSE_KEY);
    expect(text).not.toContain(basic().slice(6));
    const [first, second] = JSON.parse(text) as Json[];
    expect(first).toMatchObject({
      path: paths.score,
      body: transaction,
      status: 200,
      billed: true,
    });
    expect(JSON.parse(String(first?.['answer']))).toHaveProperty('risk_score');
    expect(second).toMatchObject({ query: { license_key: '[redacted]' } });
    expect((await ask(emulator, 'DELETE', 'requests')).status).toBe(204);
    expect(emulator.requests).toEqual([]);
    expect(emulator.fundsRemaining()).toBeLessThan(100_000);
  });

  it('sets faults, and lets them be', async () => {
    const emulator = await emulate({ control: true });
    const fault = { path: 'score', status: 503, retryAfter: 1, times: 1 };
    expect((await ask(emulator, 'PUT', 'faults', [fault])).status).toBe(204);
    expect((await score(emulator)).status).toBe(503);
    expect((await score(emulator)).status).toBe(200);
    await ask(emulator, 'PUT', 'faults', [{ status: 500 }]);
    expect((await score(emulator)).status).toBe(500);
    await ask(emulator, 'DELETE', 'faults');
    expect((await score(emulator)).status).toBe(200);
  });

  it('sets answers, dispositions and the clock, shows the money, and starts again', async () => {
    const emulator = await emulate({ control: true });
    await ask(emulator, 'PUT', 'answers', [
      { when: { device: { ipAddress: '203.0.113.1' } }, reply: { riskScore: 77 } },
    ]);
    expect(await jsonOf(score(emulator))).toMatchObject({ risk_score: 77 });
    await ask(emulator, 'DELETE', 'answers');
    expect((await jsonOf(score(emulator)))['risk_score']).not.toBe(77);

    const update = {
      minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
      action: 'accept',
      action_last_updated: '2026-03-14T22:04:01.044250Z',
    };
    expect((await ask(emulator, 'POST', 'dispositions', [update])).status).toBe(204);
    const page = await fetch(
      `${emulator.url}${paths.dispositions}?updates_after=2026-01-01T00:00:00Z`,
      {
        headers: { authorization: basic() },
      },
    );
    expect(await jsonOf(page)).toMatchObject({ updates: [update] });

    expect((await ask(emulator, 'PUT', 'clock', { now: '2026-07-01T16:00:00Z' })).status).toBe(204);
    const insights = await jsonOf(post(emulator.url + paths.insights, transaction));
    expect(insights['device']).toMatchObject({ local_time: '2026-07-01T18:00:00+02:00' });
    await ask(emulator, 'DELETE', 'clock');
    const later = await jsonOf(post(emulator.url + paths.insights, transaction));
    expect((later['device'] as Json)['local_time']).not.toBe('2026-07-01T18:00:00+02:00');

    expect(await jsonOf(ask(emulator, 'GET', 'accounts'))).toEqual([
      { accountId: 42, fundsRemaining: emulator.fundsRemaining() },
    ]);
    expect((await ask(emulator, 'POST', 'reset')).status).toBe(204);
    expect(emulator.fundsRemaining()).toBe(100_000);
    expect(emulator.requests).toEqual([]);
  });

  it('sends alerts to a webhook', async () => {
    const seen: (string | undefined)[] = [];
    const webhook = createServer((request, response) => {
      seen.push(request.headers['x-maxmind-alert-hmac-sha256'] as string | undefined);
      response.writeHead(202).end('thanks');
    });
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/hook`;
    const emulator = await emulate({ control: true });
    const alert = {
      url,
      secret: 'supersecret-0123456789',
      parameters: { reason_code: 'CARDER_EMAIL' },
    };
    const delivery = await jsonOf(ask(emulator, 'POST', 'alerts', alert));
    expect(delivery).toMatchObject({ status: 202, body: 'thanks', signature: seen[0] });
    expect(delivery['query']).toContain('reason_code=CARDER_EMAIL');
    await new Promise((resolve) => webhook.close(resolve));
    expect((await ask(emulator, 'POST', 'alerts', alert)).status).toBe(502);
  });

  it.each([
    ['PUT', 'faults', [{ statsu: 500 }], 'Did you mean \\"status\\"?'],
    ['PUT', 'faults', [{ path: 'scores' }], 'Did you mean score?'],
    ['PUT', 'faults', { status: 500 }, 'must be array'],
    ['PUT', 'answers', [{ reply: { riskscore: 1 } }], 'Did you mean \\"riskScore\\"?'],
    ['PUT', 'clock', { now: 'noon' }, 'date-time'],
    ['PUT', 'clock', { nwo: 1 }, 'must have required property'],
    ['POST', 'dispositions', [{ minfraud_id: 'x' }], 'must have required property'],
    ['POST', 'alerts', { url: 'http://127.0.0.1:1/', sekret: 'x' }, 'sekret'],
    ['POST', 'alerts', { url: 'file:///etc/hosts' }, 'begin with http'],
  ])('says what is wrong: %s %s %j', async (method, path, body, message) => {
    const emulator = await emulate({ control: true });
    const response = await ask(emulator, method, path, body);
    expect([response.status, (await response.text()).includes(message)]).toEqual([400, true]);
  });

  it('takes JSON that is said to be JSON, on the paths and by the methods that it has', async () => {
    const emulator = await emulate({ control: true });
    const put = { method: 'PUT', body: '[]' };
    expect((await fetch(`${emulator.url}/_emulator/faults`, put)).status).toBe(400);
    const broken = { ...put, body: '[', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${emulator.url}/_emulator/faults`, broken)).status).toBe(400);
    expect((await ask(emulator, 'POST', 'faults', [])).headers.get('allow')).toBe('PUT, DELETE');
    expect((await ask(emulator, 'GET', 'nothing')).status).toBe(404);
    expect((await ask(emulator, 'GET', '')).status).toBe(404);
  });

  it('is not hit by faults, and leaves no trace in what it shows', async () => {
    const emulator = await emulate({ control: true, faults: [{ status: 500 }] });
    expect((await ask(emulator, 'GET', 'requests')).status).toBe(200);
    expect(emulator.requests).toEqual([]);
  });

  it('responds through fetch too', async () => {
    const emulator = await emulate({ control: true, listen: false });
    const response = await emulator.fetch(`${emulator.url}/_emulator/accounts`);
    expect(await response.json()).toHaveLength(1);
  });

  describe.each([
    ['POST', 'reset'],
    ['GET', 'requests'],
    ['DELETE', 'requests'],
    ['GET', 'accounts'],
    ['PUT', 'faults'],
    ['DELETE', 'answers'],
    ['POST', 'dispositions'],
    ['POST', 'alerts'],
    ['PUT', 'clock'],
    ['GET', 'openapi.json'],
  ])('%s %s', (method, path) => {
    it.each([
      ['a name that was made to point here', { host: 'rebound.example:80' }, 421],
      ['a page of another host', { origin: 'https://shop.example' }, 403],
      ['a page without an origin, such as a sandboxed frame', { origin: 'null' }, 403],
      ['a picture or script of another host', { 'sec-fetch-site': 'cross-site' }, 403],
      [
        'a link on another host',
        { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
        403,
      ],
    ])('is not for %s', async (_, headers, status) => {
      const emulator = await emulate({ control: true });
      await score(emulator);
      const response = await new Promise<number | undefined>((resolve, reject) => {
        const url = `${emulator.url}/_emulator/${path}`;
        const type = { 'content-type': 'application/json' };
        request(url, { method, headers: { ...type, ...headers } }, (response) => {
          response.resume().on('end', () => {
            resolve(response.statusCode);
          });
        })
          .on('error', reject)
          .end(method === 'GET' ? undefined : '[]');
      });
      expect(response).toBe(status);
      expect(emulator.requests).toHaveLength(1);
    });
  });

  it('is described in OpenAPI that is right, and in which every call is', async () => {
    const emulator = await emulate({ control: true });
    const document = await jsonOf(ask(emulator, 'GET', 'openapi.json'));
    expect(document).toEqual(JSON.parse(JSON.stringify(controlDocument)));
    const config = await createConfig({
      rules: { struct: 'error', 'no-unresolved-refs': 'error' },
    });
    expect(await lintFromString({ source: JSON.stringify(document), config })).toEqual([]);
    // Whatever the document offers has code behind it.
    for (const [path, item] of Object.entries(document['paths'] as Record<string, Json>)) {
      for (const method of Object.keys(item)) {
        const name = path.replace('/_emulator/', '');
        expect([200, 204, 400]).toContain((await ask(emulator, method.toUpperCase(), name)).status);
      }
    }
  });
});
