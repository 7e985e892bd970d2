import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { transaction } from '../../generated/tables.ts';
import { secretsOf, withoutSecrets } from '../../src/failure/secrets.ts';
import { Credentials } from '../../src/options/credentials.ts';
import { runs } from '../runs.ts';

const key = 'k3y-ÜmläutLicence/+:&="<';
const credentials = new Credentials('42', key);

describe('the secrets of a call', () => {
  const secrets = secretsOf(
    credentials,
    () => ({
      device: { ip_address: '203.0.113.9', user_agent: 'Mozilla' },
      billing: { last_name: 'Plantagenet', country: 'GB' },
      event: { type: 'purchase' },
      custom_inputs: { ssn_num: 123456789, colour: 'red' },
      shopping_cart: [{ price: 7.5 }, { item_id: 'sku-77' }],
      new_object: { anything: ['hidden'] },
    }),
    transaction,
  );

  test('are the key, the values that the spec calls sensitive, and those that it does not know', () => {
    expect(secrets()).toEqual(
      expect.arrayContaining([key, '203.0.113.9', 'Plantagenet', '123456789', 'red', 'hidden']),
    );
  });

  test('are not the words of the service', () => {
    expect(secrets()).not.toContain('purchase');
    expect(secrets()).not.toContain('');
  });

  test('hold the key in the spellings of URLs, JSON, HTML, hex and base64', () => {
    const spelt = secrets();
    const bytes = Buffer.from(key);
    expect(spelt).toEqual(
      expect.arrayContaining([
        encodeURIComponent(key),
        encodeURIComponent(encodeURIComponent(key)),
        JSON.stringify(key).slice(1, -1),
        bytes.toString('hex'),
        bytes.toString('base64').replace(/=+$/, ''),
        Buffer.from(`42:${key}`).toString('base64').replace(/=+$/, ''),
      ]),
    );
  });
});

describe('a text without secrets', () => {
  test('has them cut out whatever their case, and keeps the rest', () => {
    const said = 'The name PLANTAGENET of account 42 is not valid; 1420 is.';
    expect(withoutSecrets(said, ['Plantagenet', '42'], 300)).toBe(
      'The name [redacted] of account [redacted] is not valid; 1420 is.',
    );
  });

  test('has the whole of a number cut out, not a part of it', () => {
    const said = 'Input 123456789 is not a number';
    expect(withoutSecrets(said, ['123456', '123456789', '6789'], 300)).toBe(
      'Input [redacted] is not a number',
    );
  });

  test('does not show the beginning of one that is cut at the end', () => {
    const said = `${'x'.repeat(290)} my-secret-key`;
    expect(withoutSecrets(said, ['my-secret-key'], 300)).toBe(`${'x'.repeat(290)} [redacted]…`);
  });

  test('has nothing that controls a terminal', () => {
    expect(withoutSecrets('a\u001b[31mb\r\nc\u0000', [], 300)).toBe('a [31mb c');
  });

  test('never holds a secret, wherever secrets stand and however they overlap', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'É', 'İ', ' ', '🔑'), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(piece, { maxLength: 6 }),
        (said, given) => {
          const secrets = given.filter((secret) => secret.trim().length > 3);
          const text = withoutSecrets(said.join(''), secrets, 60);
          for (const part of text.split('[redacted]')) {
            for (const secret of secrets) expect(part).not.toContain(secret);
          }
          expect(text.length).toBeLessThan(61 + '[redacted]'.length * 61);
        },
      ),
      { numRuns: runs(2_000) },
    );
  });

  test('takes no more than linear time for 200,000 secrets in a megabyte', () => {
    const secrets = Array.from({ length: 200_000 }, (_, at) => `aaaaaaaa${at}`);
    const started = performance.now();
    withoutSecrets('a'.repeat(1_000_000), secrets, 300);
    withoutSecrets('a'.repeat(1_000_000), ['a'.repeat(100_000) + 'b'], 300);
    // It takes a fraction of a second; quadratic time would be minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a secret in another case', () => {
  const plain = 'SecretKeyOfTheTest';

  test.each(['İ', 'İİİ it said', 'ß', 'ﬁ', 'ŉ', '𐐀', 'Σς'])('is found behind %s', (before) => {
    for (const spelling of [plain, plain.toUpperCase(), plain.toLowerCase()]) {
      const text = `${before} ${spelling} ${before}`;
      expect(withoutSecrets(text, [plain], 300)).toBe(`${before} [redacted] ${before}`);
    }
  });

  test('is found wherever it stands in a sentence of any letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(plain, plain.toUpperCase(), plain.toLowerCase()),
        fc.string({ unit: 'binary' }),
        (before, spelling, after) => {
          const safe = withoutSecrets(before + spelling + after, [plain], 300);
          expect(safe.toLowerCase()).not.toContain(plain.toLowerCase());
        },
      ),
    );
  });
});

describe('part of a secret', () => {
  test('is cut out from ten characters on', () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz01234';
    expect(withoutSecrets(`it was ${secret.slice(1)}.`, [secret], 300)).toBe('it was [redacted].');
    expect(withoutSecrets(`it was ${secret.slice(3, 13)}.`, [secret], 300)).toBe(
      'it was [redacted].',
    );
    expect(withoutSecrets('it was abcdefghi.', [secret], 300)).toBe('it was abcdefghi.');
  });
});

describe('numbers of a few digits', () => {
  test('stay: every stack has them, and they say nothing', () => {
    const short = new Credentials('1', 'a-license-key');
    const found = secretsOf(short, () => ({ email: { address: '7' } }), transaction)();
    expect(found).not.toContain('1');
    expect(found).not.toContain('7');
    expect(new Credentials('1234', 'a-license-key').secrets()).toContain('1234');
  });
});
