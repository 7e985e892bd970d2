import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type AlertDelivery, startEmulator } from '../../src/emulator/index.ts';
import type { BlockResult } from './block-run.ts';
import { pages, programs, type Snippet } from './pages.ts';
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

describe('programs in README and docs', () => {
  test('each runs, and prints what its page says', async () => {
    const all = pages().flatMap(programs);
    expect(all.length).toBeGreaterThanOrEqual(40);
    const results = await run(all);
    const found = all.map(({ place, output }, index) => {
      const { printed = '', error } = results[index] ?? {};
      return { place, error, ...(output !== undefined && { printed: printed.trimEnd() }) };
    });
    const expected = all.map(({ place, output }) => {
      return { place, error: undefined, ...(output !== undefined && { printed: output }) };
    });
    expect(found).toEqual(expected);
  }, 180_000);

  test('one that throws would be seen', async () => {
    const code = "console.log('before');\nthrow new Error('no');";
    const [result] = await run([{ place: 'README.md:1', tags: [], code }]);
    expect(result).toMatchObject({ printed: 'before\n', error: expect.stringContaining('no') });
  });
});

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the webhook of README', () => {
  test('takes an alert that is signed, and no other', async () => {
    const emulator = await startEmulator();
    const port = await freePort();
    const webhook = programs('README.md').filter(({ code }) => code.includes('verifyAlert'));
    const [file = ''] = project.write(webhook).files;
    const child = project.start(file, { port });
    try {
      let printed = '';
      child.stdout?.on('data', (text: Buffer) => {
        printed += text.toString();
      });
      const deliver = (tamper: boolean): Promise<AlertDelivery> =>
        emulator.sendAlert({
          url: `http://127.0.0.1:${port}/alerts`,
          secret: 'supersecret-0123456789',
          parameters: { reason_code: 'CARDER_EMAIL', new_risk_score: 97 },
          tamper,
        });
      await untilListening(port);
      expect((await deliver(true)).status).toBe(401);
      expect(printed).toBe('');
      expect((await deliver(false)).status).toBe(204);
      // The line may come by its pipe later than the answer by its socket.
      while (printed === '') await setTimeout(10);
      expect(printed).toMatch(/^Hold order .*: CARDER_EMAIL, now 97\.\n$/);
    } finally {
      child.kill();
      await emulator.close();
    }
  });
});

async function untilListening(port: number): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await setTimeout(50);
    }
  }
}
