import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldKnownName, knownNames } from 'minfraud-sdk/internal';
import { columnsOf } from '../../src/orders/columns.ts';
import { SeenIds } from '../../src/orders/seen-ids.ts';
import { openInput } from '../../src/orders/input.ts';
import { everydayNames } from '../../src/orders/names.ts';
import { type Mapping } from '../../src/orders/mapping.ts';
import { requestMaker } from '../../src/orders/request.ts';
import { type Row } from '../../src/orders/row.ts';
import { rowsOf } from '../../src/orders/rows.ts';
import { cli, type Ran } from '../run.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-input-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(content: string | Buffer, name = 'orders.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('no everyday name of a column means another field than the SDK suggests for it', () => {
  const suggested = knownNames();
  const both = Object.entries(everydayNames).filter(([name]) => name in suggested);
  expect(both.length).toBeGreaterThan(100);
  expect(both.filter(([name, place]) => suggested[name] !== place)).toStrictEqual([]);
  expect(Object.keys(everydayNames).filter((name) => foldKnownName(name) !== name)).toStrictEqual(
    [],
  );
});

const check = (path: string, ...flags: string[]): Promise<Ran> =>
  cli(['batch', path, '--service', 'score', '--dry-run', ...flags]);

async function rows(content: string | Buffer, mapping: Partial<Mapping> = {}): Promise<Row[]> {
  const input = await openInput(file(content), undefined);
  const found: Row[] = [];
  for await (const row of rowsOf(input, { columns: input.header.map(() => null), ...mapping })) {
    found.push(row);
  }
  return found;
}

describe('a table', () => {
  test.each([
    ['a CRLF header over LF rows', 'id,ip\r\n1,a\n2,b\n', [2, 3]],
    ['an LF header over CRLF rows', 'id,ip\n1,a\r\n2,b\r\n', [2, 3]],
    ['all line ends at once', 'id,ip\r\n1,a\r2,b\n', [2, 3]],
    ['the separator line of a spreadsheet', 'sep=;\r\nid;ip\r\n1;a\r\n2;b\r\n', [3, 4]],
    ['the same in quotes', '"sep=|"\nid|ip\n1|a\n2|b\n', [3, 4]],
    ['the same as UTF-16', Buffer.from('\ufeffsep=\t\nid\tip\n1\ta\n2\tb\n', 'utf16le'), [3, 4]],
    ['line breaks in quotes', 'id,ip\n1,"a"\n\n"2",b\n', [2, 4]],
  ])('may have %s', async (_, content, lines) => {
    const found = await rows(content);
    expect(found.map(({ cells }) => cells?.[0])).toStrictEqual(['1', '2']);
    expect(found.map(({ line }) => line)).toStrictEqual(lines);
  });

  test('of any length with a header of another line end is not one row', async () => {
    // Longer in all than the longest row that is read.
    const note = 'x'.repeat(2000);
    const body = Array.from({ length: 600 }, (_, at) => `order-${at},203.0.113.7,${note}\n`);
    expect(await rows(`id,ip,note\r\n${body.join('')}`)).toHaveLength(600);
  });

  test.each([
    ['in a cell', 'id,ip\n1,Jo "4111111111111111" Doe\n'],
    ['behind a quoted cell', 'id,ip\n1,"a"4111111111111111\n'],
    ['that is never closed', 'id,ip\n1,"4111111111111111\n2,b\n'],
  ])('with a quote %s is refused by its line, and no cell is shown', async (_, content) => {
    const ran = await check(file(content), '--map', 'id=transaction_id');
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is not valid CSV: near line [23] (?:a|there is a) quote/),
    });
    expect(ran.stderr).not.toMatch(/4111|\bat \S+:\d+/);
  });

  test.each<[string, string, string, RegExp]>([
    [
      'a JSON document',
      'orders.json',
      '{\n  "device": {\n    "ipAddress": "203.0.113.7"\n  }\n}\n',
      /over several lines.*jq -c/,
    ],
    ['a JSON list', 'orders.json', '[{"device":{}}]', /is a JSON list/],
    ['XML', 'orders.xml', '<?xml version="1.0"?><orders/>', /is XML or a web page/],
  ])('is told from %s', async (_, name, content, message) => {
    expect(await check(file(content, name))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message),
    });
  });
});

describe('a mistake', () => {
  test('is named as the mapping names the column, with its line', async () => {
    const content = 'ip,sku,total\n203.0.113.7,a,5\nnowhere,b,6\n203.0.113.9,c,-1\n';
    const { stderr } = await check(file(content), '--map', 'total=shoppingCart[].price');
    expect(stderr).toMatch(/1 row: device\.ipAddress must be an IPv4 .*orders\.csv:3\)/);
    expect(stderr).toMatch(/1 row: shoppingCart\[\]\.price must be .*orders\.csv:4\)/);
  });
});

describe('a column', () => {
  test.each([
    ...[
      'Customer IP',
      'customer_ip_address',
      'Placed from IP',
      'browser_ip',
      'remote_ip',
      'IP Address',
    ].map((name) => [name, 'device.ipAddress']),
    ...['customer_user_agent', 'User Agent', 'browser_user_agent'].map((name) => [
      name,
      'device.userAgent',
    ]),
    ...[
      'Billing Email',
      'Email (Billing)',
      'contact_email',
      'E-Mail',
      'Customer E-Mail Address',
    ].map((name) => [name, 'email.address']),
    ...['total_price', 'Order Total', 'Grand Total', 'Order Total Amount', 'amount'].map((name) => [
      name,
      'order.amount',
    ]),
    ...['Order Currency', 'currency_code', 'Currency'].map((name) => [name, 'order.currency']),
    ...['Order #', 'order_number', 'Order ID', 'increment_id', 'Transaction ID'].map((name) => [
      name,
      'event.transactionId',
    ]),
    ...['Created at', 'order_date', 'Purchase Date', 'Date Created'].map((name) => [
      name,
      'event.time',
    ]),
    ...['Postcode (Billing)', 'Bill-to ZIP', 'billing_postal_code', 'Billing Zip'].map((name) => [
      name,
      'billing.postal',
    ]),
    ...['Country Code (Shipping)', 'ship_to_country', 'Delivery Country'].map((name) => [
      name,
      'shipping.country',
    ]),
    ['First Name (Billing)', 'billing.firstName'],
    ['Billing Full Name', 'billing.name'],
    ['State/Province (Billing)', 'billing.region'],
    ['Payment Gateway', 'payment.gateway'],
    ['Processor', 'payment.processor'],
    ['card_last4', 'creditCard.lastDigits'],
    ['Coupon Code', 'order.discountCode'],
    ['Visits', undefined],
  ])('called %s is %s', (heading, place) => {
    const [column] = columnsOf([heading ?? ''], {}).mapping.columns;
    expect(column ?? undefined).toBe(place);
  });

  test('is one of its own names before an everyday one', () => {
    const { mapping, problems } = columnsOf(['ip', 'Customer IP', 'email'], {});
    expect(problems).toStrictEqual([]);
    expect(mapping.columns).toStrictEqual(['device.ipAddress', null, 'email.address']);
  });

  test('has everything that is wrong with it told at once', async () => {
    const path = file('a,b,Customer IP,Client IP,Order ID\n1,2,3,4,5\n');
    const flags = [
      'a=customInputs.x:number',
      'b=customInputs.x',
      'Ordr ID=order.amount',
      'Order ID=order.amonut',
    ];
    const ran = await check(
      path,
      ...flags.flatMap((map) => ['--map', map]),
      '--keep',
      'nothing',
      '--time-zone',
      'Berlin',
    );
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('problems to correct before anything is sent');
    for (const message of [
      /"a" and "b" would both map to customInputs\.x/,
      /"Customer IP" and "Client IP" would both map to device\.ipAddress/,
      /no column "Ordr ID". Did you mean "Order ID"/,
      /no field order\.amonut; did you mean order\.amount/,
      /--keep: there is no column "nothing"/,
      /--time-zone: there is no zone Berlin/,
    ]) {
      expect(ran.stderr).toMatch(message);
    }
  });

  test('with numbers and times that can be read in two ways is asked about before anything else', async () => {
    const path = file(
      'Order ID,ip,amount,Created at\n1,203.0.113.7,1.234,01/09/2026 10:00\n2,203.0.113.7,"1.234,50",2026-09-01\n',
    );
    const ran = await check(path);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(
      '"amount", line 2: 1.234 is 1.234 or 1234: say which with --decimal',
    );
    expect(ran.stderr).toContain('"Created at", line 2: may have the day or the month first');
    expect(ran.stderr).toContain(
      '"Created at", line 3: is a day without a time: leave the column out with --map "Created at"=',
    );
    const said = await check(path, '--decimal', ',', '--map', 'Created at=');
    expect(said.stdout).toContain('2 rows: 2 would be sent');
  });

  test('counts its mistakes in a few lines, with what to do about them', async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, at) => `o-${at},203.0.113.7,Germany,${at < 3 ? 'x' : ''}`,
    );
    const path = file(`Order ID,ip,billing country,currency\n${lines.join('\n')}\n`);
    const ran = await check(path);
    expect(ran).toMatchObject({ code: 2, stdout: expect.stringContaining('1,000 with mistakes') });
    expect(ran.stderr).toMatch(/all 1,000 rows: billing\.country .*orders\.csv:2\)/);
    expect(ran.stderr).toMatch(/3 rows: order\.currency/);
    expect(ran.stderr.split('\n').length).toBeLessThan(14);
  });
});

describe('rows of one order', () => {
  const columns = ['event.transactionId', 'email.address', 'shoppingCart[].itemId'];
  const mapping = { columns, groupBy: 0 };

  test('are gathered, and keep the line of the first', async () => {
    const found = await rows(
      'id,email,sku\n1,a@example.com,x\n1,,y\n1,a@example.com,z\n2,b@example.com,\n',
      mapping,
    );
    expect(found.map(({ row, line, more }) => [row, line, more?.length])).toStrictEqual([
      [1, 2, 2],
      [2, 5, 0],
    ]);
    const prepare = requestMaker(['id', 'email', 'sku'], mapping, 'throw');
    expect(found.map(prepare)).toMatchObject([
      { transaction: { shoppingCart: [{ itemId: 'x' }, { itemId: 'y' }, { itemId: 'z' }] } },
      { transaction: { email: { address: 'b@example.com' } } },
    ]);
  });

  test('stop the run where they do not follow each other', async () => {
    const content = 'id,email,sku\n1,a@example.com,x\n2,b@example.com,y\n1,a@example.com,z\n';
    await expect(rows(content, mapping)).rejects.toThrow(
      /orders\.csv:4: the "id" of this row was already used in an earlier row/,
    );
  });

  test('that say different things are not one order', async () => {
    const found = await rows('id,email,sku\n1,a@example.com,x\n1,b@example.com,y\n', mapping);
    expect(found).toMatchObject([
      { row: 1, problem: expect.stringContaining('different "email"') },
    ]);
  });

  test('are refused where nobody said that they are, since each would be paid for', async () => {
    const content = 'id,email,sku\n1,a@example.com,x\n1,,y\n2,b@example.com,\n';
    const found = await rows(content, { columns });
    expect(found.map(({ problem }) => problem?.slice(0, 34))).toStrictEqual([
      undefined,
      'has the "id" of the row before: --',
      undefined,
    ]);
    expect(
      (await rows(content, { columns, groupBy: 'none' })).every(
        ({ problem }) => problem === undefined,
      ),
    ).toBe(true);
  });

  test('a row that cannot be read does not break its order apart', async () => {
    const found = await rows('id,email,sku\n1,a@example.com,x\n1,y\n1,,z\n', mapping);
    expect(found).toMatchObject([
      { row: 1, line: 3, problem: 'has 2 cells, but the header has 3' },
      { row: 2, line: 2, more: [['1', '', 'z']] },
    ]);
  });
});

describe('NDJSON', () => {
  test('takes --keep for members that are no field, and --set for what is absent', async () => {
    const path = file(
      '{"device":{"ipAddress":"203.0.113.7"},"outcome":"paid","order":{"amount":5}}\n',
      'orders.ndjson',
    );
    expect(await check(path)).toMatchObject({ code: 2 });
    const kept = await check(path, '--keep', 'outcome', '--set', 'order.currency=EUR');
    expect(kept.stdout).toContain('1 would be sent');
    expect(await check(path, '--decimal', ',')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--decimal is for CSV'),
    });
  });
});

test('IDs are told apart in ten bytes each', () => {
  const seen = new SeenIds();
  const added = Array.from({ length: 20_000 }, (_, at) => seen.add(`order-${at}`));
  const again = Array.from({ length: 20_000 }, (_, at) => seen.add(`order-${at}`));
  expect([added.includes(false), again.includes(true)]).toStrictEqual([false, false]);
  expect([seen.has('order-19999'), seen.has('order-20000')]).toStrictEqual([true, false]);
});

test('the samples hold no address outside example.com and the documentation ranges', () => {
  for (const name of ['shopify', 'woocommerce', 'magento', 'stripe']) {
    const text = readFileSync(join(__dirname, 'samples', `${name}.csv`), 'utf8');
    expect(text).not.toMatch(/\S+@(?!example\.com)\S+/);
  }
});
