import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  type CallOptions,
  type ClientOptions,
  type DispositionsQuery,
  type DispositionUpdate,
  getMetadata,
  HttpError,
  InvalidRequestError,
  MinFraud,
  PermissionRequiredError,
} from '../../src/index.ts';
import {
  change,
  type DispositionService,
  reply,
  startDispositionService,
} from './disposition-service.ts';

const beginning = '2026-03-15T09:00:00.000000Z';
let service: DispositionService;

beforeAll(async () => {
  service = await startDispositionService();
});
afterAll(() => service.close());
beforeEach(() => {
  service.asked.length = 0;
  service.changes = [];
  service.pageSize = 1000;
  service.instead = undefined;
});

function client(options: ClientOptions = {}): MinFraud {
  return new MinFraud({
    accountId: 42,
    licenseKey: 'key-of-a-test',
    baseUrl: service.url,
    maxRetries: 0,
    ...options,
  });
}

async function all<T>(walk: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of walk) items.push(item);
  return items;
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('resolved');
    },
    (error: unknown) => error,
  );
}

const numbered = (updates: readonly DispositionUpdate[]): number[] =>
  updates.map(({ minfraudId }) => Number(minfraudId.slice(-12)));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('client.dispositions', () => {
  it('gives every update of every page in order, in model names', async () => {
    service.changes = upTo(2500).map(change);
    const updates = await all(client().dispositions({ updatesAfter: beginning }));
    expect(numbered(updates)).toStrictEqual(upTo(2500));
    expect(updates[3]).toStrictEqual({
      minfraudId: '00000000-0000-4000-8000-000000000003',
      action: 'expired_review',
      actionLastUpdated: '2026-03-15T23:59:59.999999Z',
      note: 'Reviewed (3) – ok',
      noteLastUpdated: change(3).at,
    });
    expect(updates[1]).toMatchObject({ note: null, noteLastUpdated: null });
    // Each page from the cursor of the one before; the last one is empty.
    expect(service.asked.map(({ after }) => after)).toStrictEqual([
      beginning,
      change(999).at,
      change(1999).at,
      change(2499).at,
    ]);
    expect(service.asked[0]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: `Basic ${btoa('42:key-of-a-test')}`,
    });
  });

  it('gives pages with the cursor to go on from, and none that is empty', async () => {
    service.changes = upTo(7).map(change);
    service.pageSize = 3;
    const pages = await all(client().dispositions({ updatesAfter: beginning }).pages());
    expect(pages.map(({ updates }) => numbered(updates))).toStrictEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6],
    ]);
    expect(pages.map(({ lastUpdateTimestamp }) => lastUpdateTimestamp)).toStrictEqual(
      [2, 5, 6].map((index) => change(index).at),
    );
    expect(getMetadata(pages[0] ?? {})).toMatchObject({ status: 200, attempts: 1 });
  });

  it('goes on where an earlier walk stopped, from the cursor as text', async () => {
    service.changes = upTo(10).map(change);
    service.pageSize = 4;
    let cursor = '';
    for await (const page of client().dispositions({ updatesAfter: beginning }).pages()) {
      cursor = page.lastUpdateTimestamp;
      break;
    }
    const rest = await all(client().dispositions({ updatesAfter: cursor }));
    expect(numbered(rest)).toStrictEqual([4, 5, 6, 7, 8, 9]);
  });

  it.each([
    ['microseconds', '2026-03-15T09:00:00.000001Z'],
    ['nanoseconds and an offset', '2026-03-15T10:00:00.123456789+01:00'],
    ['no fraction', '2026-03-15T09:00:00Z'],
  ])('passes a text with %s on as it is', async (_, updatesAfter) => {
    await all(client().dispositions({ updatesAfter }));
    expect(service.asked.map(({ after }) => after)).toStrictEqual([updatesAfter]);
  });

  it('takes inherited options too', async () => {
    service.instead = (response) => {
      response.writeHead(500).end();
      return true;
    };
    const options = Object.create({ maxRetries: 0 }) as CallOptions;
    const walk = client({ maxRetries: 2 }).dispositions({ updatesAfter: beginning }, options);
    expect(await failure(all(walk))).toMatchObject({ status: 500, attempts: 1 });
  });

  it('takes a Date', async () => {
    await all(client().dispositions({ updatesAfter: new Date(Date.UTC(2026, 2, 15, 9, 0, 0, 7)) }));
    expect(service.asked[0]?.after).toBe('2026-03-15T09:00:00.007Z');
  });

  it.each([
    undefined,
    {},
    { updatesAfter: undefined },
    { updatesAfter: new Date(NaN) },
    { updatesAfter: '2026-03-15' },
    { updatesAfter: '2026-02-30T00:00:00Z' },
    { updatesAfter: 1773565200000 },
    { updatesAfter: null },
  ])('refuses to start from %j without asking', async (query) => {
    const error = await failure(all(client().dispositions(query as unknown as DispositionsQuery)));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect((error as InvalidRequestError).issues).toMatchObject([{ path: 'updatesAfter' }]);
    expect(service.asked).toHaveLength(0);
  });

  it('sends a start that it does not know when told not to check', async () => {
    service.instead = (response) => {
      const error = { code: 'TIMESTAMP_INVALID', error: 'not RFC 3339' };
      reply(response, error, 400);
      return true;
    };
    const walk = client().dispositions({ updatesAfter: 'yesterday', invalid: 'send' });
    const error = await failure(all(walk));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ code: 'TIMESTAMP_INVALID', status: 400 });
    service.instead = undefined;
    service.changes = [change(0)];
    const text = { updatesAfter: '!' };
    expect(await all(client({ invalid: 'send' }).dispositions(text))).toHaveLength(1);
  });

  it('keeps actions and fields of tomorrow', async () => {
    const update = { ...change(0).update, action: 'escalated', reviewer: { full_name: 'x' } };
    service.changes = [{ at: change(0).at, update }];
    const [only] = await all(client().dispositions({ updatesAfter: beginning }));
    expect(only).toMatchObject({ action: 'escalated', reviewer: { full_name: 'x' } });
  });

  it('starts anew for each loop over the same walk', async () => {
    service.changes = upTo(3).map(change);
    const walk = client().dispositions({ updatesAfter: beginning });
    expect(await all(walk)).toStrictEqual(await all(walk));
  });

  it('asks for a page only when it is needed', async () => {
    service.changes = upTo(9).map(change);
    service.pageSize = 3;
    const walk = client().dispositions({ updatesAfter: beginning });
    expect(service.asked).toHaveLength(0);
    let seen = 0;
    for await (const update of walk) {
      expect(update.action).toBeDefined();
      if (++seen === 3) break;
    }
    expect(service.asked).toHaveLength(1);
  });
});

describe('the end of a walk', () => {
  it('comes with an empty page, whatever its cursor is', async () => {
    for (const cursor of [null, undefined, beginning, 'garbage']) {
      service.asked.length = 0;
      service.instead = (response) => {
        reply(response, { last_update_timestamp: cursor, updates: [] });
        return true;
      };
      expect(await all(client().dispositions({ updatesAfter: beginning }))).toStrictEqual([]);
      expect(service.asked).toHaveLength(1);
    }
  });

  it('comes when the same page comes again, whose updates are not given twice', async () => {
    service.instead = (response) => {
      reply(response, {
        last_update_timestamp: change(1).at,
        updates: [change(0).update, change(1).update],
      });
      return true;
    };
    const updates = await all(client().dispositions({ updatesAfter: beginning }));
    expect(numbered(updates)).toStrictEqual([0, 1]);
    expect(service.asked).toHaveLength(2);
  });

  it.each([
    ['the same moment in other digits', '2026-03-15T09:00:00Z'],
    ['the same moment elsewhere', '2026-03-15T11:00:00.0+02:00'],
    ['an earlier one', '2026-03-15T08:59:59.999999Z'],
  ])('comes when the first cursor is %s, after its updates', async (_, cursor) => {
    service.instead = (response) => {
      reply(response, { last_update_timestamp: cursor, updates: [change(0).update] });
      return true;
    };
    const updates = await all(client().dispositions({ updatesAfter: beginning }));
    expect(numbered(updates)).toStrictEqual([0]);
    expect(service.asked).toHaveLength(1);
  });

  it('comes when cursors go back and forth', async () => {
    service.instead = (response, _after, number) => {
      const cursor = change(number % 2 === 1 ? 9 : 5).at;
      reply(response, { last_update_timestamp: cursor, updates: [change(number).update] });
      return true;
    };
    const updates = await all(client().dispositions({ updatesAfter: beginning }));
    expect(numbered(updates)).toStrictEqual([1]);
    expect(service.asked).toHaveLength(2);
  });

  it.each([[undefined], [null], [17], ['garbage'], ['2026-03-15']])(
    'is not taken for it when a page with updates has the cursor %j',
    async (cursor) => {
      service.instead = (response) => {
        reply(response, { last_update_timestamp: cursor, updates: [change(0).update] });
        return true;
      };
      const error = await failure(all(client().dispositions({ updatesAfter: beginning })));
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ code: 'RESPONSE_NO_CURSOR', status: 200, attempts: 1 });
    },
  );
});

describe('failures', () => {
  it.each([
    [401, 'AUTHORIZATION_INVALID', AuthenticationError],
    [403, 'PERMISSION_REQUIRED', PermissionRequiredError],
    [400, 'PARAMETER_UNKNOWN', InvalidRequestError],
  ])('throws the class of status %i', async (status, code, errorClass) => {
    service.instead = (response) => {
      reply(response, { code, error: 'because' }, status);
      return true;
    };
    const error = await failure(all(client().dispositions({ updatesAfter: beginning })));
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ code, status });
    expect((error as HttpError).url).toBe(`${service.url}/minfraud/disposition/v1.0/updates`);
  });

  it('retries after a response that was lost, and for one with a 5xx', async () => {
    service.changes = upTo(4).map(change);
    service.pageSize = 2;
    service.instead = (response, _after, number) => {
      if (number === 1) response.destroy();
      else if (number === 3) response.writeHead(500).end('oops');
      else if (number === 4) {
        response.writeHead(200, { 'Content-Length': 1000 }).write('{');
        setTimeout(() => response.destroy(), 10);
      } else return false;
      return true;
    };
    const updates = await all(client({ maxRetries: 5 }).dispositions({ updatesAfter: beginning }));
    expect(numbered(updates)).toStrictEqual([0, 1, 2, 3]);
  });

  it('ends with the reason of an abort: before it starts, between updates, and while it waits', async () => {
    service.changes = upTo(4).map(change);
    const reason = new Error('shutting down');
    const aborted = AbortSignal.abort(reason);
    const query = { updatesAfter: beginning };
    expect(await failure(all(client().dispositions({ ...query, signal: aborted })))).toBe(reason);
    expect(service.asked).toHaveLength(0);

    const between = new AbortController();
    const seen: DispositionUpdate[] = [];
    const walk = (async () => {
      for await (const update of client().dispositions(query, { signal: between.signal })) {
        seen.push(update);
        if (seen.length === 2) between.abort(reason);
      }
    })();
    expect(await failure(walk)).toBe(reason);
    expect(numbered(seen)).toStrictEqual([0, 1]);

    service.instead = () => true;
    const waiting = new AbortController();
    setTimeout(() => waiting.abort(reason), 20);
    expect(await failure(all(client().dispositions(query, { signal: waiting.signal })))).toBe(
      reason,
    );
  });

  it('refuses options that it does not know, beside the start and behind it', async () => {
    const query = { updatesAfter: beginning, pageSize: 10 } as unknown as DispositionsQuery;
    expect(await failure(all(client().dispositions(query)))).toBeInstanceOf(InvalidRequestError);
    const walk = client().dispositions({ updatesAfter: beginning, timeout: 5 }, { timeout: -1 });
    expect(await failure(all(walk))).toBeInstanceOf(InvalidRequestError);
  });
});
