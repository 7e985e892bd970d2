import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { cli, type Ran } from '../run.ts';

let emulator: Emulator;
let folder: string;
let input: string;
let out: string;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-reports-'));
  input = join(folder, 'chargebacks.csv');
  out = join(folder, 'reported.ndjson');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(...flags: string[]): Promise<Ran> {
  const { accountId, licenseKey } = emulator.credentials;
  const env = {
    MAXMIND_ACCOUNT_ID: String(accountId),
    MAXMIND_LICENSE_KEY: licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
  };
  return cli(['report', input, ...flags], { env });
}

const bodies = (): Record<string, unknown>[] =>
  emulator.requests.map(({ body }) => body as Record<string, unknown>);

describe('a file of reports', () => {
  test('is reported in one command', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `order-${at},4853`);
    writeFileSync(input, `Order Number,Reason Code\n${rows.join('\n')}\n`);
    const checked = await report('--tag', 'chargeback', '--dry-run');
    expect(checked).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('40 would be reported'),
    });
    expect(checked.stderr).toMatch(/Order Number +transactionId\n +Reason Code +chargebackCode/);
    expect(bodies()).toHaveLength(0);
    const ran = await report('--tag', 'chargeback', '--json');
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.stdout)).toStrictEqual({
      rows: 40,
      reported: 40,
      before: 0,
      failed: 0,
      rejected: 0,
    });
    expect(new Set(bodies().map((body) => body['transaction_id'])).size).toBe(40);
    expect(bodies()[0]).toStrictEqual({
      tag: 'chargeback',
      transaction_id: 'order-0',
      chargeback_code: '4853',
    });
  });

  test('says what became of each order, and lists the rows with mistakes', async () => {
    writeFileSync(input, 'id,Outcome\na,Not fraud\nb,chargeback\nc,lost\n,chargeback\n');
    const rejects = join(folder, 'rejects.ndjson');
    const map = ['--map', 'id=transactionId', '--map', 'Outcome=tag'];
    const ran = await report(...map, '--rejects', rejects);
    expect(ran).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 reported; 2 with mistakes'),
    });
    expect(
      bodies()
        .map(({ tag }) => tag)
        .sort(),
    ).toStrictEqual(['chargeback', 'not_fraud']);
    const lines = readFileSync(rejects, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { row: 3, line: 4, issues: [{ pointer: '/tag' }] },
      { row: 4, line: 5 },
    ]);
  });

  test('goes on where it ended, also with a corrected file', async () => {
    writeFileSync(input, 'Order ID,tag\na,chargeback\nb,chargebak\n');
    expect(await report('--out', out)).toMatchObject({ code: 0 });
    expect(await report('--out', out)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--resume'),
    });
    writeFileSync(out, `${readFileSync(out, 'utf8')}{"row":9,"li`);
    writeFileSync(input, 'Order ID,tag\nb,chargeback\na,chargeback\n');
    const ran = await report('--out', out, '--resume');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('1 reported, 1 before') });
    expect(bodies().map((body) => body['transaction_id'])).toStrictEqual(['a', 'b']);
    expect((await report('--out', out, '--resume')).stdout).toContain('0 reported, 2 before');
  });

  test('has the columns of the same exports, one report an order', async () => {
    input = join(__dirname, 'samples', 'shopify.csv');
    const ran = await report('--tag', 'chargeback');
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('4 reported') });
    expect(
      bodies()
        .map((body) => body['transaction_id'])
        .sort(),
    ).toStrictEqual(['#1001', '#1002', '#1003', '#1004']);
  });

  test('has everything that is missing told at once, and nothing sent', async () => {
    writeFileSync(input, 'Reason Code\n4853\n');
    const ran = await report();
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.stderr).toMatch(
      /2 problems to correct[^]*--tag chargeback[^]*--map "COLUMN=transactionId"/,
    );
    expect(bodies()).toHaveLength(0);
  });

  test('is not written over by its own files', async () => {
    writeFileSync(input, 'Order ID\na\n');
    for (const flag of ['--rejects', '--out']) {
      expect(await report('--tag', 'chargeback', flag, input)).toMatchObject({ code: 2 });
    }
    for (const precious of ['precious\n', 'precious', '{"name":"precious"}']) {
      writeFileSync(out, precious);
      expect(await report('--tag', 'chargeback', '--out', out, '--resume')).toMatchObject({
        code: 2,
      });
      expect(readFileSync(out, 'utf8')).toBe(precious);
    }
    expect(readFileSync(input, 'utf8')).toBe('Order ID\na\n');
    expect(bodies()).toHaveLength(0);
  });

  test('leaves nothing that blocks the corrected command', async () => {
    const flags = ['--tag', 'chargeback', '--out', out, '--rejects', join(folder, 'rejects')];
    writeFileSync(input, 'Order ID\n"b\n');
    expect(await report(...flags)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not valid CSV'),
    });
    writeFileSync(input, 'Order ID\na\n');
    const env = { MAXMIND_ACCOUNT_ID: '42', MAXMIND_LICENSE_KEY: 'k', MINFRAUD_BASE_URL: 'none' };
    const wrong = await cli(['report', input, ...flags], { env });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('baseUrl') });
    expect(readdirSync(folder)).not.toContainEqual(expect.stringContaining('.tmp'));
    emulator.reset();
    expect(await report(...flags)).toMatchObject({ code: 0 });
    expect(bodies()).toHaveLength(1);
  });

  test('stops where no report gets through', async () => {
    writeFileSync(
      input,
      `Order ID\n${Array.from({ length: 100 }, (_, at) => `o-${at}\n`).join('')}`,
    );
    const env = {
      MAXMIND_ACCOUNT_ID: '42',
      MAXMIND_LICENSE_KEY: 'wrong',
      MINFRAUD_BASE_URL: emulator.url,
    };
    const ran = await cli(['report', input, '--tag', 'chargeback'], { env });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('Stopped.') });
    expect(bodies().length).toBeLessThan(20);
  });
});
