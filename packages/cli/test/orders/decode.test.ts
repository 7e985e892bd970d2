import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decoded, encodingOf, utf8Of } from '../../src/input/decode.ts';
import { cli } from '../run.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-decode-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** As old programs of Windows and the web write it. */
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

async function through(bytes: Buffer, size: number, name = 'orders.csv'): Promise<string> {
  async function* chunks(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: Buffer[] = [];
  for await (const part of utf8Of(chunks(), encodingOf(bytes, name), name)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('a decoder', () => {
  test('reads UTF-8 and UTF-16 alike, wherever the stream is cut', async () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'é', '\n', '漢', '😀', ',', '"', '\u0000'),
    });
    await fc.assert(
      fc.asyncProperty(letters, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const whole = `id,city\n${text}`;
        expect(await through(Buffer.from(whole), size)).toBe(whole);
        expect(await through(Buffer.from(`\ufeff${whole}`), size)).toBe(whole);
        expect(await through(Buffer.from(`\ufeff${whole}`, 'utf16le'), size)).toBe(whole);
        expect(await through(utf16be(`\ufeff${whole}`), size)).toBe(whole);
      }),
    );
  });

  test('refuses everything else with the line of the first wrong byte', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '漢', ' '), maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(
        ...[fc.array(line), fc.constantFrom(0xfc, 0xe9, 0x80, 0xff, 0xc0), line],
        fc.integer({ min: 1, max: 9 }),
        async (before, byte, after, size) => {
          const start = before.map((text) => `${text}\n`).join('');
          const bytes = Buffer.concat([
            Buffer.from(`id\n${start}M`),
            Buffer.from([byte]),
            Buffer.from(`nchen${after}\n`),
          ]);
          await expect(through(bytes, size)).rejects.toThrow(
            `orders.csv is not UTF-8: see line ${before.length + 2}, character 2. `,
          );
        },
      ),
    );
  });

  test('refuses a character that is cut off at the end', async () => {
    await expect(through(Buffer.from('caf\u00e9').subarray(0, 4), 3)).rejects.toThrow('line 1');
    await expect(
      through(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x00, 0xd8, 0x61, 0x00]), 64),
    ).rejects.toThrow('is not whole UTF-16: see line 2');
  });

  test.each<[string, Buffer, RegExp]>([
    ['gzip', gzipSync('id\n1\n'), /is compressed with gzip: unpack it/],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), /is a ZIP file or an Excel workbook/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /is a PDF document/],
    [
      'UTF-16 without a mark',
      Buffer.from('id,ip\n1,2\n', 'utf16le'),
      /UTF-16 without a byte order mark/,
    ],
    ['the same, turned', utf16be('id,ip\n1,2\n'), /UTF-16 without a byte order mark/],
  ])('names %s for what it is', async (_, bytes, message) => {
    await expect(decoded(bytes, 'orders.csv')).rejects.toThrow(message);
  });
});

describe('no input of the command line is sent in another encoding', () => {
  const order = '{"event":{"transactionId":"a"},"billing":{"city":"M\u00fcnchen"}}';

  test.each<[string, string, string[], string]>([
    ['a request', 'order.json', ['score', 'FILE', '--emulator'], order],
    [
      'a report',
      'report.json',
      ['report', 'FILE', '--emulator'],
      '{"tag":"chargeback","transactionId":"\u00fc"}',
    ],
    ['a file to validate', 'check.ndjson', ['validate', 'FILE'], `${order}\n`],
    ['NDJSON', 'orders.ndjson', ['batch', 'FILE', '--service', 'score', '--dry-run'], `${order}\n`],
    [
      'CSV',
      'orders.csv',
      ['batch', 'FILE', '--service', 'score', '--dry-run'],
      'ip,billing city\n203.0.113.7,M\u00fcnchen\n',
    ],
    [
      'a file of reports',
      'reports.csv',
      ['report', 'FILE', '--tag', 'chargeback', '--emulator'],
      'Order ID\n\u00fc\n',
    ],
  ])('%s', async (_, name, argv, text) => {
    const path = file(name, latin1(text));
    const words = argv.map((word) => (word === 'FILE' ? path : word));
    const line = text.includes('\n2') || name.endsWith('.csv') ? 2 : 1;
    const ran = await cli(words);
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`not UTF-8: see line ${line}`),
    });
    expect(ran.stdout).toBe('');
    file(name, Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await cli(words)).toMatchObject({ code: 0 });
  });

  test('standard input', async () => {
    const ran = await cli(['email', 'hash', '-'], { stdin: latin1('m\u00fcller@example.com\n') });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('standard input is not UTF-8: see line 1, character 2');
  });
});
