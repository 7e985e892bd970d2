/**
 * What one adds to the spec is all one adds: each edit is one file of spec/ and `npm run generate`, and
 * the types, the checks and the tests agree with it. Slow: it compiles and tests a copy of everything.
 */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newPath, phoneQuery, phoneRecord, textPath } from './new-operations.ts';
import { edits, program } from './ordinary-edits.ts';
import { type Run, ScratchCopy } from './scratch-copy.ts';

jest.setTimeout(900_000);

/** Tests that know what is in the spec: those that one of these edits, or one like it, once made red. */
const affected = [
  '^(?!.*spec-edits).*/test/(spec|request|response|legacy|alerts|call|end-to-end)/',
  '^(?!.*spec-edits).*/test/(docs/(links|services)|scripts/client-index|examples/score)\\.',
  '/packages/emulator/test/(answers|dispositions|input-check|legacy|no-examples|report|scoring)\\.',
  '/packages/cli/test/(commands|tiers)\\.',
];

describe('in a copy of the repository', () => {
  let copy: ScratchCopy;
  let compiled: string[];

  /** The files of the copy whose content is not that of the repository. */
  const state = (): Promise<Run> => copy.node('-e', listHashes);
  const differences = async (before: Run): Promise<string[]> => {
    const after = await state();
    const lines = new Set(before.output.split('\n'));
    return after.output
      .split('\n')
      .filter((line) => !lines.has(line))
      .map((line) => line.split(' ')[1] ?? '');
  };

  beforeAll(async () => {
    copy = await ScratchCopy.make();
    for (const { what, file, make } of edits) {
      const before = await state();
      make(copy, file);
      expect([what, await differences(before)]).toEqual([what, [file]]);
    }
    const before = await state();
    const { status, output } = await copy.npm('generate');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    compiled = await differences(before);
    copy.write('use-what-was-added.ts', program);
  });

  test('each is one file of the spec; the rest is compiled from it', () => {
    expect(compiled.length).toBeGreaterThan(5);
    expect(compiled.filter((name) => !isGenerated(name))).toEqual([]);
  });

  test('the committed files are then what the spec compiles to', async () => {
    expect(await copy.npm('generate', '--', '--check')).toMatchObject({ status: 0 });
  });

  test('a program can use all of them, and is told of mistakes', async () => {
    const { status, output } = await copy.program('use-what-was-added.ts');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    expect(JSON.parse(output)).toEqual({
      sent: { event: { type: 'gift_card_load', sales_channel: 'kiosk' } },
      position: 7,
      warning: true,
      issues: [['/event/sales_channel', 'TOO_LONG', expect.stringContaining('at most 9')]],
      frozen: [true, 'ACCOUNT_FROZEN'],
      more: {
        account: { membership: { rank_name: 'gold', member_since: '1970-01-01T00:00:00.000Z' } },
        order: { cpn_knd: 'x' },
        device: { user_agent: 'u'.repeat(400) },
        billing: { city: 'c'.repeat(300) },
      },
      kinds: [['INPUT_SHORTENED', '/device/user_agent']],
      labels: [],
      query: expect.stringContaining('page_label=vip'),
      hasMore: true,
      form: expect.stringContaining('giftWrap=red'),
      giftRisk: 2.5,
      level: 3,
      stored: 2,
    });
  });

  test('everything type-checks', async () => {
    expect(await copy.typecheck()).toEqual({ status: 0, output: '' });
  });

  test('the tests that know the spec stay green', async () => {
    const { status, output } = await copy.jest(...affected);
    expect(failuresIn(output)).toEqual([]);
    expect(output).toMatch(/^Tests: +\d{3,} passed, \d{3,} total$/m);
    expect(status).toBe(0);
  });

  describe('a new operation', () => {
    beforeAll(async () => {
      copy.set('spec/openapi.yaml', ['paths', '/minfraud/v2.0/lists'], {
        $ref: './paths/blocked-addresses.yaml',
      });
      copy.write('spec/paths/blocked-addresses.yaml', newPath);
      expect(await copy.npm('generate')).toMatchObject({ status: 0 });
    });

    test('does not compile until a client calls it', async () => {
      const { output } = await copy.typecheck('test/spec');
      const errors = output.split('\n').filter((line) => /^\S.*error TS/.test(line));
      expect(errors).toEqual([
        expect.stringMatching(/^test\/spec\/operations\.test\.ts.*'?blockAddress'?/),
      ]);
    });

    test('fails the test that names its method; the page of the services has it', async () => {
      const { output } = await copy.jest('/test/spec/operations');
      expect(failuresIn(output)).toEqual(['blockAddress › is called by a method of a client']);
      expect(output).toContain('No method of a client calls blockAddress.');
      expect(copy.read('docs/services.md')).toContain('## client.blockAddress(request)');
    });

    test('and is done with one method and one line of the test', async () => {
      const method = `  /** Puts an address on the account's list. */
  blockAddress(request: BlockAddressRequest, options?: CallOptions): Promise<BlockAddressResult> {
    return call(this.#context, blockAddressOperation, request, options);
  }
}
`;
      const imports = `import type { BlockAddressRequest, BlockAddressResult } from '../generated/models/index.ts';
import { blockAddressOperation } from '../generated/operations.ts';\n`;
      const client = copy.read('src/client.ts');
      copy.write('src/client.ts', imports + client.replace(/\}\n$/, `\n${method}`));
      const tested = copy.read('test/spec/operations.test.ts');
      const line =
        "  blockAddress: ({ client }) => client.blockAddress({ ipAddress: '203.0.113.9' }),\n";
      copy.write(
        'test/spec/operations.test.ts',
        tested.replace('  scoreLegacyByGet: ', `${line}  scoreLegacyByGet: `),
      );
      expect(await copy.typecheck('src', 'test/spec')).toEqual({ status: 0, output: '' });
      const { output } = await copy.jest('/test/spec/');
      expect(failuresIn(output)).toEqual([]);
    });
  });
});

/** What `npm run generate` writes. */
function isGenerated(file: string): boolean {
  return (
    /^(packages\/cli\/)?generated\//.test(file) || /^docs\/(services|error-codes)\.md$/.test(file)
  );
}

describe('a new tier and a service in text', () => {
  let copy: ScratchCopy;

  beforeAll(async () => {
    copy = await ScratchCopy.make();
    copy.set('spec/openapi.yaml', ['paths', '/minfraud/v2.0/brief'], {
      $ref: './paths/brief.yaml',
    });
    const tier = copy
      .read('spec/paths/score.yaml')
      .replace('operationId: score', 'operationId: brief');
    copy.write('spec/paths/brief.yaml', tier);
    copy.set('spec/openapi.yaml', ['paths', '/app/phone_id'], { $ref: './paths/phone-id.yaml' });
    copy.write('spec/paths/phone-id.yaml', textPath);
    copy.write('spec/schemas/proxy/PhoneQuery.yaml', phoneQuery);
    copy.write('spec/schemas/proxy/PhoneRecord.yaml', phoneRecord);
    const { status, output } = await copy.npm('generate');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
  });

  test('are named by the tests where the client, the command line or batch lacks them, and by no other', async () => {
    const { output } = await copy.jest(...affected);
    expect(failuresIn(output).sort()).toEqual([
      'brief is a command: buildRouteMap in packages/cli/src/commands.ts',
      'brief is a word for batch --service: packages/cli/src/batch/command.ts',
      'brief › is called by a method of a client',
      'identifyPhone › is called by a method of a client',
    ]);
    expect(copy.read('docs/services.md')).toContain('## legacyClient.identifyPhone(query)');
  });
});

/** The names of the tests, or of the files, that failed. */
function failuresIn(output: string): string[] {
  // Jest says them again at the end of a long run.
  return [...new Set([...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name))];
}

/** Prints each file of the copy with a hash of its content. */
const listHashes = `
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
for (const folder of ['docs', 'generated', 'packages', 'scripts', 'spec', 'src', 'test'])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = (entry.parentPath ?? entry.path) + '/' + entry.name;
    console.log(createHash('sha1').update(readFileSync(path)).digest('hex') + ' ' + path);
  }
`;
