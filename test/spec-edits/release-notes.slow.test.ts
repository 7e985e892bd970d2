/**
 * Two years of the vendor's release notes, made one by one as edits of the spec: after each, the program of
 * the first day compiles and gives the same results, and what is new can be used. Slow: each is compiled.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileClient, compiledDocument } from '../../scripts/compile.ts';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { writeFiles } from '../../scripts/drift.ts';
import { bumpOf } from '../../scripts/spec-diff/change.ts';
import { specChanges } from '../../scripts/spec-diff/changes.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { typeErrors } from '../scripts/type-check.ts';
import { makeProject } from './installed-package.ts';
import { execute } from './scratch-copy.ts';
import { type VendorRelease, vendorReleases } from './vendor-releases.ts';
import { overlayOf, withoutReleases } from './without-releases.ts';

// Fifteen compilations, each with two type-checks and two programs, on a machine that may be busy.
jest.setTimeout(1_800_000);

/** What was seen after an edit. */
interface Stage {
  /** Complaints about the new program before the edit, and about both programs after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What the program of the first day printed. */
  readonly first: string;
  readonly seen: unknown;
  readonly sent: unknown;
  readonly bump: string | undefined;
}

const shipped = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApiDocument;

describe('two years of release notes', () => {
  let folder: string;
  let firstDay: string;
  let last: OpenApiDocument;
  const stages = new Map<string, Stage>();

  beforeAll(async () => {
    folder = await makeProject();
    const spec = join(folder, 'first-day.json');
    writeFileSync(spec, JSON.stringify(withoutReleases(shipped, vendorReleases)));
    mkdirSync(join(folder, 'src'));
    const overlays: string[] = [];
    let document = await generate(spec, overlays);
    firstDay = await run('first.ts', firstProgram, document);
    for (const [index, release] of vendorReleases.entries()) {
      const program = { 'new.ts': newProgram(release) };
      const before = typeErrors(join(folder, 'src'), program, { types: ['node'] });
      const overlay = join(folder, `${index}.overlay.json`);
      const thatDay = withoutReleases(shipped, vendorReleases.slice(index + 1));
      writeFileSync(overlay, JSON.stringify(overlayOf(thatDay, release)));
      overlays.push(overlay);
      const edited = await generate(spec, overlays);
      const programs = { ...program, 'first.ts': firstProgram };
      const after = typeErrors(join(folder, 'src'), programs, { types: ['node'] });
      const first = await run('first.ts', firstProgram, edited);
      const emulator = await emulate(edited, release.response ?? {});
      const seen: unknown = JSON.parse(await runWith(emulator, 'new.ts', program['new.ts']));
      const sent = emulator.requests.at(-1)?.body;
      await emulator.close();
      const bump = bumpOf(await specChanges(document, edited));
      stages.set(keyOf(release), { before, after, first, seen, sent, bump });
      document = edited;
    }
    last = document;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('end with the spec of today, and begin without any of them', () => {
    expect(inAnyOrder(last)).toEqual(inAnyOrder(shipped));
    expect(JSON.parse(firstDay)).toEqual({
      risks: [expect.any(Number), expect.any(Number), expect.any(Number)],
      country: 'US',
      anonymous: true,
      numberType: expect.any(String) as unknown,
      reasons: expect.any(Number) as unknown,
      actions: ['reject'],
      issues: ['NOT_LISTED'],
    });
  });

  describe.each(vendorReleases)('$date, $title', (release) => {
    const stage = (): Stage => {
      const found = stages.get(keyOf(release));
      if (found === undefined) throw new Error('this edit was not made');
      return found;
    };

    test('leaves the program of the first day as it was', () => {
      expect(stage().after.filter((error) => error.startsWith('first.ts'))).toEqual([]);
      expect(stage().first).toBe(firstDay);
    });

    test('can be used: typed, sent, read', () => {
      if (release.isRule === undefined) expect(stage().before).not.toEqual([]);
      expect(stage().after).toEqual([]);
      expect(stage().seen).toEqual(release.seen);
      if (release.sent !== undefined) expect(stage().sent).toEqual(release.sent);
    });

    test('is announced with the version that it needs', () => {
      expect(stage().bump).toBe(release.bump);
    });
  });

  /** Compiles the client into the project; gives the document that it is bound to. */
  async function generate(spec: string, overlays: readonly string[]): Promise<OpenApiDocument> {
    const source = { spec, overlays };
    writeFiles(
      join(folder, 'src/minfraud'),
      await compileClient(source, { again: '', version: '1.0.0' }),
    );
    return compiledDocument(source);
  }

  async function run(file: string, text: string, document: OpenApiDocument): Promise<string> {
    const emulator = await emulate(document, known);
    try {
      return await runWith(emulator, file, text);
    } finally {
      await emulator.close();
    }
  }

  async function runWith(emulator: Emulator, file: string, text: string): Promise<string> {
    const path = join(folder, 'src', file);
    writeFileSync(path, text);
    const { accountId, licenseKey } = emulator.credentials;
    const variables = [
      `MINFRAUD_URL=${emulator.url}`,
      `MAXMIND_ACCOUNT_ID=${accountId}`,
      `MAXMIND_LICENSE_KEY=${licenseKey}`,
    ];
    const command = [...variables, process.execPath, '--import', 'tsx', path];
    const { status, output } = await execute('env', command, folder);
    rmSync(path);
    if (status !== 0) throw new Error(output);
    return output;
  }
});

/** An overlay adds a word at the end of its list. */
function inAnyOrder(document: OpenApiDocument): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    (key === 'enum' || key === 'x-extensible-enum') && Array.isArray(value)
      ? [...(value as string[])].sort()
      : value,
  );
}

function keyOf({ date, title }: VendorRelease): string {
  return `${date} ${title}`;
}

function newProgram({ imports, use }: VendorRelease): string {
  return `import { MinFraud, ${imports} } from './minfraud/index.js';
const client = new MinFraud({ baseUrl: process.env['MINFRAUD_URL'] });
let seen: unknown;
${use}
console.log(JSON.stringify(seen));
export {};
`;
}

/** Written against the spec of the first day, and never changed. */
const firstProgram = `
import {
  EventType, MinFraud, PaymentProcessor, ReportTag, type Transaction, validateTransaction,
} from './minfraud/index.js';

const client = new MinFraud({ baseUrl: process.env['MINFRAUD_URL'] });
const transaction: Transaction = {
  device: { ipAddress: '203.0.113.9', userAgent: 'Mozilla/5.0' },
  event: { type: EventType.Purchase, transactionId: 'txn-1', shopId: 'first' },
  email: { address: 'jo@example.com' },
  billing: { country: 'US', postal: '55455', phoneNumber: '612-555-0100', phoneCountryCode: '1' },
  payment: { processor: PaymentProcessor.Stripe, wasAuthorized: true },
  customInputs: { section: 'news' },
};
const score = await client.score(transaction);
const insights = await client.insights(transaction);
const factors = await client.factors(transaction);
await client.report({ tag: ReportTag.NotFraud, transactionId: 'txn-1', notes: 'A good customer.' });
const actions: (string | undefined)[] = [];
for await (const update of client.dispositions({ updatesAfter: '2024-11-01T00:00:00Z' })) {
  actions.push(update.action);
}
const wrong = validateTransaction({ event: { type: 'theft' } });
console.log(
  JSON.stringify({
    risks: [score.riskScore, insights.riskScore, factors.riskScore],
    country: insights.ipAddress?.country?.isoCode,
    anonymous: insights.ipAddress?.traits?.isAnonymous,
    numberType: insights.billingPhone?.numberType,
    reasons: factors.riskScoreReasons.length,
    actions,
    issues: wrong.issues?.map(({ code }) => code),
  }),
);
export {};
`;

/** What a service of every day says to the program of the first day. */
const known = { ipAddress: { country: { isoCode: 'US' }, traits: { isAnonymous: true } } };

/** A service that knows the document, where nothing is left to chance. */
function emulate(spec: OpenApiDocument, reply: object): Promise<Emulator> {
  return startEmulator({
    spec,
    seed: 'release notes',
    clock: () => new Date('2026-11-26T12:00:00Z'),
    dispositions: [
      {
        action_last_updated: '2024-11-20T10:00:00Z',
        minfraud_id: '2132a2a3-3cb2-4f2c-9d2e-5b8f7a7a1c11',
        action: 'reject',
      },
    ],
    answers: [{ reply }],
  });
}
