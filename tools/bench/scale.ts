/**
 * `npm run bench -- scale`: calls a second and how long calls take, with 1 to 512 of them in flight. With
 * `--write` the table and the graph of docs/performance.md are replaced.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { interleave, median, message, start } from './interleave.ts';
import { officialVersion } from './official.ts';
import { asWritten, machine, tableLine, writeFigures } from './page.ts';
import { refuse } from './refuse.ts';
import { root } from './samples.ts';
import { drawScale, type Point } from './scale-graph.ts';
import type { Figure } from './variant-process.ts';
import { loopbackVariants } from './variants.ts';

const levels = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/**
 * Times through all levels: a machine whose speed changes is then slow at each of them. The first opens
 * the connections and is not counted.
 */
const passes = 14;

export async function scale(given: readonly string[]): Promise<void> {
  const write = given.includes('--write');
  const unknown = given.filter((name) => name !== '--write');
  if (unknown.length > 0) refuse(`scale takes --write, not ${unknown.join(' ')}.`);
  const loads = [loadavg()[0] ?? NaN];
  const points = await measureScale();
  loads.push(loadavg()[0] ?? NaN);
  const text = await asWritten(machine(loads), table(points));
  console.log(text);
  if (!write) return;
  writeFigures('many at once', text);
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  writeFileSync(join(root, 'docs/images/scale.svg'), await drawScale(points));
}

async function measureScale(): Promise<Point[]> {
  const names = Object.keys(loopbackVariants);
  const rounds = Array.from({ length: passes }, () =>
    levels.map((flying) => ({ calls: Math.max(400, 3 * flying), flying, timed: true, times: 1 })),
  ).flat();
  const server = start('server.ts');
  try {
    const baseUrl = `http://127.0.0.1:${String(await message(server))}`;
    const results = await interleave({ group: 'loopbackVariants', names, baseUrl, rounds });
    return levels.flatMap((flying, level) => {
      const ofLevel = results.filter((_, at) => at % levels.length === level).slice(1);
      return names.map((name) => {
        const figures = ofLevel.flatMap((round) => round.get(name) ?? []);
        const middle = (of: (figure: Figure) => number | undefined): number =>
          median(figures.map((figure) => of(figure) ?? NaN));
        return {
          flying,
          variant: name === 'official client' ? `${name} ${officialVersion()}` : name,
          perSecond: middle(({ perSecond }) => perSecond),
          p50: middle(({ p50 }) => p50),
          p99: middle(({ p99 }) => p99),
        };
      });
    });
  } finally {
    server.kill();
  }
}

function table(points: readonly Point[]): string {
  const variants = [...new Set(points.map(({ variant }) => variant))];
  return [
    tableLine('in flight', ...variants),
    tableLine('---:', ...variants.map(() => '---')),
    ...levels.map((level) => {
      const cells = points.filter(({ flying }) => flying === level).map(cell);
      return tableLine(String(level), ...cells);
    }),
  ].join('\n');
}

function cell({ perSecond, p50, p99 }: Point): string {
  const rate = Math.round(perSecond).toLocaleString('en-US');
  return `${rate} /s, ${milliseconds(p50)} and ${milliseconds(p99)} ms`;
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
