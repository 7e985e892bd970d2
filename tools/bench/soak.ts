/**
 * `npm run bench -- soak [CALLS] [IN_FLIGHT] [VARIANT ...]`: that many calls of each variant, in tenths that
 * take turns. Ends with code 1 when the heap grows or something is left behind.
 */
import type { ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import type { Round } from './in-flight.ts';
import { median, message, start } from './interleave.ts';
import { machine, tableLine } from './page.ts';
import { refuse } from './refuse.ts';
import { faultsOf, grown, megabytes, type Stage } from './soak-verdict.ts';

const floor = 'fetch with a timeout';
const variants = [floor, 'insights()', 'insights() with undiciFetch()'];
const tenths = 10;

export async function soak(given: readonly string[]): Promise<void> {
  const [calls = 1_000_000, flying = 64] = given.slice(0, 2).map(Number);
  const names = given.length > 2 ? given.slice(2) : variants;
  if (!(calls >= 100) || !Number.isInteger(calls / tenths) || !(flying >= 1)) {
    refuse('Give the number of calls, a multiple of 10 from 100 on, and how many at once.');
  }
  const round = { calls: calls / tenths, flying };
  const loads = [loadavg()[0] ?? NaN];
  const stages = await run(names, round);
  loads.push(loadavg()[0] ?? NaN);
  console.log(`\n${machine(loads)}\n\n${summary(stages)}`);
  for (const [name, ofVariant] of stages) {
    for (const fault of faultsOf(ofVariant, round.calls)) {
      console.error(`${name}: ${fault}.`);
      process.exitCode = 1;
    }
  }
}

type Stages = ReadonlyMap<string, readonly Stage[]>;

async function run(names: readonly string[], round: Round): Promise<Stages> {
  const server = start('server.ts');
  const children = new Map<string, ChildProcess>();
  try {
    const baseUrl = `http://127.0.0.1:${String(await message(server))}`;
    for (const name of names) {
      const child = start('soak-process.ts', [name, baseUrl], ['--expose-gc']);
      children.set(name, child);
      await message(child);
    }
    console.log(
      tableLine('tenth', 'variant', 'heap in MB', 'calls a second', 'p50 in ms', 'p99 in ms'),
    );
    console.log(tableLine('---:', '---', '---:', '---:', '---:', '---:'));
    const stages = new Map<string, Stage[]>(names.map((name) => [name, []]));
    for (let tenth = 1; tenth <= tenths; tenth++) {
      for (const [name, child] of children) {
        child.send(round);
        const stage = (await message(child)) as Stage;
        stages.get(name)?.push(stage);
        const { heap, perSecond, p50, p99 } = stage;
        const figures = [megabytes(heap), perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)];
        console.log(tableLine(String(tenth), name, ...figures));
      }
    }
    return stages;
  } finally {
    for (const child of [server, ...children.values()]) child.kill();
  }
}

function summary(stages: Stages): string {
  const reference = stages.get(floor) ?? [];
  const lines = [...stages].map(([name, ofVariant]) => {
    const compared = ofVariant.map(({ p99 }, tenth) => p99 / (reference[tenth]?.p99 ?? NaN));
    const last = ofVariant.at(-1);
    return tableLine(
      name,
      `${megabytes(ofVariant[1]?.heap ?? NaN)}, ${megabytes(last?.heap ?? NaN)} (${(grown(ofVariant) / 1000).toFixed(0)} kB)`,
      median(ofVariant.map(({ perSecond }) => perSecond)).toFixed(0),
      median(ofVariant.map(({ p50 }) => p50)).toFixed(1),
      median(ofVariant.map(({ p99 }) => p99)).toFixed(1),
      reference.length === 0 ? '' : `${median(compared).toFixed(2)}×`,
    );
  });
  return [
    tableLine(
      'variant',
      'heap after the second tenth and the last, in MB',
      'calls a second',
      'p50 in ms',
      'p99 in ms',
      'p99 over that of raw fetch',
    ),
    tableLine('---', ...Array.from({ length: 5 }, () => '---:')),
    ...lines,
  ].join('\n');
}
