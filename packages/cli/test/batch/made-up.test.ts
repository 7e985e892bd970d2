/** Results of an emulator are told from those of the service, wherever it runs. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { cli, type Ran } from '../run.ts';
import { resultLines, writeOrders } from './orders.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;
let emulator: Emulator;
const rows = 12;

beforeAll(async () => {
  world = await startBatchWorld();
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator.close();
  await world.close();
});
beforeEach(() => {
  world.begin();
  writeOrders(world.at('orders.csv'), rows);
});
afterEach(() => {
  emulator.reset();
  world.remove();
});

/** At an address that the command line knows nothing of. */
const atEmulator = (...flags: string[]): Promise<Ran> => at(emulator.url, ...flags);

function at(url: string, ...flags: string[]): Promise<Ran> {
  const env = {
    MAXMIND_ACCOUNT_ID: String(emulator.credentials.accountId),
    MAXMIND_LICENSE_KEY: emulator.credentials.licenseKey,
    MINFRAUD_BASE_URL: url,
  };
  return cli(['batch', world.at('orders.csv'), '--service', 'score', ...flags], { env });
}

const out = (): string[] => ['--out', world.at('results.ndjson')];

interface Gateway {
  /** Of orders, so far. */
  calls: number;
  /** Whether a response has the mark of the emulator, which other gateways take off. */
  isMarked: (call: number) => boolean;
}

/** In front of the emulator. */
async function withGateway(use: (gateway: Gateway, url: string) => Promise<void>): Promise<void> {
  const gateway: Gateway = { calls: 0, isMarked: () => true };
  const server = createServer((request, response) => {
    const isMarked = request.method === 'POST' ? gateway.isMarked(++gateway.calls) : true;
    const { method, url, headers } = request;
    const onward = forward(`${emulator.url}${url}`, { method, headers }, (reply) => {
      const { 'minfraud-emulator': mark, ...rest } = reply.headers;
      const marked = isMarked ? { 'minfraud-emulator': mark } : {};
      response.writeHead(reply.statusCode ?? 502, { ...rest, ...marked });
      reply.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(gateway, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const madeUp = 'The scores are made up: they come from an emulator.';

test('each result of an emulator says so, as a line and in a table', async () => {
  const ran = await atEmulator('--out', world.at('results.ndjson'));
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining(madeUp) });
  const lines = resultLines(world.at('results.ndjson'));
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(line).toMatchObject({ emulator: true });
  await atEmulator('--out', world.at('results.csv'));
  const [head = '', ...cells] = readFileSync(world.at('results.csv'), 'utf8').trim().split('\n');
  const column = head.split(',').indexOf('emulator');
  expect(cells.map((row) => row.split(',')[column])).toStrictEqual(new Array(rows).fill('true'));
});

test('results of the service say nothing of that', async () => {
  const ran = await world.batch();
  expect(ran.stderr).not.toContain('made up');
  expect(readFileSync(world.at('results.ndjson'), 'utf8')).not.toContain('emulator');
});

describe('a run with results of the service', () => {
  test('keeps nothing that an emulator made up, and can be finished where it began', async () => {
    const price = ['--price', '1'];
    await world.batch(...price, '--budget', '4');
    for (let time = 0; time < 2; time++) {
      const ran = await atEmulator(...out(), '--resume', ...price);
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('at most $4.00') });
      expect(ran.stderr).toMatch(
        /The earlier results are real, but row 5 got a made-up response.*correct MINFRAUD_BASE_URL\. Continue with --resume\./,
      );
      expect(ran.stderr).not.toContain('in doubt');
      expect(ran.stderr).not.toContain(madeUp);
      expect(resultLines(world.at('results.ndjson'))).toHaveLength(4);
    }
    const ran = await world.batch('--resume', ...price, '--budget', String(rows));
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('8 responses') });
    expect(readFileSync(world.at('results.ndjson'), 'utf8')).not.toContain('emulator');
    expect([world.server.billed.size, world.twice()]).toStrictEqual([rows, []]);
  });

  test('keeps nothing of an emulator that takes over under way, with many requests in flight', async () => {
    await withGateway(async (gateway, url) => {
      gateway.isMarked = (call) => call > 3;
      const ran = await at(url, ...out(), '--concurrency', '6');
      expect(ran).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('got a made-up response'),
      });
      expect(resultLines(world.at('results.ndjson'))).toHaveLength(3);
      expect(readFileSync(world.at('results.ndjson'), 'utf8')).not.toContain('emulator');
      gateway.isMarked = () => false;
      expect(await at(url, ...out(), '--resume')).toMatchObject({ code: 0 });
      expect(resultLines(world.at('results.ndjson'))).toHaveLength(rows);
    });
  });
});

describe('a failure that an emulator made up', () => {
  const refusal = { status: 400, code: 'JSON_INVALID' };

  test('is kept with its mark, as a line and in a table', async () => {
    emulator.setFaults([{ ...refusal, times: 2 }]);
    expect(await atEmulator(...out())).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(madeUp),
    });
    const failed = resultLines(world.at('results.ndjson')).filter(({ error }) => error);
    expect(failed).toHaveLength(2);
    for (const line of failed) expect(line).toMatchObject({ emulator: true });
    emulator.setFaults([{ ...refusal, times: 1 }]);
    await atEmulator('--out', world.at('results.csv'));
    expect(readFileSync(world.at('results.csv'), 'utf8')).toContain(',true,JSON_INVALID');
  });

  test.each([
    ['a refusal', refusal],
    ['a wrong key', { status: 401, code: 'AUTHORIZATION_INVALID' }],
    ['a limit of the rate', { status: 429, retryAfter: 60 }],
    ['an outage', { status: 500 }],
  ])('leaves the row of a run that was paid for open: %s', async (_, fault) => {
    await world.batch('--price', '1', '--budget', '4');
    emulator.setFaults([fault]);
    const ran = await atEmulator(...out(), '--resume', '--price', '1');
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('row 5 got a made-up response'),
    });
    expect(ran.stderr).toContain('at most $4.00');
    expect(ran.stderr).not.toContain('in doubt');
    expect(resultLines(world.at('results.ndjson'))).toHaveLength(4);
    expect(await world.batch('--resume')).toMatchObject({ code: 0 });
    expect([world.server.billed.size, world.twice()]).toStrictEqual([rows, []]);
  });

  test('alone in a run is none of the service: nothing is sent there later', async () => {
    emulator.setFaults([{ ...refusal, times: 1 }]);
    await atEmulator(...out(), '--price', '1', '--budget', '1');
    expect(await world.batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nothing was sent'),
    });
    expect(world.server.billed.size).toBe(0);
  });
});

describe('a run with results of an emulator', () => {
  test('sends nothing to an address that does not say that it is one', async () => {
    await atEmulator(...out(), '--price', '1', '--budget', '4');
    for (let time = 0; time < 2; time++) {
      const ran = await world.batch('--resume');
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing was sent') });
      expect(ran.stderr).toContain('another --out');
      expect(ran.stderr).not.toContain('Continue with --resume');
      expect(world.server.billed.size).toBe(0);
      expect(resultLines(world.at('results.ndjson'))).toHaveLength(4);
    }
    expect(await atEmulator(...out(), '--resume')).toMatchObject({ code: 0 });
    expect(resultLines(world.at('results.ndjson'))).toHaveLength(rows);
  });

  test('says so when whether it is one cannot be found out', async () => {
    await atEmulator(...out(), '--price', '1', '--budget', '4');
    const ran = await at('http://127.0.0.1:1', ...out(), '--resume');
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('Nothing was sent') });
    expect(ran.stderr).toContain('Continue with --resume');
  });

  test('asks no address when nothing is left to send', async () => {
    await atEmulator(...out());
    const ran = await at('http://127.0.0.1:1', ...out(), '--resume');
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining(madeUp) });
  });

  test('keeps a result that may have been billed, and sends nothing more, in this run and later', async () => {
    await withGateway(async (gateway, url) => {
      gateway.isMarked = (call) => call <= 3;
      const ran = await at(url, ...out(), '--concurrency', '1');
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('row 4 is real') });
      expect(ran.stderr).not.toContain('Continue with --resume');
      expect(resultLines(world.at('results.ndjson'))).toHaveLength(4);
      const { calls } = gateway;
      const again = await at(url, ...out(), '--resume');
      expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing was sent') });
      expect(gateway.calls).toBe(calls);
    });
  });
});

describe('merge', () => {
  const part = (index: number, ending: string): string[] => [
    ...['--part', `${index}/2`, '--out', world.at(`part-${index}.${ending}`)],
  ];

  function merge(ending: string): Promise<Ran> {
    const names = [1, 2].map((index) => world.at(`part-${index}.${ending}`));
    return cli(['batch', 'merge', ...names, '--out', world.at(`merged.${ending}`)]);
  }

  test.each(['ndjson', 'csv'])('puts no made-up part next to a real one: %s', async (ending) => {
    await world.batch(...part(1, ending));
    await atEmulator(...part(2, ending));
    const ran = await merge(ending);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(
      /part-1\.\w+ are real.*part-2\.\w+ were made up.*Nothing was merged/,
    );
    expect(existsSync(world.at(`merged.${ending}`))).toBe(false);
  });

  test('tells by rows that an emulator refused, too', async () => {
    await world.batch(...part(1, 'ndjson'));
    emulator.setFaults([{ status: 400, code: 'JSON_INVALID' }]);
    await atEmulator(...part(2, 'ndjson'));
    expect(await merge('ndjson')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('were made up'),
    });
  });

  test('takes parts that are all made up', async () => {
    await atEmulator(...part(1, 'ndjson'));
    await atEmulator(...part(2, 'ndjson'), '--emulator');
    expect(await merge('ndjson')).toMatchObject({ code: 0 });
    expect(resultLines(world.at('merged.ndjson'))).toHaveLength(rows);
  });
});
