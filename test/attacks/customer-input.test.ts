/** The promise: nothing that a customer can write stops a fraud check under `invalid: 'drop'`, the default. */
import { describe, expect, test } from '@jest/globals';
import { legacyOrder, transaction } from '../../generated/tables.ts';
import { type LegacyOrder, MinFraudLegacy } from '../../src/legacy/index.ts';
import { MinFraud, previewTransaction, type Transaction } from '../../src/index.ts';
import type { ObjectRule, Rule } from '../../src/operation.ts';
import type { FetchFunction } from '../../src/options/options.ts';

const ipAddress = '203.0.113.9';

/** What people, browsers and programs put into a form. */
const texts = [
  '',
  ' ',
  '\0',
  'a\nb',
  '\u202e\ufeff\u200b',
  '\ud800',
  '\udc00x',
  '😀'.repeat(255),
  '\u0001'.repeat(255),
  '"\\'.repeat(127),
  'x'.repeat(256),
  'x'.repeat(100_000),
  '😀'.repeat(100_000),
  'null',
  '{"a":1}',
  '__proto__',
  '<script>',
  "'; DROP TABLE orders; --",
  'New York',
  'android-app://shop',
  '203.0.113.9:443',
  '@@@',
  `${'a@'.repeat(200)}b`,
  '('.repeat(500),
  '+49 (0) 30',
  '２０２４年',
];
const numbers = [NaN, Infinity, -Infinity, -1, -0, 0.1, 1e-320, 1e13, 1e300];

/** Every field that holds a text or a number, as a path of the model. */
function fieldsOf(table: ObjectRule, path: string[] = []): [path: string[], rule: Rule][] {
  const all = [
    ...Object.entries(table.fields).map(([model, [, rule]]) => [model, rule] as const),
    ...Object.entries(table.modelOnly ?? {}),
  ];
  return all.flatMap(([model, rule]): [string[], Rule][] => {
    const at = [...path, model];
    if (rule.kind === 'request') return fieldsOf(rule, at);
    if (rule.kind === 'list' && rule.items.kind === 'request') {
      return fieldsOf(rule.items, [...at, '0']);
    }
    return [[rule.kind === 'map' ? [...at, 'name'] : at, rule]];
  });
}

function valuesFor({ kind }: Rule): readonly unknown[] {
  if (kind === 'number' || kind === 'integer') return numbers;
  return kind === 'boolean' ? [true] : texts;
}

/** An object with a value at a path; a number in it is a place in a list. */
function at([name = '', ...rest]: readonly string[], value: unknown): unknown {
  const inner = rest.length === 0 ? value : at(rest, value);
  return name === '0' ? [inner] : { [name]: inner };
}

function clients(): {
  readonly sent: string[];
  readonly client: MinFraud;
  readonly legacy: MinFraudLegacy;
} {
  const sent: string[] = [];
  const fetch: FetchFunction = (_, { body = '' }) => {
    sent.push(body);
    return Promise.resolve(
      new Response(
        body.startsWith('{')
          ? '{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'
          : 'riskScore=1',
      ),
    );
  };
  const client = new MinFraud({ accountId: 42, licenseKey: 'key', fetch });
  return { sent, client, legacy: new MinFraudLegacy({ licenseKey: 'key', fetch }) };
}

describe('any value of the right type', () => {
  test.each(fieldsOf(transaction).map(([path, rule]) => [path.join('.'), path, rule] as const))(
    'of %s is scored',
    async (name, path, rule) => {
      const { sent, client } = clients();
      for (const value of [...valuesFor(rule), null]) {
        const others = name.startsWith('device.')
          ? { order: { isGift: true } }
          : { device: { ipAddress } };
        await client.score({ ...others, ...(at(path, value) as Transaction) });
        await client.score({ ...others, ...(at(path, value) as Transaction) }, { hashEmail: true });
      }
      expect(sent).toHaveLength(2 * (valuesFor(rule).length + 1));
    },
  );

  test.each(
    fieldsOf(legacyOrder)
      // Without an address the service does nothing.
      .filter(([path]) => path[0] !== 'ipAddress')
      .map(([path, rule]) => [path.join('.'), path, rule] as const),
  )('of %s in a legacy order is sent', async (_, path, rule) => {
    const { sent, legacy } = clients();
    for (const value of [...valuesFor(rule), null]) {
      const order = { ipAddress, ...(at(path, value) as object) };
      // The response is too short to be one; what counts is that the order went out.
      await legacy.score(order as LegacyOrder).catch(() => undefined);
    }
    expect(sent).toHaveLength(valuesFor(rule).length + 1);
  });
});

describe('a body is made to fit', () => {
  const alphabets = { ascii: 'x', 'two bytes': 'é', emoji: '😀', escapes: '\u0001' };

  test.each(Object.entries(alphabets))(
    'when every text is as long as can be: %s',
    async (_, one) => {
      const { sent, client } = clients();
      const full: Record<string, unknown> = {};
      for (const [path, rule] of fieldsOf(transaction)) {
        const [group = '', name = ''] = path;
        if (path.length !== 2 || rule.kind !== 'string' || group === 'customInputs') continue;
        full[group] = { ...(full[group] as object), [name]: one.repeat(rule.maxLength ?? 255) };
      }
      full['device'] = { ...(full['device'] as object), ipAddress };
      full['customInputs'] = Object.fromEntries(
        Array.from({ length: 100 }, (__, n) => [`key_${n}`, one.repeat(255)]),
      );
      const { warnings } = await client.score(full);
      expect(Buffer.byteLength(sent[0] ?? '')).toBeLessThanOrEqual(20_000);
      expect(Buffer.byteLength(sent[0] ?? '')).toBeGreaterThan(17_000);
      expect(sent[0]).toContain(ipAddress);
      const tooLarge = warnings.filter(({ warning }) => warning.includes('at most 20000 bytes'));
      expect(tooLarge).not.toHaveLength(0);
      for (const { inputPointer } of tooLarge) {
        expect(inputPointer).toMatch(/^\/[a-z_\d]+\/[a-z_\d]+$/);
      }
    },
  );

  test('but not when the cart alone is too large, which is up to the program', async () => {
    const { sent, client } = clients();
    const shoppingCart = Array.from({ length: 700 }, (_, n) => ({ itemId: `item-${n}`, price: 9 }));
    await expect(client.score({ device: { ipAddress }, shoppingCart })).rejects.toMatchObject({
      name: 'InvalidRequestError',
      issues: [
        { code: 'BODY_TOO_LARGE', message: expect.stringMatching(/^has \d+ bytes/) as unknown },
      ],
    });
    expect(previewTransaction({ device: { ipAddress }, shoppingCart }).issues).toHaveLength(1);
    expect(sent).toEqual([]);
  });
});
