import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY, type Fault } from '../src/index.ts';
import { jsonOf, paths, post, postForm } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ip_address: '203.0.113.1' } };
const report = { tag: 'clear', transaction_id: '1' };

describe('when a fault strikes', () => {
  it('is by path, by operation or everywhere, after so many calls and for so many', async () => {
    const { url } = await emulate({
      faults: {
        score: { status: 503, after: 1, times: 2 },
        [paths.report]: [{ status: 500, times: 1 }, { status: 502 }],
      },
    });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) {
      statuses.push((await post(url + paths.score, transaction)).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await post(url + paths.report, report)).status).toBe(500);
    expect((await post(url + paths.report, report)).status).toBe(502);
    expect((await post(url + paths.report, report)).status).toBe(502);
    expect((await post(url + paths.insights, transaction)).status).toBe(200);
  });

  it('may be narrowed to a method, and changed while the emulator runs', async () => {
    const emulator = await emulate({ faults: [{ method: 'get', status: 418 }] });
    expect((await fetch(emulator.url + paths.dispositions)).status).toBe(418);
    expect((await post(emulator.url + paths.score, transaction)).status).toBe(200);
    emulator.setFaults([{ status: 529 }]);
    expect((await post(emulator.url + paths.score, transaction)).status).toBe(529);
    emulator.setFaults();
    expect((await post(emulator.url + paths.score, transaction)).status).toBe(200);
  });

  it('is refused when it could never strike', async () => {
    await expect(emulate({ faults: { scores: { status: 500 } } })).rejects.toThrow(
      'fault path scores is neither a path (/…) nor an operation (score, insights,',
    );
  });
});

describe('a response in place of the real one', () => {
  async function faulty(fault: Fault, path: string = paths.score): Promise<Response> {
    const emulator = await emulate({ faults: [fault] });
    const response = await post(emulator.url + path, transaction);
    expect(emulator.requests[0]).toMatchObject({ billed: false, status: response.status });
    expect(emulator.fundsRemaining()).toBe(100_000);
    return response;
  }

  it('has no body, or the documented error document', async () => {
    const bare = await faulty({ status: 503 });
    expect([bare.status, bare.headers.get('content-type'), await bare.text()]).toEqual([
      503,
      null,
      '',
    ]);
    const coded = await faulty({ status: 402, code: 'INSUFFICIENT_FUNDS' });
    expect(coded.headers.get('content-type')).toBe(
      'application/vnd.maxmind.com-error+json; charset=UTF-8; version=2.0',
    );
    expect(await jsonOf(coded)).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  });

  it('speaks the language of the text services', async () => {
    const { url } = await emulate({ faults: [{ status: 402, code: 'MAX_REQUESTS_REACHED' }] });
    const response = await postForm(url + paths.legacy, {
      license_key: TEST_LICENSE_KEY,
      i: '1.1.1.1',
    });
    expect([response.status, await response.text()]).toEqual([402, 'err=MAX_REQUESTS_REACHED']);
  });

  it.each<[Fault, string | null, string]>([
    [{ body: 'plain', contentType: 'text/plain' }, 'text/plain', 'plain'],
    [{ body: Buffer.from([0x41, 0x42]) }, null, 'AB'],
    [{ body: { a: [1] } }, 'application/json', '{"a":[1]}'],
    [{ body: null }, 'application/json', 'null'],
    [{ status: 200, body: 'x', headers: { 'Content-Type': 'text/css' } }, 'text/css', 'x'],
  ])('%j', async (fault, type, text) => {
    const response = await faulty(fault);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      text,
    ]);
  });

  it.each<[Fault['retryAfter'], string]>([
    [3, '3'],
    [new Date(Date.UTC(2026, 6, 1)), 'Wed, 01 Jul 2026 00:00:00 GMT'],
    ['soon', 'soon'],
  ])('says when to come back: %s', async (retryAfter, header) => {
    const response = await faulty(retryAfter === undefined ? {} : { status: 429, retryAfter });
    expect(response.headers.get('retry-after')).toBe(header);
  });
});

describe('the real response, spoiled', () => {
  it('is billed although it never arrives', async () => {
    const emulator = await emulate({ faults: [{ disconnect: 'before-response' }] });
    await expect(post(emulator.url + paths.score, transaction)).rejects.toThrow('fetch failed');
    expect(emulator.requests).toMatchObject([{ billed: true, status: undefined }]);
    expect(emulator.fundsRemaining()).toBe(99_999.995);
  });

  it('ends in the middle of its body', async () => {
    const emulator = await emulate({ faults: [{ disconnect: 'mid-body' }] });
    const response = await post(emulator.url + paths.score, transaction);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(emulator.requests[0]?.billed).toBe(true);
  });

  it.each<[NonNullable<Fault['malformed']>, string, RegExp]>([
    [
      'truncated',
      'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0',
      /^\{"disposition.*[^}]$/,
    ],
    ['html', 'text/html; charset=utf-8', /^<!doctype html>/],
    ['empty', 'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0', /^$/],
    [
      'null',
      'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0',
      /^null$/,
    ],
    [
      'not-utf8',
      'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0',
      /\ufffd\(/,
    ],
  ])('is %s', async (malformed, type, text) => {
    const emulator = await emulate({ faults: [{ malformed }] });
    const response = await post(emulator.url + paths.score, transaction);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toMatch(text);
    expect(emulator.requests[0]?.billed).toBe(true);
  });

  it('comes late', async () => {
    const { url } = await emulate({ faults: [{ delay: 80 }] });
    const start = performance.now();
    expect((await post(url + paths.score, transaction)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(78);
  });

  it('comes drop by drop, whole in the end', async () => {
    const { url } = await emulate({ faults: [{ path: 'score', drip: 1, body: 'drops' }] });
    const response = await post(url + paths.score, transaction);
    expect(await response.text()).toBe('drops');
  });

  it('stops waiting when the emulator closes or the caller leaves', async () => {
    const emulator = await emulate({
      faults: { score: { delay: 60_000 }, insights: { drip: 60_000 }, factors: { drip: 5 } },
    });
    const late = post(emulator.url + paths.score, transaction);
    const slow = await post(emulator.url + paths.insights, transaction);
    const leaving = new AbortController();
    const left = await fetch(emulator.url + paths.factors, {
      method: 'POST',
      signal: leaving.signal,
    });
    leaving.abort();
    await expect(left.text()).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await Promise.all([
      emulator.close(),
      expect(late).rejects.toThrow(),
      expect(slow.text()).rejects.toThrow(),
    ]);
  });
});
