import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

/** Starts it as `npm run bench` does. */
async function bench(
  ...given: string[]
): Promise<{ code: number; output: string; complaints: string }> {
  const child = spawn(process.execPath, [
    '-C',
    'minfraud-source',
    '--import',
    'tsx',
    'tools/bench/run.ts',
    ...given,
  ]);
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, complaints };
}

test('six thousand calls over real connections leave heap, signal and timers as they were', async () => {
  const ours = ['insights()', 'insights() with undiciFetch()'];
  const { code, output, complaints } = await bench('soak', '6000', '64', ...ours);
  expect(complaints).toBe('');
  expect(code).toBe(0);
  for (const name of ours) {
    const rows = output.split('\n').filter((line) => line.includes(`| ${name} |`));
    // Ten tenths and the summary.
    expect(rows).toHaveLength(11);
  }
}, 180_000);

test.each([
  [['soak', '12'], 'a multiple of 10'],
  [['soak', '1000', '0'], 'how many at once'],
  [['scale', 'loopback'], 'scale takes --write'],
  [['nonsense'], 'give call, loopback'],
])('%j is refused with a sentence', async (given, sentence) => {
  const { code, complaints } = await bench(...given);
  expect(code).toBe(1);
  expect(complaints).toContain(sentence);
});
