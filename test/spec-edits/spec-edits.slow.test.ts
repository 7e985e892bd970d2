/**
 * What one adds to the spec is all one adds: each edit is one file of spec/ and `npm run generate`, and
 * the types, the checks and the tests agree with it. Slow: it compiles and tests a copy of everything.
 */
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ScratchCopy, type Run } from './scratch-copy.ts';

jest.setTimeout(900_000);

/** Tests that know what is in the spec. */
const affected = [
  '^(?!.*spec-edits).*/test/(spec|request|response|end-to-end|docs/links)/',
  '/packages/emulator/test/(input-check|scoring)\\.',
];

interface Edit {
  readonly what: string;
  readonly file: string;
  readonly make: (copy: ScratchCopy, file: string) => void;
}

const edits: readonly Edit[] = [
  {
    what: 'a request field',
    file: 'spec/schemas/request/Event.yaml',
    make: (copy, file) => {
      const description =
        'Where the customer bought, in your own words, for the rules of your shop.';
      copy.set(file, ['properties', 'sales_channel'], {
        type: 'string',
        maxLength: 9,
        'x-advice': 'must be at most 9 characters',
        description,
      });
    },
  },
  {
    what: 'a response field',
    file: 'spec/schemas/response/Disposition.yaml',
    make: (copy, file) => {
      const description =
        'The place of the rule in the list of custom rules, from 1; absent without one.';
      copy.set(file, ['properties', 'rule_position'], { type: 'integer', minimum: 1, description });
    },
  },
  {
    what: 'an enumeration value',
    file: 'spec/schemas/request/EventType.yaml',
    make: (copy, file) => {
      copy.add(file, ['enum'], 'gift_card_load');
      copy.set(file, ['x-enum-descriptions', 'gift_card_load'], 'Money is put on a gift card.');
    },
  },
  {
    what: 'a warning code',
    file: 'spec/schemas/response/WarningCode.yaml',
    make: (copy, file) => {
      copy.add(file, ['x-extensible-enum'], 'SESSION_ID_UNKNOWN');
      const meaning = 'The session is not known to the service.';
      copy.set(file, ['x-enum-descriptions', 'SESSION_ID_UNKNOWN'], meaning);
    },
  },
  {
    what: 'an error code',
    file: 'spec/schemas/error/PaymentRequired.yaml',
    make: (copy, file) => {
      const code = ['properties', 'code'];
      copy.add(file, [...code, 'x-extensible-enum'], 'ACCOUNT_FROZEN');
      copy.set(file, [...code, 'x-enum-descriptions', 'ACCOUNT_FROZEN'], 'The account is frozen.');
    },
  },
];

/** Uses everything that was added. It prints what it saw; types are checked with the project. */
const program = `
import { EventType, InsufficientFundsError, MinFraud, type Score, type Transaction, validateTransaction, WarningCode } from './src/index.ts';

const bodies: string[] = [];
const answers: [number, object][] = [
  [200, { id: '2132a2a3-3cb2-4f2c-9d2e-5b8f7a7a1c11', risk_score: 1.5, funds_remaining: 1, queries_remaining: 2,
    disposition: { action: 'accept', rule_position: 7 },
    warnings: [{ code: 'SESSION_ID_UNKNOWN', warning: 'Unknown.', input_pointer: '/device/session_id' }] }],
  // The code decides the class, not the status.
  [400, { code: 'ACCOUNT_FROZEN', error: 'Frozen.' }],
];
const client = new MinFraud({
  accountId: 42, licenseKey: 'a-license-key', maxRetries: 0,
  fetch: (_url, { body }) => {
    bodies.push(body ?? '');
    const [status, answer] = answers.shift() ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } }));
  },
});
const transaction: Transaction = { event: { type: EventType.GiftCardLoad, salesChannel: 'kiosk' } };
const score: Score = await client.score(transaction);
const position: number | undefined = score.disposition?.rulePosition;
const known: 'SESSION_ID_UNKNOWN' = WarningCode.SessionIdUnknown;
const tooLong = validateTransaction({ event: { salesChannel: 'far too long' } });
const failure: unknown = await client.score(transaction).catch((error: unknown) => error);
// @ts-expect-error a value that the spec does not know
export const wrongValue: Transaction = { event: { type: 'gift_card_loads' } };
// @ts-expect-error the wire's spelling of the new field
export const wrongName: Transaction = { event: { sales_channel: 'kiosk' } };
console.log(JSON.stringify({
  sent: JSON.parse(bodies[0] ?? ''),
  position,
  warning: score.warnings[0]?.code === known,
  issues: tooLong.issues?.map(({ code, pointer, message }) => [pointer, code, message]),
  frozen: [InsufficientFundsError.is(failure), (failure as InsufficientFundsError).code],
}));
`;

describe('in a copy of the repository', () => {
  let copy: ScratchCopy;
  const changed = new Map<string, string[]>();

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
      const { status, output } = await copy.npm('generate');
      expect([what, status, status === 0 ? '' : output]).toEqual([what, 0, '']);
      changed.set(what, await differences(before));
    }
    copy.write('use-what-was-added.ts', program);
  });

  test.each(edits.map(({ what, file }) => [what, file] as const))(
    '%s is one file, %s; the rest is compiled from it',
    (what, file) => {
      const others = (changed.get(what) ?? []).filter((name) => name !== file);
      expect(others.length).toBeGreaterThan(1);
      expect(others.filter((name) => !isGenerated(name))).toEqual([]);
    },
  );

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

    test('fails the tests that name it: the method, the row in the docs', async () => {
      const { output } = await copy.jest('/test/spec/operations');
      expect(failuresIn(output)).toEqual([
        'blockAddress › is called by a method of a client',
        'blockAddress › has a row in docs/services.md',
      ]);
      expect(output).toContain('No method of a client calls blockAddress.');
      expect(output).toContain('docs/services.md has no row for blockAddress');
    });

    test('and is done with one method, one line of the test and one row', async () => {
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
      const row =
        '| `blockAddress` | POST | `/minfraud/v2.0/lists` | `client.blockAddress({ ipAddress })` |\n';
      const docs = copy.read('docs/services.md');
      copy.write('docs/services.md', docs.replace('| `scoreLegacy` ', `${row}| \`scoreLegacy\` `));
      expect(await copy.typecheck('src', 'test/spec')).toEqual({ status: 0, output: '' });
      const { output } = await copy.jest('/test/spec/');
      expect(failuresIn(output)).toEqual([]);
    });
  });
});

/** What `npm run generate` writes. */
function isGenerated(file: string): boolean {
  return file.startsWith('generated/') || file.startsWith('packages/cli/generated/');
}

/** The names of the tests, or of the files, that failed. */
function failuresIn(output: string): string[] {
  return [...output.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name);
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

const newPath = `post:
  operationId: blockAddress
  summary: Put an address on the account's list
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          description: The address to block.
          additionalProperties: false
          required: [ip_address]
          properties:
            ip_address:
              type: string
              format: ipv4
              description: The address, as four numbers with dots.
        examples:
          one:
            value: { ip_address: 203.0.113.9 }
  responses:
    '200':
      description: The address is on the list.
      content:
        application/json:
          schema:
            type: object
            description: What is on the list now.
            required: [blocked_count]
            properties:
              blocked_count:
                type: integer
                description: How many addresses are on the list.
          examples:
            one:
              value: { blocked_count: 3 }
`;
