/** No file of a run is written over another, nor over one of the user's. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { resultLines, writeOrders } from './orders.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;

beforeAll(async () => {
  world = await startBatchWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.begin();
  writeOrders(world.at('orders.csv'), 8);
});
afterEach(() => {
  world.remove();
});

const ownFiles = ['orders.csv', 'results.ndjson', 'results.ndjson.ledger'] as const;

/** Every file of the folder with what is in it. */
function contents(): Record<string, string> {
  const names = readdirSync(world.at(), { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ name }) => [name, readFileSync(world.at(name), 'latin1')]),
  );
}

/** Other names of a file. */
const spellings: Record<string, (name: string) => string> = {
  'its name': (name) => world.at(name),
  'a longer path': (name) => {
    mkdirSync(world.at('sub'), { recursive: true });
    return `${world.at('sub')}/../${name}`;
  },
  'a symbolic link': (name) => {
    symlinkSync(world.at(name), world.at('link'));
    return world.at('link');
  },
};

describe.each(Object.keys(spellings))('a file under %s', (spelling) => {
  test.each(
    ownFiles.flatMap((name) => ['--rejects', '--html'].map((flag) => [name, flag] as const)),
  )('that is %s is not written over by %s', async (name, flag) => {
    await world.batch();
    const before = contents();
    const path = spellings[spelling]?.(name) ?? '';
    for (const more of [['--resume'], [], ['--dry-run']]) {
      const ran = await world.batch(flag, path, ...more);
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('the same file') });
    }
    expect(contents()).toMatchObject(before);
  });
});

test.each([
  ['the input', ['--out', 'orders.csv']],
  ['the input by its ledger', ['--out', 'x', '--rejects', 'x.ledger']],
  ['the reserve', ['--out', 'x', '--html', 'x.reserve']],
  ['the unfinished ledger', ['--out', 'x', '--html', 'x.ledger.new']],
  ['each other, in whatever case', ['--out', 'x', '--rejects', 'Same', '--html', 'sAME']],
])('files that are not there yet are compared by name: %s', async (_, flags) => {
  const paths = flags.map((flag) => (flag.startsWith('--') ? flag : world.at(flag)));
  const ran = await world.batch(...paths);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('the same file') });
  expect(readdirSync(world.at())).toStrictEqual(['orders.csv']);
  expect(world.server.billed.size).toBe(0);
});

test('a link to a file that is not there yet is what it leads to', async () => {
  symlinkSync(world.at('results.ndjson'), world.at('link'));
  const ran = await world.batch('--rejects', world.at('link'));
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('the same file') });
});

test.each(['--rejects', '--html'])(
  "%s writes over no file of the user's, and over its own",
  async (flag) => {
    writeFileSync(world.at('mine'), 'what nobody else has\n');
    mkdirSync(world.at('folder'));
    for (const more of [[], ['--dry-run']]) {
      const ran = await world.batch(flag, world.at('mine'), ...more);
      expect(ran).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('not written by this'),
      });
      expect((await world.batch(flag, world.at('folder'), ...more)).code).toBe(2);
    }
    expect(readFileSync(world.at('mine'), 'utf8')).toBe('what nobody else has\n');
    expect(world.server.billed.size).toBe(0);
    // A report is drawn by a module that Jest cannot load: merge-kill.test.ts writes one.
    if (flag === '--html') return;
    writeFileSync(world.at('orders.csv'), 'transaction_id,ip\na,203.0.113.7\nb,300.0.0.1\n');
    writeFileSync(world.at('own'), '');
    expect((await world.batch(flag, world.at('own'))).code).toBe(0);
    const first = readFileSync(world.at('own'), 'utf8');
    expect(first).toMatch(/^\{"row":2,/);
    expect((await world.batch(flag, world.at('own'), '--resume')).code).toBe(0);
    expect(readdirSync(world.at()).filter((name) => name.endsWith('.tmp'))).toStrictEqual([]);
  },
);

test.each(['results.ndjson.reserve', 'results.ndjson.ledger.new'])(
  "a run does not take %s, which is the user's",
  async (name) => {
    writeFileSync(world.at(name), 'what nobody else has\n');
    const ran = await world.batch();
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('not written by this') });
    expect(readFileSync(world.at(name), 'utf8')).toBe('what nobody else has\n');
    expect(world.server.billed.size).toBe(0);
  },
);

test.each(['results.ndjson', 'results.ndjson.ledger'])(
  'a second name of %s is refused: a run by that name could not be seen',
  async (name) => {
    await world.batch('--price', '1', '--budget', '3');
    linkSync(world.at(name), world.at('second'));
    const ran = await world.batch('--resume');
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('2 hard links') });
    expect(world.server.billed.size).toBe(3);
  },
);

test('results by a symbolic link have one ledger', async () => {
  await world.batch('--price', '1', '--budget', '3');
  symlinkSync(world.at('results.ndjson'), world.at('other.ndjson'));
  expect((await world.batch('--out', world.at('other.ndjson'), '--resume')).code).toBe(0);
  expect(resultLines(world.at('results.ndjson'))).toHaveLength(8);
  expect(world.twice()).toStrictEqual([]);
});

test('an older ledger next to newer results is refused', async () => {
  await world.batch('--price', '1', '--budget', '3', '--concurrency', '1');
  const older = readFileSync(world.at('results.ndjson.ledger'));
  await world.batch('--price', '1', '--budget', '6', '--resume');
  writeFileSync(world.at('results.ndjson.ledger'), older);
  const ran = await world.batch('--resume');
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('older than the results') });
  expect(readFileSync(world.at('results.ndjson.ledger'))).toStrictEqual(older);
  expect(world.server.billed.size).toBe(6);
});
