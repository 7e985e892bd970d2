/** What starting the built command line costs: its help over an empty script, and a ready emulator. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './interleave.ts';
import { root } from './samples.ts';
import type { Row } from './row.ts';

const rounds = 21;
const program = join(root, 'packages', 'cli', 'bin', 'minfraud.mjs');

export async function measureCommands(): Promise<Row[]> {
  if (!existsSync(program)) throw new Error(`${program} is missing: run npm run build.`);
  const helpWall: number[] = [];
  const helpCpu: number[] = [];
  const ready: number[] = [];
  const readyCpu: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const empty = run(['--eval', '0']);
    const help = run([program, '--help']);
    const { wall, cpu } = await untilReady();
    if (round < 0) continue; // the first round fills the disk cache
    helpWall.push(help.wall - empty.wall);
    helpCpu.push(help.cpu - empty.cpu);
    ready.push(wall);
    readyCpu.push(cpu);
  }
  return [
    {
      what: '`minfraud --help` over an empty script, in ms',
      seen: `+${median(helpWall).toFixed(1)} (CPU +${median(helpCpu).toFixed(1)})`,
      budget: '+100',
    },
    {
      what: '`minfraud emulator` until it is ready, in ms',
      seen: `${median(ready).toFixed(0)} (CPU ${median(readyCpu).toFixed(0)})`,
      budget: '1,000',
    },
  ];
}

/** Milliseconds of wall clock and of CPU. */
interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** Tells the CPU at the end on a stream that the command does not use. */
const meter = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write(String((user+system)/1000))})`;

function run(argv: readonly string[]): Spent {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', meter, ...argv], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return { wall: performance.now() - started, cpu: Number(stderr) };
}

/** From the start of the process to the line with its address. */
async function untilReady(): Promise<Spent> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, 'emulator', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const wall = performance.now() - started;
  const cpu = cpuOf(child.pid);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  return { wall, cpu };
}

/** Milliseconds; only Linux tells it of another process. */
function cpuOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid ?? ''}/stat`, 'utf8');
    const [user = NaN, system = NaN] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    // In hundredths of a second.
    return (user + system) * 10;
  } catch {
    return NaN;
  }
}
