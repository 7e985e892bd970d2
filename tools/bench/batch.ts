/** `npm run bench -- batch`: a file of orders through `minfraud batch`, next to a bare loop over undici. */
import { buildSync } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeOrders } from './batch-file.ts';
import { median, message, start } from './interleave.ts';
import type { Row } from './row.ts';
import { root } from './samples.ts';

/** At a time, as the budget is written. */
const flying = 64;
const rowsOfThroughput = 20_000;
const rounds = 5;
const rowsOfBegin = 1_000_000;

export async function measureBatch(): Promise<Row[]> {
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'bench-batch-'));
  const server = start('server.ts');
  try {
    const url = `http://127.0.0.1:${String(await message(server))}`;
    const programs = compile(folder);
    return [
      await throughput(folder, url, programs),
      await firstResult(folder, url, programs.batch),
    ];
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

interface Programs {
  readonly batch: string;
  readonly bare: string;
}

function compile(folder: string): Programs {
  buildSync({
    entryPoints: {
      batch: join(root, 'packages/cli/src/main.ts'),
      bare: join(root, 'tools/bench/batch-bare.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    conditions: ['minfraud-source'],
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'es2022' },
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return { batch: join(folder, 'batch.mjs'), bare: join(folder, 'bare.mjs') };
}

async function throughput(folder: string, url: string, programs: Programs): Promise<Row> {
  const input = join(folder, 'orders.csv');
  writeOrders(input, rowsOfThroughput);
  const ratios: number[] = [];
  const rates: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bare = await timed(
      run([programs.bare, url, input, join(folder, 'bare'), String(flying)]),
    );
    const out = join(folder, `results-${round}.ndjson`);
    const batch = await timed(runBatch(programs.batch, input, out, url));
    ratios.push(bare / batch);
    rates.push((rowsOfThroughput / batch) * 1000);
    floors.push((rowsOfThroughput / bare) * 1000);
  }
  const whole = (list: readonly number[]): string => median(list).toFixed(0);
  return {
    what: `\`minfraud batch\` over a bare undici loop without a ledger, ${flying} in flight`,
    seen: `${median(ratios).toFixed(2)}× (${whole(rates)} over ${whole(floors)} rows a second)`,
    budget: '≥ 0.5×',
  };
}

async function firstResult(folder: string, url: string, program: string): Promise<Row> {
  const input = join(folder, 'million.csv');
  writeOrders(input, rowsOfBegin);
  const seconds: number[] = [];
  let memory = 0;
  for (let round = 0; round < 3; round++) {
    const out = join(folder, `million-${round}.ndjson`);
    const began = performance.now();
    const child = runBatch(program, input, out, url);
    while (!hasBytes(out) && child.exitCode === null) await wait(5);
    seconds.push((performance.now() - began) / 1000);
    await wait(5_000);
    memory = Math.max(memory, peakMemory(child));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  return {
    what: 'first result of a file of 1,000,000 rows, after the start of `minfraud batch`',
    seen: `${median(seconds).toFixed(2)} s (peak memory after 5 s: ${memory} MB)`,
    budget: '≤ 2 s',
  };
}

function runBatch(program: string, input: string, out: string, url: string): ChildProcess {
  const flags = ['--service', 'insights', '--out', out, '--concurrency', String(flying)];
  return run([program, 'batch', input, ...flags], {
    MAXMIND_ACCOUNT_ID: '42',
    MAXMIND_LICENSE_KEY: 'key',
    MINFRAUD_BASE_URL: url,
  });
}

function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, argv, {
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Milliseconds until a program has ended well. */
async function timed(child: ChildProcess): Promise<number> {
  const began = performance.now();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}: ${said}`);
  return performance.now() - began;
}

function hasBytes(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** In MB, of a process that is running; 0 where the system does not tell. */
function peakMemory({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
