import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { cli, type Ran } from '../run.ts';

/** Files in the systems' own formats, written for these tests. */
const sample = (name: string): string => join(__dirname, 'samples', `${name}.csv`);

let emulator: Emulator;
let folder: string;
let out: string;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-exports-'));
  out = join(folder, 'results.ndjson');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function batch(input: string, ...flags: string[]): Promise<Ran> {
  const { accountId, licenseKey } = emulator.credentials;
  const env = {
    MAXMIND_ACCOUNT_ID: String(accountId),
    MAXMIND_LICENSE_KEY: licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
  };
  const output = flags.includes('--dry-run') ? [] : ['--out', out];
  return cli(['batch', input, '--service', 'score', ...output, ...flags], { env });
}

/** What the service got, in the order of the IDs. */
function sent(): Record<string, Record<string, unknown>>[] {
  const bodies = emulator.requests.map(
    ({ body }) => body as Record<string, Record<string, unknown>>,
  );
  const idOf = (body: Record<string, Record<string, unknown>>): string =>
    String(body['event']?.['transaction_id']);
  return bodies.sort((one, other) => idOf(one).localeCompare(idOf(other)));
}

test.each(['Total', 'TOTALS:', 'Grand total', 'Subtotal', 'Summe'])(
  'a line of totals that begins with %j is no order, and is not sent',
  async (first) => {
    const path = join(folder, 'orders.csv');
    const orders = ['Total,203.0.113.7,,10', ',,total@example.com,5', 'Totally,,,1', 'total-1,,,2'];
    writeFileSync(path, `Order ID,IP,Email,Amount\n${[...orders, `${first},,,15`].join('\n')}\n`);
    const rejects = join(folder, 'rejects.ndjson');
    await batch(path, '--rejects', rejects);
    expect(sent()).toHaveLength(4);
    const [line = '', ...more] = readFileSync(rejects, 'utf8').trim().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({ row: 5, issues: [{ code: 'TOTAL' }] });
  },
);

describe('an export of Shopify', () => {
  test('loses the apostrophe of its postal codes, whatever they begin with', async () => {
    const path = join(folder, 'orders.csv');
    const codes = ["'SW1A 1AA", "'10115", 'K1A 0B1', "O'Fallon"];
    const rows = codes.map((code, at) => `${at},203.0.113.7,${code},${code}`);
    writeFileSync(path, `Order ID,IP,Billing ZIP,Billing City\n${rows.join('\n')}\n`);
    await batch(path);
    expect(sent().map(({ billing }) => [billing?.['postal'], billing?.['city']])).toStrictEqual([
      ['SW1A 1AA', "'SW1A 1AA"],
      ['10115', '10115'],
      ['K1A 0B1', 'K1A 0B1'],
      ["O'Fallon", "O'Fallon"],
    ]);
  });

  test('is recognized, and its rows of one order are one query', async () => {
    const checked = await batch(sample('shopify'), '--dry-run');
    expect(checked).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 rows: 4 would be'),
    });
    expect(checked.stderr).toContain('Columns of Shopify');
    expect(checked.stderr).toContain('Rows with the same "Name" are one order.');
    expect(checked.stderr).toContain('left out: "Cash on Delivery (COD)"');
    expect(checked.stderr).toMatch(/Warning: no column has the customer's IP address/);
    expect(await batch(sample('shopify'))).toMatchObject({ code: 0 });
    const [, third, , first] = sent();
    expect(sent()).toHaveLength(4);
    expect(first).toMatchObject({
      event: { transaction_id: '#1004', time: '2026-09-04T10:00:00+02:00' },
      email: { address: 'first@example.com' },
      billing: {
        first_name: 'Test',
        last_name: 'Customer',
        postal: '10115',
        phone_number: '+493012345678',
      },
      order: { amount: 120.5, currency: 'EUR' },
      payment: { processor: 'shopify_payments' },
      shopping_cart: [
        { item_id: 'LMP-1', quantity: 1, price: 100.5 },
        { item_id: 'BLB-2', quantity: 2, price: 10 },
        { item_id: 'CBL-3', quantity: 1, price: 0 },
      ],
    });
    expect(third).toMatchObject({
      order: { discount_code: 'WELCOME' },
      billing: { postal: '06511' },
    });
    expect(third).not.toHaveProperty('payment');
  });

  test('takes what the user says of a column, and a column that someone added', async () => {
    const path = join(folder, 'orders.csv');
    const [head = '', ...rows] = readFileSync(sample('shopify'), 'utf8').trim().split('\n');
    const added = rows.map((row) => `${row},203.0.113.7`);
    writeFileSync(path, `${[`${head},Browser IP`, ...added].join('\n')}\n`);
    const flags = ['--map', 'Subtotal=order.amount', '--map', 'Email=', '--keep', 'Risk Level'];
    const ran = await batch(path, ...flags);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr).toMatch(/Browser IP +device\.ipAddress/);
    expect(ran.stderr).not.toContain("no column has the customer's IP address");
    expect(sent()[0]).toMatchObject({
      device: { ip_address: '203.0.113.7' },
      order: { amount: 9.99 },
    });
    expect(sent()[0]).not.toHaveProperty('email');
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject(
      Array.from({ length: 4 }, () => ({ kept: { 'Risk Level': 'Low' } })),
    );
  });
});

describe('an export of WooCommerce', () => {
  test('asks for the zone of its times, then is sent as it is', async () => {
    const asked = await batch(sample('woocommerce'));
    expect(asked).toMatchObject({ code: 2 });
    expect(asked.stderr).toContain('"date", line 2: has no time zone: say which with --time-zone');
    expect(sent()).toStrictEqual([]);
    expect(await batch(sample('woocommerce'), '--time-zone', 'Europe/Berlin')).toMatchObject({
      code: 0,
    });
    const [first, second, third] = sent();
    expect(first).toMatchObject({
      device: { ip_address: '203.0.113.7', user_agent: expect.stringMatching(/^Mozilla/) },
      event: { transaction_id: '701', time: '2026-09-01T10:00:00+02:00' },
      billing: { first_name: 'Test', postal: '10115', region: 'BE', country: 'DE' },
      order: { amount: 49.9, currency: 'EUR' },
      payment: { processor: 'stripe' },
      account: { user_id: '17' },
    });
    expect(second).toMatchObject({ payment: { processor: 'paypal' } });
    expect(third).toMatchObject({ payment: { method: 'bank_transfer' } });
  });
});

describe('an export of Magento', () => {
  test('is sent with the currency and the zone that the user says', async () => {
    const said = ['--time-zone', 'America/New_York', '--set', 'order.currency=USD'];
    const ran = await batch(sample('magento'), ...said);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('Columns of Magento') });
    expect(sent()).toMatchObject([
      {
        event: { transaction_id: '000000101', time: '2026-09-01T10:00:00-04:00' },
        order: { amount: 36.39, currency: 'USD' },
        payment: { processor: 'braintree' },
        billing: { first_name: 'Test', last_name: 'Customer' },
      },
      {
        event: { time: '2026-09-01T12:05:09-04:00' },
        order: { amount: 1234 },
        payment: { processor: 'paypal' },
      },
      { event: { time: '2026-09-30T00:00:00-04:00' } },
    ]);
    const without = await batch(sample('magento'), '--time-zone', 'UTC', '--dry-run');
    expect(without.stderr).toContain('no column has the currency');
  });
});

describe('an export of Stripe', () => {
  test('has what a shop keeps with its payments: columns of metadata', async () => {
    const [head = '', row = ''] = readFileSync(sample('stripe'), 'utf8').split('\n');
    const path = join(folder, 'payments.csv');
    const columns = 'ip_address (metadata),user_agent (metadata),order_id (metadata)';
    writeFileSync(path, `${head},${columns}\n${row},203.0.113.7,curl/8,order-1\n`);
    expect(await batch(path)).toMatchObject({ code: 0 });
    expect(sent()).toMatchObject([
      {
        device: { ip_address: '203.0.113.7', user_agent: 'curl/8' },
        event: { transaction_id: 'ch_sample0001' },
      },
    ]);
  });

  test('has its times in UTC and its currencies in small letters', async () => {
    expect(await batch(sample('stripe'))).toMatchObject({ code: 0 });
    expect(sent()).toMatchObject([
      {
        event: { transaction_id: 'ch_sample0001', time: '2026-09-01T10:00:00Z' },
        order: { amount: 49.95, currency: 'USD' },
        payment: { processor: 'stripe' },
        credit_card: { last_digits: '4242', country: 'US', token: 'SampleFingerprint' },
        account: { user_id: 'cus_sample' },
      },
      { event: { time: '2026-09-01T10:05:00Z' }, order: { currency: 'EUR' } },
      { payment: { decline_code: 'insufficient_funds' } },
    ]);
  });
});
