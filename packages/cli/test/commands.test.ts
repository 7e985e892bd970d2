import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { cli, completions } from './run.ts';

let emulator: Emulator;
let env: Record<string, string>;
let folder: string;

beforeAll(async () => {
  emulator = await startEmulator();
  env = {
    MAXMIND_ACCOUNT_ID: String(emulator.credentials.accountId),
    MAXMIND_LICENSE_KEY: emulator.credentials.licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
  };
});
afterAll(() => emulator.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-cli-'));
});
afterEach(() => {
  emulator.setFaults();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const lastBody = (): unknown => emulator.requests.at(-1)?.body;

describe('what is sent', () => {
  test('is made of flags', async () => {
    const ran = await cli(
      [
        ...['score', '--ip', '203.0.113.7', '--email', 'jo@example.com', '--amount', '49.95'],
        ...['--currency', 'USD', '--transaction-id', 'order-1', '--event-type', 'purchase'],
        ...['--no-was-authorized', '--custom-input', 'visits=3', '--custom-input', 'note=a=b'],
        ...['--item', 'item_id=a,price=2.5', '--item', 'itemId=b,quantity=2', '--json'],
      ],
      { env },
    );
    expect(ran).toMatchObject({
      code: 0,
      stderr: 'The score is made up: MINFRAUD_BASE_URL or the profile names an emulator.\n',
    });
    expect(JSON.parse(ran.stdout)).toMatchObject({ riskScore: expect.any(Number), warnings: [] });
    expect(lastBody()).toStrictEqual({
      device: { ip_address: '203.0.113.7' },
      email: { address: 'jo@example.com' },
      order: { amount: 49.95, currency: 'USD' },
      event: { transaction_id: 'order-1', type: 'purchase' },
      payment: { was_authorized: false },
      custom_inputs: { visits: 3, note: 'a=b' },
      shopping_cart: [
        { item_id: 'a', price: 2.5 },
        { item_id: 'b', quantity: 2 },
      ],
    });
  });

  test.each([
    [
      'camelCase',
      { device: { ipAddress: '203.0.113.7' }, creditCard: { was3DSecureSuccessful: true } },
    ],
    [
      'the wire spelling',
      { device: { ip_address: '203.0.113.7' }, credit_card: { was_3d_secure_successful: true } },
    ],
  ])('is a file in %s, with flags over it', async (_, request) => {
    const path = file('order.json', request);
    const ran = await cli(['insights', path, '--order-amount', '5', '--ip', '203.0.113.8'], {
      env,
    });
    expect(ran.code).toBe(0);
    expect(lastBody()).toStrictEqual({
      device: { ip_address: '203.0.113.8' },
      credit_card: { was_3d_secure_successful: true },
      order: { amount: 5 },
    });
  });

  test('is standard input', async () => {
    const stdin = '\ufeff{"device": {"ipAddress": "203.0.113.9"}}';
    expect((await cli(['factors', '-', '--ndjson'], { env, stdin })).code).toBe(0);
    expect(lastBody()).toStrictEqual({ device: { ip_address: '203.0.113.9' } });
  });

  test('is a report, a legacy order, and a proxy lookup', async () => {
    expect(
      await cli(['report', '--tag', 'chargeback', '--transaction-id', 'a'], { env }),
    ).toMatchObject({
      code: 0,
      stdout: 'Reported.\n',
    });
    expect(lastBody()).toStrictEqual({ tag: 'chargeback', transaction_id: 'a' });
    const legacy = await cli(['legacy', '--ip', '203.0.113.24', '--amount', '7', '--json'], {
      env,
    });
    expect(JSON.parse(legacy.stdout)).toMatchObject({ ipCity: 'Orléans' });
    expect(lastBody()).toMatchObject({ i: '203.0.113.24', order_amount: '7' });
    const proxy = await cli(['proxy', '--ip', '203.0.113.230'], { env });
    expect(proxy.stdout).toMatch(/^Proxy score {2}[\d.]+ of 4/);
  });
});

describe('output', () => {
  const order = [
    'factors',
    '--ip',
    '203.0.113.200',
    '--billing-country',
    'DE',
    '--billing-city',
    'Nowhere',
  ];

  test('for people has the score, the place, the reasons as a chart, and warnings with their flag', async () => {
    const { stdout } = await cli(order, { env });
    expect(stdout).toMatch(/^Risk score +\d+/);
    expect(stdout).toMatch(/Place +New York, New York, United States/);
    expect(stdout).toMatch(/│█+ +×9 {2}ANONYMOUS_IP/);
    expect(stdout).toMatch(/--billing-city {2}BILLING_CITY_NOT_FOUND/);
    // eslint-disable-next-line no-control-regex -- the pipe must see no colour
    expect(stdout).not.toMatch(/\x1b/);
  });

  test('has colour on a terminal, unless NO_COLOR is set', async () => {
    const coloured = await cli(order, { env, isTTY: true });
    expect(coloured.stdout).toContain('\x1b[31m');
    const plain = await cli(order, { env: { ...env, NO_COLOR: '1' }, isTTY: true });
    expect(plain.stdout).not.toContain('\x1b');
  });

  test.each([
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: 'true' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j on a terminal (%p) it has colour: %p', async (wanted, isTTY, isColoured) => {
    const { stdout } = await cli(order, { env: { ...env, ...wanted }, isTTY });
    expect(stdout.includes('\x1b[')).toBe(isColoured);
    const help = await cli(['score', '--help'], { env: { ...env, ...wanted }, isTTY });
    expect(help.stdout.includes('\x1b[')).toBe(isColoured);
  });

  test('gives a score no colour: which one is high depends on the shop', async () => {
    emulator.setFaults([{ body: { id: 'x', risk_score: 99, warnings: [] } }]);
    const { stdout } = await cli(['score', '--ip', '203.0.113.7'], { env, isTTY: true });
    // eslint-disable-next-line no-control-regex -- colours are what is looked for
    expect(stdout.split('\n')[0]).not.toMatch(/\x1b\[3\d/);
  });

  test.each([40, 80, 120])('fits a terminal of %i columns', async (columns) => {
    const world = { isTTY: true, columns, env: { ...env, NO_COLOR: '1' } };
    const more = ['--email', 'a@example.com', '--amount', '9999', '--user-id', '1'];
    const { stdout } = await cli([...order, ...more], world);
    const wide = stdout.split('\n').filter((line) => line.length > columns);
    expect(wide).toStrictEqual([]);
  });

  test('breaks the line of the account between its parts', async () => {
    const body = { id: '0'.repeat(36), risk_score: 5, queries_remaining: 199_999_999 };
    emulator.setFaults([{ body: { ...body, funds_remaining: 999_999.995 } }]);
    const world = { isTTY: true, columns: 80, env: { ...env, NO_COLOR: '1' } };
    const { stdout } = await cli(['score', '--ip', '203.0.113.7'], world);
    expect(stdout.trimEnd().split('\n').slice(-2)).toStrictEqual([
      `id ${'0'.repeat(36)} · $999,999.995`,
      '199,999,999 queries left',
    ]);
  });

  test.each([
    ['score', ['--ip', 'here'], '--ip'],
    ['report', ['--tag', 'chargeback', '--ip', 'here'], '--ip'],
    ['legacy', ['--ip', 'here', '--city', 'a', '--country', 'DE'], '--ip'],
    ['proxy', ['--ip', 'here'], '--ip'],
    ['dispositions', ['--since', 'then'], '--since'],
    ['batch', [__filename, '--service', 'score', '--out', '/nonexistent/x'], '--out'],
  ])('%s without credentials tells of a wrong value first', async (command, flags, said) => {
    const { code, stderr } = await cli([command, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('No credentials');
  });

  test('a right request without credentials is told what is missing', async () => {
    const { stderr } = await cli(['score', '--ip', '203.0.113.7']);
    expect(stderr).toMatch(/^No credentials\. Set MAXMIND_ACCOUNT_ID/);
  });

  test('cannot steer a terminal with what the service sends', async () => {
    const body = { id: 'x', risk_score: 5, warnings: [{ code: 'X', warning: 'a\x1b[2Jb\r' }] };
    emulator.setFaults([{ body }]);
    const { stdout } = await cli(['score', '--ip', '203.0.113.7'], { env });
    expect(stdout).toContain('a\ufffd[2Jb\ufffd');
    expect(stdout).not.toContain('\x1b');
  });
});

describe('exit codes and messages', () => {
  test.each<[string, string[], number, RegExp]>([
    ['a misspelled command', ['scor'], 2, /no command scor. Did you mean "score"\?/],
    ['a misspelled flag', ['score', '--emial', 'x'], 2, /no flag --emial. Did you mean --email\?/],
    ['a misspelled word', ['score', '--event-type', 'purchse'], 2, /Did you mean purchase\?/],
    ['a text that is not a number', ['score', '--amount', 'many'], 2, /--amount must be a number/],
    ['nothing to send', ['score'], 2, /Nothing to send/],
    ['a required flag that is missing', ['batch', 'x', '--out', 'y'], 2, /--service is required/],
    ['a flag without its value', ['batch', 'x', '--service'], 2, /--service needs a value/],
    ['an empty standard input', ['score', '-'], 2, /standard input is empty/],
    ['a file that is not there', ['score', '/nonexistent.json'], 2, /no such file/],
    [
      'a wrong value',
      ['score', '--ip', '999'],
      2,
      /--ip \(device\.ipAddress\) must be an IPv4 or IPv6/,
    ],
    ['a key as argument', ['score', '--license-key', 'abc'], 2, /cannot be given as arguments/],
  ])('%s', async (_, argv, code, message) => {
    const ran = await cli(argv, { env });
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  test('1 where the service refuses, 3 where there is no network', async () => {
    emulator.setFaults([{ status: 402, code: 'INSUFFICIENT_FUNDS' }]);
    const refused = await cli(['score', '--ip', '203.0.113.7'], { env });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('INSUFFICIENT_FUNDS'),
    });
    const nowhere = { ...env, MINFRAUD_BASE_URL: 'http://127.0.0.1:9' };
    expect((await cli(['whoami', '--check'], { env: nowhere })).code).toBe(3);
  });

  test.each([
    ['score', ['score', '--ip', '203.0.113.7']],
    ['insights', ['insights', '--ip', '203.0.113.7', '--json']],
    ['factors', ['factors', '--ip', '203.0.113.7', '--ndjson']],
    ['legacy', ['legacy', '--ip', '203.0.113.7']],
    ['proxy', ['proxy', '--ip', '203.0.113.7']],
  ])('%s fails where the response has no result', async (_, argv) => {
    const gateway = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = gateway.address() as AddressInfo;
      const there = { ...env, MINFRAUD_BASE_URL: `http://127.0.0.1:${port}` };
      const ran = await cli(argv, { env: there });
      expect(ran.code).toBeGreaterThan(0);
      expect(ran.stdout).toBe('');
      expect(ran.stderr).not.toBe('');
    } finally {
      gateway.closeAllConnections();
      await new Promise((resolve) => gateway.close(resolve));
    }
  });

  test.each([
    ['argument', ['score', '4111111111111111', '4111111111111111']],
    ['number', ['score', '--amount', '4111111111111111x']],
    ['word', ['score', '--event-type', '4111111111111111']],
    ['flag', ['score', '--4111111111111111']],
    ['command', ['4111111111111111']],
    ['token', ['score', '--credit-card-token', '4111-1111-1111-1111']],
  ])('no card number given as %s is repeated', async (_, argv) => {
    const ran = await cli(argv, { env });
    expect(ran.code).toBe(2);
    expect(ran.stdout + ran.stderr).not.toMatch(/4111/);
  });

  test('no text of a damaged file is repeated, but its place is told', async () => {
    const path = file('order.json', '{\n  "creditCard": { "token": "4111111111111111" x }\n}');
    const ran = await cli(['score', path], { env });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/is not JSON: see line 2, column 4\d\./);
    expect(ran.stderr).not.toContain('4111');
  });
});

describe('help and completion', () => {
  test('help says what a command does, how to call it, and lists the fields with their values', async () => {
    const { stdout, code } = await cli(['insights', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Get the score[^]+\nUsage\n {2}minfraud insights \[FILE\] \[FLAGS\]\n[^]+\nExamples\n {2}minfraud insights --ip /,
    );
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /--event-type VALUE The kind of event that is scored: account_creation, account_login/,
    );
    expect(stdout).toContain('\nCredit card\n');
  });

  test.each(['', 'email', 'alert', 'email hash', 'alert verify'])('%s has help', async (name) => {
    const words = name.split(' ').filter((word) => word !== '');
    const { stdout, code } = await cli([...words, '--help']);
    expect({
      code,
      isHelp: /^[A-Z][^]+\.\n\n(Usage|Examples|Commands)\n/.test(stdout),
    }).toStrictEqual({
      code: 0,
      isHelp: true,
    });
  });

  test('a long list of values is shown only when it is asked for', async () => {
    const help = await cli(['score', '--help']);
    expect(help.stdout.replace(/\s+/g, ' ')).toMatch(
      /--payment-processor VALUE [^-]+: \w+, \w+, \w+ and \d+ more: "--payment-processor list" lists them/,
    );
    const list = await cli(['score', '--payment-processor', 'list']);
    expect(list).toMatchObject({ code: 2, stderr: expect.stringMatching(/stripe, .*worldpay/) });
  });

  const commands = [
    ...['', 'score', 'insights', 'factors', 'report', 'dispositions', 'thresholds', 'batch'],
    ...['batch merge', 'legacy', 'proxy', 'validate', 'email', 'email normalize', 'email hash'],
    ...['alert', 'alert trigger', 'alert verify', 'emulator', 'generate', 'login', 'whoami'],
    'completion',
  ];

  test.each([40, 60, 80, 120])('help fits a terminal of %i columns', async (columns) => {
    for (const name of commands) {
      const words = name.split(' ').filter((word) => word !== '');
      const world = { isTTY: true, columns, env: { NO_COLOR: '1' } };
      const { stdout } = await cli([...words, '--help'], world);
      const wide = stdout.split('\n').filter((line) => line.length > columns);
      // Examples and usage are broken before flags only, and one long word cannot be broken.
      const broken = wide.filter((line) => !/^ *(minfraud .*|\S+|(--\S+|>) \S+)( \\)?$/.test(line));
      expect(broken).toStrictEqual([]);
    }
  });

  test('completion proposes commands, flags once each, and values', async () => {
    expect(await completions(['who'])).toStrictEqual(['whoami']);
    expect(await completions(['score', '--curr'])).toStrictEqual(['--currency']);
    expect(await completions(['score', '--order-cur'])).toStrictEqual([]);
    expect(await completions(['score', '--event-type', 'pa'])).toStrictEqual([
      'password_reset',
      'payout_change',
    ]);
  });

  test.each(['bash', 'zsh', 'fish'])('there is a script for %s', async (shell) => {
    const { stdout, code } = await cli(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('minfraud __complete');
  });
});

describe('validate', () => {
  test('names the line of every issue in a list', async () => {
    const path = file(
      'orders.json',
      '[\n {"device": {"ip_address": "203.0.113.7"}},\n {\n  "device": {"ipAddress": "x"},\n  "shoppingCart": [{},\n   {"price": -1}]\n }]',
    );
    const ran = await cli(['validate', path]);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(/orders\.json:4 {2}\/device\/ip_address must be/);
    expect(ran.stdout).toMatch(/orders\.json:6 {2}\/shopping_cart\/1\/price must be 0 or more/);
    expect(ran.stdout).toMatch(/2 transactions, 2 issues|2 transactions, 3 issues/);
  });

  test('reads NDJSON line by line, and takes what is right', async () => {
    const path = file('orders.ndjson', '{"device":{"ipAddress":"203.0.113.7"}}\n\n{oops\n');
    const ran = await cli(['validate', path, '--ndjson']);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ line: 3, code: 'NOT_JSON' });
    const right = file('right.json', { tag: 'clear', transactionId: 'a' });
    expect(await cli(['validate', right, '--as', 'report'])).toMatchObject({
      code: 0,
      stdout: '1 report, no issues\n',
    });
  });
});

describe('email', () => {
  test('normalizes and hashes, one address a line', async () => {
    const normalized = await cli(['email', 'normalize', 'Jo.Doe+shop@googlemail.com']);
    expect(normalized.stdout).toBe('jodoe@gmail.com\n');
    const stdin = 'jodoe@gmail.com\nJo.Doe@gmail.com\n';
    const hashed = await cli(['email', 'hash', '-'], { stdin });
    const [first, second] = hashed.stdout.trim().split('\n');
    expect(first).toMatch(/^[\da-f]{32}$/);
    expect(second).toBe(first);
  });

  test.each(['normalize', 'hash'])('%s repeats no argument that is no address', async (command) => {
    const { code, stdout, stderr } = await cli(['email', command, '4111-1111-1111-1111']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/not an email address/);
    expect(stderr).not.toContain('4111');
  });
});

describe('a file that is not there', () => {
  const key = ['X9zQ4mT7', 'vB2nL8wK'].join('');
  test.each(['', '-', '/tmp/', '42,', '"', "'", '@', '42;', '$'])(
    'is named without the key behind %j',
    async (before) => {
      const { code, stdout, stderr } = await cli(['score', `${before}${key}${before}`]);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain(key);
    },
  );
});

describe('alert', () => {
  test('a triggered alert is signed, and verifies', async () => {
    const seen: { url: string; signature: string }[] = [];
    const webhook = createServer((request, response) => {
      const signature = String(request.headers['x-maxmind-alert-hmac-sha256']);
      seen.push({ url: request.url ?? '', signature });
      response.end('thanks');
    });
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
    const to = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/hook`;
    const secret = { MINFRAUD_ALERT_SECRET: 'whsec-of-a-test' };
    const set = ['--set', 'new_risk_score=91'];
    const sent = await cli(['alert', 'trigger', '--to', to, ...set], { env: secret });
    expect(sent).toMatchObject({ code: 0, stdout: 'The webhook responded with 200.\nthanks\n' });
    await cli(['alert', 'trigger', '--to', to, '--bad-signature'], { env: secret });
    webhook.close();

    const [good, bad] = seen;
    const verify = (at: typeof good): Promise<{ code: number; stdout: string }> =>
      cli(['alert', 'verify', at?.url ?? '', '--signature', at?.signature ?? ''], { env: secret });
    expect(await verify(good)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/new risk score +91/),
    });
    expect((await verify(bad)).code).toBe(1);
  });

  test('needs the secret from the environment', async () => {
    const ran = await cli(['alert', 'trigger', '--to', 'http://127.0.0.1:9/']);
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('MINFRAUD_ALERT_SECRET'),
    });
  });
});

describe('dispositions', () => {
  test('prints changes, and where to go on', async () => {
    emulator.addDispositions([
      {
        minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
        action: 'reject',
        action_last_updated: '2026-11-02T10:00:00.000001Z',
        note: 'no answer',
        note_last_updated: null,
      },
    ]);
    const ran = await cli(['dispositions', '--since', '2026-11-01'], { env });
    expect(ran.stdout).toBe('reject          5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae  no answer\n');
    expect(ran.stderr).toMatch(/--since 2026-11-02T10:00:00\.000001Z/);
    const none = await cli(['dispositions', '--since', '2027-01-01'], { env });
    expect(none).toMatchObject({ code: 0, stdout: '' });
    expect(none.stderr).toMatch(/^No changes\.\nContinue from here with --since /);
    expect((await cli(['dispositions', '--since', 'soon'], { env })).code).toBe(2);
  });
});
