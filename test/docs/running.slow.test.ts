import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockResult } from './block-run.ts';
import { pages, type Program, programs, type Snippet, tagValue } from './pages.ts';
import { type ReaderProject, readerProject } from './reader-project.ts';

let project: ReaderProject;

beforeAll(() => {
  project = readerProject();
});

afterAll(() => {
  project.remove();
});

async function run(blocks: readonly Snippet[]): Promise<BlockResult[]> {
  const { folder, files } = project.write(blocks);
  const results = join(folder, 'results.json');
  const child = project.start(join(__dirname, 'block-run.ts'), { arguments: [results, ...files] });
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The blocks could not be run:\n${complaints}`);
  return JSON.parse(readFileSync(results, 'utf8')) as BlockResult[];
}

/** What a page says of a block: what it prints, what it sends, how a worker responds. */
type Claim = Partial<Record<'printed' | 'sent' | 'responded', string>>;

function claimOf(block: Program): Claim {
  const sent = tagValue(block, 'sends');
  const responded = tagValue(block, 'responds');
  return {
    ...(block.output !== undefined && { printed: block.output }),
    ...(sent !== undefined && { sent }),
    ...(responded !== undefined && { responded }),
  };
}

/** A server is asked by servers.test.ts; an assertion of the block's own throws. */
const checksItself = ({ tags, code }: Program): boolean =>
  tags.includes('server') || code.includes('assert.');

describe('TypeScript in README and docs', () => {
  const all = pages().flatMap(programs);

  test('each block says what running it shows', () => {
    const silent = all.filter(
      (block) => Object.keys(claimOf(block)).length === 0 && !checksItself(block),
    );
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  test('each block runs, and does what its page says', async () => {
    expect(all.length).toBeGreaterThanOrEqual(70);
    const results = await run(all);
    const found = all.map((block, index) => {
      const { printed = '', sent = [], responded = '', error } = results[index] ?? {};
      const all = { printed: printed.trimEnd(), sent: sent.join(), responded };
      const claimed = Object.keys(claimOf(block)) as (keyof Claim)[];
      return {
        place: block.place,
        error,
        ...Object.fromEntries(claimed.map((name) => [name, all[name]])),
      };
    });
    const expected = all.map((block) => {
      return { place: block.place, error: undefined, ...claimOf(block) };
    });
    expect(found).toEqual(expected);
  }, 180_000);

  test('one that throws would be seen', async () => {
    const code = "console.log('before');\nthrow new Error('no');";
    const [result] = await run([{ place: 'README.md:1', tags: [], code }]);
    expect(result).toMatchObject({ printed: 'before\n', error: expect.stringContaining('no') });
  });

  test('one that sends would be seen, with its response', async () => {
    const code = `import { MinFraud } from 'minfraud-sdk';
await new MinFraud().score({ device: { ipAddress: '203.0.113.7' } });
await new MinFraud({ licenseKey: 'wrong', accountId: 42 }).score({ email: { domain: 'a.example' } }).catch(() => undefined);`;
    const [result] = await run([{ place: 'README.md:1', tags: [], code }]);
    expect(result).toMatchObject({ sent: ['score', 'score:401'] });
  });
});
