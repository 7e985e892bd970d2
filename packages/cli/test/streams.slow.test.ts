import {
  afterAll,
  beforeAll,
  beforeEach,
  afterEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOrders, resultLines } from './batch/orders.ts';
import { buildProgram, type Program } from './batch/program.ts';

jest.setTimeout(120_000);

let program: Program;
let folder: string;

beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => {
  program.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-streams-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** `minfraud` in the code is the program; the exit code is that of the first command of a pipe. */
function shell(
  code: string,
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  const start = `minfraud() { "${process.execPath}" "${program.path}" "$@"; }\n`;
  const known = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: folder, ...env };
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['--norc', '-c', start + code],
      { cwd: folder, env: known },
      (_, stdout, stderr) => {
        resolve({ stdout, stderr });
      },
    );
  });
}

const score = 'minfraud score --ip 203.0.113.7 --emulator';

describe('the streams of the program', () => {
  test('may be read by one that has seen enough', async () => {
    writeFileSync(join(folder, 'bad.ndjson'), '{"device":{"ipAddress":"x"}}\n'.repeat(3000));
    const ran = await shell('minfraud validate bad.ndjson | head -1; echo "${PIPESTATUS[0]}"');
    expect(ran.stderr).toBe('');
    expect(ran.stdout.split('\n')).toStrictEqual([
      expect.stringMatching(/^bad\.ndjson:1 /),
      // As without head: what was found counts, not who wanted to read it.
      '2',
      '',
    ]);
  });

  test('may lose the one of its messages without ending a batch', async () => {
    writeOrders(join(folder, 'orders.csv'), 300);
    const batch = 'minfraud batch orders.csv --service score --out out.ndjson --emulator';
    const ran = await shell(
      `${batch} 2> >(head -1 >/dev/null) | tail -1; echo "\${PIPESTATUS[0]}"`,
    );
    expect(ran.stdout).toMatch(/ {2}row \d+ .*\n0\n$/);
    expect(resultLines(join(folder, 'out.ndjson'))).toHaveLength(300);
  });

  test('may lose the reader of results without losing exit code, report and lock of a batch', async () => {
    writeOrders(join(folder, 'orders.csv'), 300);
    const batch =
      'minfraud batch orders.csv --service score --out out.ndjson --html report.html --price 1 --budget 20';
    const ran = await shell(`${batch} --emulator | true; echo "\${PIPESTATUS[0]}"`);
    expect(ran.stdout).toBe('1\n');
    expect(ran.stderr).toContain('The budget is used up');
    expect(readdirSync(folder).sort()).toStrictEqual([
      ...['orders.csv', 'out.ndjson', 'out.ndjson.ledger', 'report.html'],
    ]);
  });

  test('say so where nothing can be written', async () => {
    const ran = await shell(`${score} > /dev/full; echo "$?"`);
    expect(ran).toStrictEqual({
      stdout: '1\n',
      stderr: expect.stringMatching(/^The output could not be written: .*ENOSPC/),
    });
  });

  test('may be closed from the start', async () => {
    expect((await shell(`${score} <&- | head -1`)).stdout).toMatch(/^Risk score /);
    expect((await shell('minfraud score - --emulator <&-; echo "$?"')).stdout).toBe('2\n');
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['a pipe', {}, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR, also over FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['a locale that is not UTF-8', { LC_ALL: 'C' }, false],
  ])('have colour or not: %s', async (_, env, isColoured) => {
    const { stdout } = await shell(score, env);
    expect(stdout).toContain('Risk score');
    expect(stdout.includes('\x1b[')).toBe(isColoured);
  });
});
