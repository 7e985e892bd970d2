import { describe, expect, it } from '@jest/globals';
import { checkUpdates, DispositionLog, readTimestamp } from '../src/disposition-log.ts';
import type { DispositionUpdate } from '../src/index.ts';
import { shippedSpec, validator } from '../src/specification.ts';
import { basic, jsonOf, paths, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const id = (number: number): string =>
  `deadbeef-0000-4000-8000-${String(number).padStart(12, '0')}`;

function update(number: number, action: string, note?: string): DispositionUpdate {
  return {
    minfraud_id: id(number),
    action: 'accept',
    action_last_updated: action,
    note: note === undefined ? null : 'seen',
    note_last_updated: note ?? null,
  };
}

function get(url: string, query: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}${paths.dispositions}${query}`, {
    headers: { authorization: basic(), ...headers },
  });
}

const from = '?updates_after=2026-03-15T09:00:00.00000Z';

describe('the list of dispositions', () => {
  it('is sorted by the earlier time after the bound, and says where it ends', async () => {
    const { url } = await emulate({
      dispositions: [
        // Both times after the bound: the earlier counts, here the note.
        update(1, '2026-03-15T12:00:00Z', '2026-03-15T09:00:00.000003Z'),
        // One time before the bound: only the other counts.
        update(2, '2026-03-15T08:00:00Z', '2026-03-15T11:00:00.5Z'),
        // At the bound is not after it.
        update(3, '2026-03-15T09:00:00.000000Z'),
        update(4, '2026-03-15T10:00:00+01:00', '2026-03-15T09:00:00.000001Z'),
      ],
    });
    const response = await get(url, from);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.maxmind.com-disposition-updates+json; charset=UTF-8; version=1.0',
    );
    const page = await jsonOf(response);
    expect(validator('DispositionUpdates')(page)).toBe(true);
    expect((page['updates'] as Json[]).map((one) => one['minfraud_id'])).toEqual([
      id(4),
      id(1),
      id(2),
    ]);
    expect(page['last_update_timestamp']).toBe('2026-03-15T11:00:00.5Z');
  });

  it('is empty, with null for a cursor, when nothing new is there', async () => {
    const { url } = await emulate();
    const page = await jsonOf(get(url, from));
    expect(page).toMatchObject({ last_update_timestamp: null, updates: [] });
    expect(validator('DispositionUpdates')(page)).toBe(true);
  });

  it('grows, and a later update of a transaction replaces the earlier', async () => {
    const emulator = await emulate({ dispositions: [update(1, '2026-03-16T00:00:00Z')] });
    emulator.addDispositions([update(2, '2026-03-16T00:00:01Z')]);
    emulator.addDispositions([{ ...update(1, '2026-03-17T00:00:00Z'), action: 'expired_review' }]);
    const page = await jsonOf(get(emulator.url, from));
    expect((page['updates'] as Json[]).map((one) => [one['minfraud_id'], one['action']])).toEqual([
      [id(2), 'accept'],
      [id(1), 'expired_review'],
    ]);
  });

  it('comes in pages of 1000, and walking them finds each update once', async () => {
    const stamp = (micros: number): string =>
      new Date(Date.UTC(2026, 3, 1) + Math.floor(micros / 1000))
        .toISOString()
        .replace('Z', `${String(micros % 1000).padStart(3, '0')}Z`);
    // Three to each microsecond, so that 1000 would tear a group apart.
    const updates = Array.from({ length: 2500 }, (_, n) => update(n, stamp(Math.floor(n / 3))));
    const { url } = await emulate({ dispositions: updates });
    const sizes: number[] = [];
    const seen: unknown[] = [];
    let cursor = '2026-03-15T09:00:00Z';
    for (;;) {
      const page = await jsonOf(get(url, `?updates_after=${encodeURIComponent(cursor)}`));
      const found = page['updates'] as Json[];
      if (found.length === 0) break;
      sizes.push(found.length);
      seen.push(...found.map((one) => one['minfraud_id']));
      cursor = page['last_update_timestamp'] as string;
    }
    expect(sizes).toEqual([999, 999, 502]);
    expect(seen).toEqual(updates.map((one) => one.minfraud_id));
  });

  it('has smaller pages on request, and says what sizes make sense', async () => {
    const same = '2026-04-01T00:00:00Z';
    const { url } = await emulate({
      dispositionPageSize: 2,
      dispositions: [update(1, same), update(2, same), update(3, same)],
    });
    // A group that fills a page alone cannot be kept together.
    expect(((await jsonOf(get(url, from)))['updates'] as Json[]).length).toBe(2);
    for (const size of [0, 1001, 1.5]) {
      expect(() => new DispositionLog(size)).toThrow('1 to 1000');
    }
    expect(() => {
      checkUpdates([update(1, 'yesterday')], shippedSpec());
    }).toThrow('action_last_updated is not an RFC 3339 time: yesterday');
  });

  it.each([
    ['', 400, 'UPDATES_AFTER_REQUIRED'],
    ['?updates_after=', 400, 'UPDATES_AFTER_REQUIRED'],
    ['?updates_after=yesterday', 400, 'TIMESTAMP_INVALID'],
    ['?updates_after=2026-03-15', 400, 'TIMESTAMP_INVALID'],
    ['?updates_after=2026-13-15T09:00:00Z', 400, 'TIMESTAMP_INVALID'],
    [`${from}&page=2`, 400, 'PARAMETER_UNKNOWN'],
  ])('%j is refused', async (query, status, code) => {
    const { url } = await emulate();
    const response = await get(url, query);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.maxmind.com-error+json; charset=UTF-8; version=1.0',
    );
    expect([response.status, (await jsonOf(response))['code']]).toEqual([status, code]);
  });

  it('wants credentials and the right headers', async () => {
    const { url } = await emulate();
    expect((await get(url, from, { authorization: basic(42, 'x') })).status).toBe(401);
    expect((await get(url, from, { accept: 'text/csv' })).status).toBe(415);
    expect((await get(url, from, { 'accept-charset': 'latin1' })).status).toBe(406);
    const accept =
      'application/vnd.maxmind.com-disposition-updates+json; charset=UTF-8; version=1.0';
    expect((await get(url, from, { accept })).status).toBe(200);
  });
});

describe('timestamps', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0n],
    ['1970-01-01T00:00:00.000001Z', 1n],
    ['1970-01-01T00:00:00.04425Z', 44_250n],
    ['1970-01-01t01:00:00.1234567+01:00', 123_456n],
    ['1970-01-01 00:00:01z', 1_000_000n],
  ])('%s is %d microseconds', (text, micros) => {
    expect(readTimestamp(text)).toBe(micros);
  });
});
