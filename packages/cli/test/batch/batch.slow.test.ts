import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type Ran } from '../run.ts';
import { doubtfulRows, resultLines, writeOrders } from './orders.ts';
import { refuse, type ScoringServer, startScoringServer } from './scoring-server.ts';

let server: ScoringServer;
let folder: string;
let input: string;
let out: string;

beforeAll(async () => {
  server = await startScoringServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-batch-'));
  input = join(folder, 'orders.csv');
  out = join(folder, 'results.ndjson');
  server.billed.clear();
  server.delay = 0;
  server.instead = undefined;
  server.onBilled = undefined;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function batch(...flags: string[]): Promise<Ran> {
  const env = {
    MAXMIND_ACCOUNT_ID: '42',
    MAXMIND_LICENSE_KEY: 'key-of-a-test',
    MINFRAUD_BASE_URL: server.url,
  };
  const output = flags.includes('--out') ? [] : ['--out', out];
  return cli(['batch', input, '--service', 'score', ...output, ...flags], { env });
}

describe('a run', () => {
  test('sends one query for each row, and keeps each response under its row', async () => {
    writeOrders(input, 200);
    const ran = await batch('--price', '0.005');
    expect(ran).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('200 of 200 rows (100%)'),
    });
    expect(ran.stderr).toContain('at most $1.00');
    expect(ran.stderr).toMatch(/Order Total +order\.amount/);
    const lines = resultLines(out).sort((a, b) => a.row - b.row);
    expect(lines).toHaveLength(200);
    expect(lines[6]).toMatchObject({
      row: 7,
      line: 8,
      transactionId: 'order-7',
      result: { id: 'order-7' },
    });
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(ran.stdout).toMatch(/Riskiest rows\n {2}row 200 +2.01/);
  });

  test('sends a row without its wrong value under --invalid drop, and what only a program gets wrong not at all', async () => {
    const lines = [
      'transaction_id,ip,amount,Billing Country,Card token',
      'order-1,203.0.113.7,5,US,',
    ];
    lines.push('order-2,999.1.1.1,5,US,', 'order-3,203.0.113.8,5,Germany,');
    lines.push('order-4,203.0.113.9,many,US,', 'order-5,203.0.113.9,5,US,4111111111111111');
    writeFileSync(input, `${lines.join('\n')}\n`);
    const strict = await batch();
    expect(strict.stderr).toContain('4 rows have mistakes and were not sent');
    expect([...server.billed.keys()]).toStrictEqual(['order-1']);

    const rejects = join(folder, 'rejects.ndjson');
    const dropping = ['--resume', '--invalid', 'drop', '--rejects', rejects];
    const ran = await batch(...dropping);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('3 warnings') });
    expect([...server.billed]).toStrictEqual([
      ['order-1', 1],
      ['order-2', 1],
      ['order-3', 1],
      ['order-4', 1],
    ]);
    const warned = resultLines(out).map(({ row, result }) => [row, result?.warnings]);
    expect(warned).toMatchObject([
      [1, []],
      [2, [{ code: 'INPUT_DROPPED', inputPointer: '/device/ip_address' }]],
      [3, [{ code: 'INPUT_DROPPED', inputPointer: '/billing/country' }]],
      [4, [{ code: 'INPUT_DROPPED', inputPointer: '/order/amount' }]],
    ]);
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({
      row: 5,
      line: 6,
      issues: [{ pointer: '/credit_card/token' }],
    });
    const dry = await batch('--dry-run', '--invalid', 'drop');
    expect(dry.stdout).toMatch(/4 would be sent.*\n3 values would be left out or shortened/);
  });

  test('never mixes results of an emulator with true ones', async () => {
    writeOrders(input, 3);
    const tried = await batch('--emulator');
    expect(tried).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('The scores are made up'),
    });
    expect(await batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The earlier run used an emulator'),
    });
    const paid = join(folder, 'paid.ndjson');
    await batch('--out', paid);
    expect((await batch('--out', paid, '--resume', '--emulator')).stderr).toMatch(
      /used the service/,
    );
    expect(server.billed.size).toBe(3);
  });

  test('shows nothing of a result that a terminal obeys', async () => {
    writeOrders(input, 1);
    const action = '\x1b[31mreject\nrow 2 accept';
    server.instead = (response, id) => {
      const body = { id, risk_score: 5, disposition: { action }, warnings: [] };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      return true;
    };
    const ran = await batch();
    expect(ran.stdout).toBe(
      'Riskiest rows\n  row 1              5  �[31mreject�row 2 accept  order-1\n',
    );
  });

  test('lists as many of the riskiest rows as asked for, also later', async () => {
    writeOrders(input, 30);
    await batch();
    const ran = await batch('--resume', '--riskiest', '2');
    expect(ran.stdout).toBe(
      'Riskiest rows\n  row 30          0.31                  order-30\n  row 29           0.3                  order-29\n',
    );
    expect(ran.stderr).toContain('0 responses in this run, 30 before.');
    expect(server.billed.size).toBe(30);
  });

  test('refuses to write over results or a ledger', async () => {
    writeOrders(input, 3);
    await batch();
    expect(await batch()).toMatchObject({ code: 2, stderr: expect.stringContaining('--resume') });
    rmSync(out);
    expect((await batch()).code).toBe(2);
    expect(server.billed.size).toBe(3);
  });

  test('writes a table where the output is CSV, and goes on with it', async () => {
    writeOrders(input, 30);
    const table = join(folder, 'results.csv');
    await batch('--out', table, '--price', '1', '--budget', '10');
    const ran = await batch('--out', table, '--resume');
    expect(ran.code).toBe(0);
    const [head, ...lines] = readFileSync(table, 'utf8').trim().split('\n');
    expect(head).toBe(
      'row,line,transaction_id,risk_score,action,rule,ip_risk,country,id,warnings,emulator,error',
    );
    expect(lines).toHaveLength(30);
    expect(lines).toContain('5,6,order-5,0.06,,,,,order-5,,,');
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
  });
});

describe('without credentials', () => {
  test('nothing is begun', async () => {
    writeOrders(input, 3);
    expect((await cli(['batch', input, '--service', 'score', '--out', out])).code).toBe(2);
    expect(readdirSync(folder)).toStrictEqual(['orders.csv']);
  });
});

describe('input', () => {
  test('is NDJSON in either spelling', async () => {
    input = join(folder, 'orders.ndjson');
    writeFileSync(
      input,
      '\ufeff{"event":{"transactionId":"a"},"device":{"ipAddress":"203.0.113.7"}}\n\n{"event":{"transaction_id":"b"}}\r\n{oops\n',
    );
    const ran = await batch('--rejects', join(folder, 'rejects.ndjson'));
    expect(ran.code).toBe(0);
    expect([...server.billed.keys()].sort()).toStrictEqual(['a', 'b']);
    expect(
      resultLines(out)
        .map(({ row, line }) => [row, line])
        .sort(),
    ).toStrictEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(readFileSync(join(folder, 'rejects.ndjson'), 'utf8')).toBe(
      '{"row":3,"line":4,"issues":[{"pointer":"","code":"UNREADABLE","message":"is not JSON"}]}\n',
    );
  });

  test('has its columns mapped by name, by the user, or left out', async () => {
    writeFileSync(
      input,
      '\ufeffOrder ID;Customer IP;Bill-To Zip;Score Me;Visits;Note\n"a;1";203.0.113.7;06511;49.95;3;"two\nlines"\nb;203.0.113.8;;1;4;\n',
    );
    const ran = await batch(
      '--dry-run',
      '--map',
      'Score Me=amount',
      '--map',
      'Visits=custom_inputs.visits:number',
    );
    expect(ran.stderr).toMatch(
      /Customer IP +device\.ipAddress\n +Bill-To Zip +billing\.postal\n +Score Me +order\.amount\n +Visits +customInputs\.visits:number\n +Not used: Note/,
    );
    expect(ran.stdout).toContain('2 rows: 2 would be sent to score');
    await batch('--map', 'Score Me=amount');
    expect(
      resultLines(out)
        .map(({ row, line, transactionId }) => [row, line, transactionId])
        .sort(),
    ).toStrictEqual([
      [1, 2, 'a;1'],
      [2, 4, 'b'],
    ]);
  });

  test.each([
    ['--map', 'Totl=order.amount', /no column "Totl".*Did you mean "Total"/],
    ['--map', 'Total=order.amonut', /no field order.amonut; did you mean order.amount/],
    ['--map', 'Total=ip', /"ip" and "Total" would both map to device.ipAddress/],
  ])('a mapping that is wrong is explained: %s %s', async (flag, value, message) => {
    writeFileSync(input, 'ip,Total\n203.0.113.7,5\n');
    expect(await batch(flag, value)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message),
    });
    expect(existsSync(out)).toBe(false);
  });

  test.each<[string, string | Buffer, string[], RegExp]>([
    ['empty', '', [], /orders\.csv is empty/],
    [
      'a table with one column twice',
      'ip,ip\n203.0.113.7,203.0.113.8\n',
      [],
      /Ignore one with --map "ip="/,
    ],
    [
      'right, with rejects in no folder',
      'ip\n203.0.113.7\n',
      ['--rejects', 'none/r'],
      /--rejects: the folder none does not exist/,
    ],
    [
      'right, with a report in no folder',
      'ip\n203.0.113.7\n',
      ['--html', 'none/h'],
      /--html: the folder none does not exist/,
    ],
  ])('that is %s is refused before anything is sent', async (_, content, flags, message) => {
    writeFileSync(input, content);
    const ran = await batch(...flags);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    expect(server.billed.size).toBe(0);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['a byte order mark', '\ufefftransaction_id,ip\norder-1,203.0.113.7\n'],
    ['semicolons and CRLF', 'transaction_id;ip\r\norder-1;203.0.113.7\r\n'],
    ['tabs and no last line break', 'transaction_id\tip\norder-1\t203.0.113.7'],
    ['line breaks in quotes', 'transaction_id,note,ip\norder-1,"a\nb, ""c""",203.0.113.7\n'],
    ['line breaks of old Macs', 'transaction_id,ip\rorder-1,203.0.113.7\r'],
    ['empty lines', 'transaction_id,ip\n\norder-1,203.0.113.7\n\n'],
  ])('may have %s', async (_, content) => {
    writeFileSync(input, content);
    expect(await batch()).toMatchObject({ code: 0 });
    expect(resultLines(out)).toMatchObject([{ row: 1, transactionId: 'order-1' }]);
  });

  test('has rows with a NUL byte refused, and the others sent', async () => {
    const lines = ['transaction_id,ip', 'order-1,203.0.113.7\0', 'order-2,203.0.113.7'];
    writeFileSync(input, `${lines.join('\n')}\n`);
    const ran = await batch();
    expect(ran.stderr).toContain('1 row has mistakes and was not sent');
    expect([...server.billed.keys()]).toStrictEqual(['order-2']);
  });

  test.each([
    ['cannot be read', 'order-91,203.0.113.7,9",\n', /near line 92 there is a quote/],
    [
      'has an order again',
      'order-3,203.0.113.7,9,\n',
      /:92: the "Order ID" of this row was already/,
    ],
  ])(
    'of which a late row %s is not corrected in place, since the rows before it are paid for',
    async (_, row, message) => {
      // Too long to be read before anything is sent.
      const note = 'x'.repeat(100_000);
      const rows = Array.from({ length: 90 }, (_, at) => `order-${at + 1},203.0.113.7,5,${note}\n`);
      const text = `Order ID,ip,Total,Note\n${rows.join('')}${row}`;
      writeFileSync(input, text);
      const flags = ['--group-by', 'Order ID'];
      for (const more of [[], ['--resume']]) {
        const ran = await batch(...flags, ...more);
        expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
        expect(ran.stderr).toMatch(/what follows row \d+ \(line \d+\) to a new file/);
        expect(ran.stderr).not.toContain('Continue with --resume');
      }
      const [, last] = /follows row (\d+)/.exec((await batch(...flags, '--resume')).stderr) ?? [];
      expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
      expect(server.billed.size).toBe(Number(last));
    },
  );

  test('with a quote that is left open is refused before anything is sent', async () => {
    writeOrders(input, 5);
    appendFileSync(input, 'order-6,"203.0.113.7,4111111111111111\norder-7,203.0.113.7,1\n');
    const ran = await batch();
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/near line \d+ a quote is opened and not closed/),
    });
    expect(ran.stderr).not.toContain('4111');
    expect(server.billed.size).toBe(0);
  });

  test('tells its end also where the rejects cannot be written any more', async () => {
    const gone = join(folder, 'gone');
    mkdirSync(gone);
    writeOrders(input, 3);
    server.onBilled = () => {
      rmSync(gone, { recursive: true, force: true });
    };
    const ran = await batch('--rejects', join(gone, 'rejects.ndjson'));
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/3 responses in this run[^]*rejected rows was not written/),
    });
    expect(ran.stdout).toContain('Riskiest rows');
    expect(readdirSync(folder)).not.toContain('results.ndjson.reserve');
  });

  test('has rows with mistakes: they go to the rejects, with line, pointer and rule', async () => {
    writeFileSync(
      input,
      'transaction_id,ip,amount,currency\na,203.0.113.7,1,USD\nb,300.0.0.1,x,usd\nc,203.0.113.7\nd,203.0.113.7,2,EUR\n',
    );
    const rejects = join(folder, 'rejects.ndjson');
    const ran = await batch('--rejects', rejects);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('2 rows have mistakes and were not sent');
    const found = readFileSync(rejects, 'utf8')
      .trim()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { row: number; line: number; issues: { pointer: string }[] },
      );
    expect(found.map(({ row, line }) => [row, line])).toStrictEqual([
      [2, 3],
      [3, 4],
    ]);
    expect(found[0]?.issues.map(({ pointer }) => pointer)).toStrictEqual([
      '/device/ip_address',
      '/order/amount',
      '/order/currency',
    ]);
    expect([...server.billed.keys()].sort()).toStrictEqual(['a', 'd']);
  });
});

describe('going on', () => {
  test('with the same input, service and mapping only', async () => {
    writeOrders(input, 20);
    await batch('--price', '1', '--budget', '5');
    const env = {
      MAXMIND_ACCOUNT_ID: '42',
      MAXMIND_LICENSE_KEY: 'k',
      MINFRAUD_BASE_URL: server.url,
    };
    const other = await cli(['batch', input, '--service', 'insights', '--out', out, '--resume'], {
      env,
    });
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('used --service score'),
    });
    const mapped = await batch('--resume', '--map', 'Order Total=');
    expect(mapped).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The column mapping differs from that'),
    });
    appendFileSync(input, 'order-21,203.0.113.7,1\n');
    const changed = await batch('--resume');
    expect(changed).toMatchObject({ code: 2, stderr: expect.stringContaining('is not the file') });
    expect(server.billed.size).toBe(5);
  });

  test('reads the table as before, also where the header looks like another one', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `order-${at + 1}|203.0.113.7|5`);
    writeFileSync(input, `Order ID|ip|Total, net, in EUR, paid\n${rows.join('\n')}\n`);
    const flags = ['--delimiter', '|', '--map', 'Total, net, in EUR, paid=order.amount'];
    await batch(...flags, '--price', '1', '--budget', '3');
    expect(await batch('--resume', '--delimiter', ',')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('used --delimiter "|"'),
    });
    expect(await batch('--resume')).toMatchObject({ code: 0 });
    expect(resultLines(out)).toHaveLength(9);
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
  });

  test('sends the rest of NDJSON with the same values, or not at all', async () => {
    input = join(folder, 'orders.ndjson');
    const ids = Array.from({ length: 9 }, (_, at) => ({ event: { transactionId: `order-${at}` } }));
    writeFileSync(input, ids.map((order) => `${JSON.stringify(order)}\n`).join(''));
    await batch('--set', 'order.currency=EUR', '--price', '1', '--budget', '3');
    for (const flags of [
      ['--set', 'order.currency=USD'],
      ['--keep', 'note'],
    ]) {
      expect(await batch('--resume', ...flags)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('mapping differs'),
      });
    }
    expect((await batch('--resume', '--set', 'order.currency=EUR')).code).toBe(0);
    expect(server.billed.size).toBe(9);
  });

  test('needs a ledger', async () => {
    writeOrders(input, 3);
    expect(await batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nothing to resume'),
    });
  });

  test('does not pay again for results that were taken away or cut', async () => {
    writeOrders(input, 20);
    await batch('--concurrency', '2');
    const whole = readFileSync(out);
    writeFileSync(out, whole.subarray(0, 300));
    expect(await batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('shorter than its ledger says'),
    });
    rmSync(out);
    expect(await batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is missing'),
    });
    writeFileSync(out, whole);
    expect((await batch('--resume')).code).toBe(0);
    expect(server.billed.size).toBe(20);
  });

  test('does not trust a ledger that was damaged in the middle', async () => {
    writeOrders(input, 20);
    await batch('--concurrency', '2', '--price', '1', '--budget', '10');
    const lines = readFileSync(`${out}.ledger`, 'utf8').split('\n');
    lines[2] = `${lines[2]?.slice(0, -3) ?? ''}9}`;
    writeFileSync(`${out}.ledger`, lines.join('\n'));
    expect(await batch('--resume')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('damaged in line 3'),
    });
    expect(server.billed.size).toBe(10);
  });
});

describe('money', () => {
  test('is not spent over the budget, all runs together', async () => {
    writeOrders(input, 50);
    const first = await batch('--price', '0.1', '--budget', '0.7', '--concurrency', '3');
    expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining('budget is used up') });
    expect(server.billed.size).toBe(7);
    expect((await batch('--price', '0.1', '--budget', '0.7', '--resume')).code).toBe(1);
    expect(server.billed.size).toBe(7);
    expect((await batch('--price', '0.1', '--budget', '5', '--resume')).code).toBe(0);
    expect(server.billed.size).toBe(50);
    expect(resultLines(out)).toHaveLength(50);
  });

  test('is asked for before a budget is given', async () => {
    writeOrders(input, 3);
    expect(await batch('--budget', '5')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--price'),
    });
  });

  test('that is used up at MaxMind stops the run, and no row is in doubt', async () => {
    writeOrders(input, 60);
    server.instead = (response) =>
      server.billed.size >= 20 && refuse(response, 402, 'INSUFFICIENT_FUNDS');
    const stopped = await batch();
    expect(stopped).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('INSUFFICIENT_FUNDS'),
    });
    expect(doubtfulRows(stopped.stderr)).toStrictEqual([]);
    server.instead = undefined;
    expect((await batch('--resume')).code).toBe(0);
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
    expect(resultLines(out)).toHaveLength(60);
  });
});

describe('the service', () => {
  test('is left alone while it says so, and the rows that it put off are retried', async () => {
    writeOrders(input, 40);
    let refusals = 0;
    const times: number[] = [];
    server.instead = (response) => {
      times.push(performance.now());
      if (server.billed.size < 10 || refusals >= 4) return false;
      refusals++;
      return refuse(response, 429, 'RATE_LIMITED', { 'Retry-After': '1' });
    };
    const ran = await batch('--concurrency', '4');
    expect(ran.code).toBe(0);
    expect(refusals).toBe(4);
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.max(...gaps)).toBeGreaterThan(900);
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
    expect(resultLines(out)).toHaveLength(40);
  });

  test('that breaks connections puts those rows in doubt, and the others go on', async () => {
    writeOrders(input, 30);
    server.instead = (response, id) => {
      if (!['order-4', 'order-9'].includes(id)) return false;
      response.destroy();
      return true;
    };
    const ran = await batch();
    expect(ran.code).toBe(4);
    expect(doubtfulRows(ran.stderr)).toStrictEqual([4, 9]);
    expect(ran.stderr).toContain('CONNECTION_LOST');
    server.instead = undefined;
    const again = await batch('--resume');
    expect(again.code).toBe(4);
    expect(server.billed.size).toBe(28);
    const retried = await batch('--resume', '--retry-doubtful');
    expect(retried.code).toBe(0);
    expect(resultLines(out)).toHaveLength(30);
  });

  test('that cannot be reached stops the run with no row in doubt', async () => {
    writeOrders(input, 30);
    const env = {
      MAXMIND_ACCOUNT_ID: '42',
      MAXMIND_LICENSE_KEY: 'k',
      MINFRAUD_BASE_URL: 'http://127.0.0.1:9',
    };
    const ran = await cli(['batch', input, '--service', 'score', '--out', out], { env });
    expect(ran.code).toBe(3);
    expect(doubtfulRows(ran.stderr)).toStrictEqual([]);
    expect((await batch('--resume')).code).toBe(0);
    expect(server.billed.size).toBe(30);
  }, 120_000);

  test('that fails all the time stops the run before the whole file is in doubt', async () => {
    writeOrders(input, 200);
    server.instead = (response) => refuse(response, 500, 'SERVER_ERROR');
    const ran = await batch('--concurrency', '4');
    expect(ran.code).toBe(3);
    expect(doubtfulRows(ran.stderr).length).toBeLessThan(20);
  });

  test('that rejects a row gets no retry of it', async () => {
    writeOrders(input, 10);
    server.instead = (response, id) => id === 'order-3' && refuse(response, 400, 'REQUEST_INVALID');
    expect((await batch()).code).toBe(0);
    expect(resultLines(out).find(({ row }) => row === 3)?.error?.code).toBe('REQUEST_INVALID');
    server.instead = undefined;
    await batch('--resume');
    expect(server.billed.size).toBe(9);
  });

  test('is asked no faster than --rate', async () => {
    writeOrders(input, 12);
    const before = performance.now();
    await batch('--rate', '10');
    expect(performance.now() - before).toBeGreaterThan(1000);
  });
});

describe('two runs', () => {
  test('cannot tell whether one of another machine lives, and say which file to delete', async () => {
    writeOrders(input, 3);
    const lock = `${out}.ledger.lock-${'a'.repeat(32)}-1-2-${'b'.repeat(12)}`;
    writeFileSync(lock, '');
    const ran = await batch();
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(lock) });
    rmSync(lock);
    expect((await batch()).code).toBe(0);
    expect(readdirSync(folder).sort()).toStrictEqual([
      'orders.csv',
      'results.ndjson',
      'results.ndjson.ledger',
    ]);
  });

  test('of one ledger exclude each other', async () => {
    writeOrders(input, 40);
    let release = (): void => undefined;
    server.hold = new Promise((resolve) => (release = resolve));
    const isUnderWay = new Promise<void>((resolve) => {
      server.onBilled = () => {
        resolve();
      };
    });
    const first = batch('--concurrency', '4');
    await isUnderWay;
    const second = await batch('--resume');
    release();
    expect((await first).code).toBe(0);
    expect(second).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('already using this ledger'),
    });
    expect(new Set(server.billed.values())).toStrictEqual(new Set([1]));
  });
});
