import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildProgram, type Program } from './batch/program.ts';
import { basic, jsonOf, paths, post, type Json } from '../../emulator/test/raw-calls.ts';

jest.setTimeout(120_000);

let program: Program;
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-emulator-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Started {
  readonly next: () => Promise<string>;
  /** What it said of itself. */
  readonly said: () => string;
  /** Ends it as Ctrl-C does. @returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

function start(...flags: string[]): Started {
  const child = spawn(process.execPath, [program.path, 'emulator', ...flags], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    next: async () => String((await lines.next()).value),
    said: () => said,
    stop: () => {
      child.kill('SIGINT');
      return closed;
    },
  };
}

/** Of a start that must fail: what it said. */
async function refusal(...flags: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program.path, 'emulator', ...flags], {
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

const transaction = { device: { ip_address: '203.0.113.1' } };

interface Printed {
  readonly url: string;
  readonly licenseKey?: string;
  readonly caFile?: string;
}

async function addressOf(emulator: Started): Promise<Printed> {
  return JSON.parse(await emulator.next()) as Printed;
}

describe('minfraud emulator', () => {
  test('prints its address and its test key, then a line for each request, and ends on Ctrl-C', async () => {
    const emulator = start('--json');
    const { url, licenseKey } = await addressOf(emulator);
    expect(licenseKey).toMatch(/^emulator-/);
    await post(url + paths.score, transaction);
    const seen = { method: 'POST', path: paths.score, status: 200, billed: true };
    expect(JSON.parse(await emulator.next())).toStrictEqual(seen);
    expect(await emulator.stop()).toBe(0);
  });

  test('goes on logging after more requests than it keeps', async () => {
    const config = file('few.json', { maxRequests: 2 });
    const emulator = start('--config', config);
    const first = await emulator.next();
    const url = /on (http:\S+)\./.exec(first)?.[1] ?? '';
    expect([await emulator.next(), await emulator.next(), await emulator.next()]).toStrictEqual([
      `  export MINFRAUD_BASE_URL=${url}`,
      '  export MAXMIND_ACCOUNT_ID=42',
      expect.stringContaining('  export MAXMIND_LICENSE_KEY=emulator-'),
    ]);
    for (let request = 0; request < 5; request++) {
      await post(url + paths.score, transaction);
      expect(await emulator.next()).toBe(`200  POST ${paths.score}  billed`);
    }
  });

  test('takes everything that is data from a file, and flags over it', async () => {
    const config = file('config.json', {
      accounts: [{ accountId: 7, licenseKey: 'key-of-the-file', funds: 1 }],
      answers: [{ when: { device: { ipAddress: '203.0.113.1' } }, reply: { riskScore: 88 } }],
      faults: { insights: { status: 503, retryAfter: 1 } },
      clock: '2026-07-01T16:00:00Z',
      dispositions: [
        {
          minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
          action: 'accept',
          action_last_updated: '2026-03-14T22:04:01.044250Z',
        },
      ],
    });
    const emulator = start('--json', '--config', config, '--seed', 'another', '--control');
    const address = await addressOf(emulator);
    expect(address).toStrictEqual({ url: address.url, accountId: 7 });
    const { url } = address;
    const credentials = { authorization: basic(7, 'key-of-the-file') };
    expect(await jsonOf(post(url + paths.score, transaction, credentials))).toMatchObject({
      risk_score: 88,
    });
    expect((await post(url + paths.insights, transaction, credentials)).status).toBe(503);
    const factors = await jsonOf(post(url + paths.factors, transaction, credentials));
    expect(factors['device']).toMatchObject({ local_time: '2026-07-01T18:00:00+02:00' });
    const accounts = await jsonOf(fetch(`${url}/_emulator/accounts`));
    expect(accounts).toStrictEqual([{ accountId: 7, fundsRemaining: expect.any(Number) }]);
  });

  test('delays many responses at once without a warning', async () => {
    const config = file('slow.json', { faults: [{ delay: 300 }] });
    const emulator = start('--json', '--config', config);
    const { url } = await addressOf(emulator);
    const all = Array.from({ length: 20 }, () => post(url + paths.score, transaction));
    expect((await Promise.all(all)).map(({ status }) => status)).toStrictEqual(all.map(() => 200));
    expect(await emulator.stop()).toBe(0);
    expect(emulator.said()).toBe('');
  });

  test('remembers under --history, and does not open /_emulator/ unless asked', async () => {
    const { url } = await addressOf(start('--json', '--history'));
    expect((await fetch(`${url}/_emulator/requests`)).status).toBe(404);
    const order = { email: { address: 'jo@example.com' }, device: { ip_address: '203.0.113.1' } };
    const codes: string[] = [];
    for (let round = 0; round < 4; round++) {
      const { risk_score_reasons: reasons } = await jsonOf(post(url + paths.factors, order));
      codes.push(JSON.stringify(reasons));
    }
    expect(codes[0]).not.toContain('EMAIL_VELOCITY');
    expect(codes[3]).toContain('EMAIL_VELOCITY');
  });

  test('another seed gives other risks', async () => {
    const risk = async (...flags: string[]): Promise<unknown> => {
      const { url } = await addressOf(start('--json', ...flags));
      const { ip_address: address } = await jsonOf(post(url + paths.insights, transaction));
      return (address as Json)['risk'];
    };
    const [first, same, other] = [await risk(), await risk(), await risk('--seed', 'b')];
    expect(same).toBe(first);
    expect(other).not.toBe(first);
  });

  test.each([
    ['a bundled document', ['--spec', 'edited.json']],
    ['a document named in the config file', ['--config', 'with-spec.json']],
    ['an overlay on a document', ['--spec', 'generated/openapi.json', '--overlay', 'mine.yaml']],
    ['a folder with an overlay', ['--spec', 'spec', '--overlay', 'mine.yaml']],
  ])('speaks an edited spec: %s', async (_, flags) => {
    const { default: document } = await import('minfraud-sdk/openapi.json');
    const edited = structuredClone(document);
    const name = 'is_subscription';
    Object.assign(edited.components.schemas.Order.properties, {
      [name]: { type: 'boolean', description: 'Comes again.' },
    });
    file('edited.json', edited);
    file('with-spec.json', { spec: 'edited.json' });
    file(
      'mine.yaml',
      `overlay: 1.0.0
info: { title: mine, version: 1.0.0 }
actions:
  - target: $.components.schemas.Order.properties
    update: { ${name}: { type: boolean, description: Comes again., examples: [true] } }
`,
    );
    const inFolder = flags.map((flag) =>
      /^(edited|with-spec|mine)\./.test(flag) ? join(folder, flag) : flag,
    );
    const { url } = await addressOf(start('--json', ...inFolder));
    const sent = { ...transaction, order: { [name]: true } };
    const response = await jsonOf(post(url + paths.score, sent));
    expect(response).toMatchObject({ risk_score: expect.any(Number) });
    expect(response['warnings']).toBeUndefined();
    const { url: shipped } = await addressOf(start('--json'));
    expect(JSON.stringify(await jsonOf(post(shipped + paths.score, sent)))).toContain(name);
  });

  test.each<[string, () => string[], RegExp]>([
    [
      'a misspelled setting',
      () => ['--config', file('a.json', { fault: [] })],
      /no setting "fault"\. Did you mean faults\?/,
    ],
    ['a config that is a list', () => ['--config', file('b.json', [])], /must hold a JSON object/],
    [
      'a config that is not JSON',
      () => ['--config', file('c.json', '{oops')],
      /is not JSON: see line 1/,
    ],
    [
      'a clock that is no time',
      () => ['--config', file('d.json', { clock: 'noon' })],
      /clock must be a time/,
    ],
    [
      'a misspelled fault',
      () => ['--config', file('e.json', { faults: [{ statsu: 1 }] })],
      /Did you mean "status"\?/,
    ],
    [
      'an account without a key',
      () => ['--accounts', file('f.json', [{ accountId: 1 }])],
      /accounts\[0\]\.licenseKey must be/,
    ],
    [
      'accounts that are no list',
      () => ['--accounts', file('g.json', {})],
      /must hold a list of accounts/,
    ],
    [
      'a file that is no spec',
      () => ['--spec', file('h.json', { a: 1 })],
      /spec is not an OpenAPI document/,
    ],
    [
      'a spec that is not JSON',
      () => ['--spec', file('i.json', '{')],
      /is not JSON\. Give the bundled document/,
    ],
    ['a folder without a spec', () => ['--spec', folder], /openapi\.yaml/],
    [
      'a port that there is not',
      () => ['--port', '70000'],
      /port must be a whole number from 0 to 65535/,
    ],
    ['a file that is not there', () => ['--config', join(folder, 'none.json')], /no such file/],
  ])('explains %s', async (_, flags, message) => {
    const { code, said } = await refusal(...flags());
    expect(code).toBe(2);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/\n {4}at /);
  });

  test('takes 0 for any free port', async () => {
    const [one, other] = [start('--json', '--port', '0'), start('--json', '--port', '0')];
    const [{ url }, { url: second }] = [await addressOf(one), await addressOf(other)];
    expect((await post(url + paths.score, transaction)).status).toBe(200);
    expect((await post(second + paths.score, transaction)).status).toBe(200);
    expect(second).not.toBe(url);
  });

  test.each(['--config', '--accounts'])('takes a %s file that begins with a mark', async (flag) => {
    const accounts = [{ accountId: 7, licenseKey: 'key-of-the-file' }];
    const text = JSON.stringify(flag === '--config' ? { accounts } : accounts);
    const { url } = await addressOf(start('--json', flag, file('marked.json', `\ufeff${text}`)));
    const credentials = { authorization: basic(7, 'key-of-the-file') };
    expect((await post(url + paths.score, transaction, credentials)).status).toBe(200);
  });

  test('refuses a file in another encoding by name', async () => {
    const path = join(folder, 'utf-16.json');
    writeFileSync(path, Buffer.from('\ufeff{}', 'utf16le'));
    const { code, said } = await refusal('--config', path);
    expect([code, said]).toStrictEqual([2, expect.stringContaining('is not UTF-8')]);
  });

  test('on all addresses prints one that a client accepts, and what the others need', async () => {
    const emulator = start('--host', '0.0.0.0');
    expect(await emulator.next()).toMatch(/ on http:\/\/127\.0\.0\.1:\d+\./);
    for (let line = 0; line < 3; line++) await emulator.next();
    expect(await emulator.next()).toContain('Add --tls');
  });

  test('speaks TLS, and its CA file is where the user wants it', async () => {
    const path = join(folder, 'with blank', 'ca.pem');
    mkdirSync(join(folder, 'with blank'));
    const text = start('--tls', '--ca-file', path);
    expect(await text.next()).toMatch(/ on https:\/\/127\.0\.0\.1:\d+\./);
    for (let line = 0; line < 3; line++) await text.next();
    expect(await text.next()).toBe(`  export NODE_EXTRA_CA_CERTS='${path}'`);
    expect(await text.stop()).toBe(0);
    expect(existsSync(path)).toBe(true);

    // The next start writes it anew.
    const emulator = start('--json', '--tls', '--ca-file', path, '--allow-host', 'minfraud');
    const { url, caFile } = await addressOf(emulator);
    expect(caFile).toBe(path);
    const client = spawn(
      process.execPath,
      ['-e', `fetch('${url}/openapi.json').then(({ status }) => console.log(status))`],
      { env: { NODE_EXTRA_CA_CERTS: path }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    running.push(client);
    const [status] = (await once(client.stdout, 'data')) as [Buffer];
    expect(status.toString()).toBe('200\n');
  });

  test('without a place for it, writes the CA file to one that goes with it', async () => {
    const config = file('tls.json', { tls: true });
    const emulator = start('--json', '--config', config);
    const { caFile = '' } = await addressOf(emulator);
    expect(readFileSync(caFile, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(await emulator.stop()).toBe(0);
    expect(existsSync(caFile)).toBe(false);
  });

  test.each<[string, () => string[], RegExp]>([
    ['a CA file without TLS', () => ['--ca-file', join(folder, 'x.pem')], /needs --tls/],
    [
      'a CA file that is something else',
      () => ['--tls', '--ca-file', file('precious.txt', 'a letter')],
      /precious\.txt exists and is not a CA certificate/,
    ],
    ['a port in a name', () => ['--allow-host', 'minfraud:1'], /without scheme, port or brackets/],
  ])('refuses %s', async (_, flags, message) => {
    const { code, said } = await refusal(...flags());
    expect([code, said]).toStrictEqual([2, expect.stringMatching(message)]);
    const precious = join(folder, 'precious.txt');
    if (existsSync(precious)) expect(readFileSync(precious, 'utf8')).toBe('a letter');
  });

  test('says so when its port is taken', async () => {
    const { url } = await addressOf(start('--json'));
    const { code, said } = await refusal('--port', new URL(url).port);
    expect({ code, said }).toStrictEqual({
      code: 2,
      said: expect.stringMatching(/^Port \d+ is in use\./),
    });
  });
});
