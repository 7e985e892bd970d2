/** Runs variants in turn, each in its own process, so that neither warms nor slows the other. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './samples.ts';
import type { Figure, MeasuredRound } from './variant-process.ts';

/** The figures of each variant, one a round. */
export type Figures = ReadonlyMap<string, readonly Figure[]>;

export interface Plan {
  /** The name of the group in variants.ts. */
  readonly group: string;
  readonly names: readonly string[];
  readonly baseUrl?: string;
  /** One result of {@link interleave} for each. */
  readonly rounds: readonly (MeasuredRound & { readonly times: number })[];
}

export async function interleave({ group, names, baseUrl = '', rounds }: Plan): Promise<Figures[]> {
  const children = new Map<string, ChildProcess>();
  try {
    // One after the other: they must not warm up in each other's way.
    for (const name of names) {
      const child = start('variant-process.ts', [group, name, baseUrl]);
      children.set(name, child);
      await message(child);
    }
    const results: Figures[] = [];
    for (const { times, ...round } of rounds) {
      const figures = new Map<string, Figure[]>(names.map((name) => [name, []]));
      for (let time = 0; time < times; time++) {
        for (const [name, child] of children) {
          child.send(round);
          figures.get(name)?.push((await message(child)) as Figure);
        }
      }
      results.push(figures);
    }
    return results;
  } finally {
    for (const child of children.values()) child.kill();
  }
}

/**
 * Starts a file of this folder, compiled as it is for the package: tsx wraps every closure, which costs a
 * call a tenth.
 */
export function start(
  file: string,
  args: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess {
  const outfile = join(root, 'node_modules/.cache/bench', file.replace(/\.ts$/, '.mjs'));
  buildSync({
    entryPoints: [join(root, 'tools/bench', file)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'es2022',
  });
  return fork(outfile, args, { execArgv: [...execArgv] });
}

/** The next message of a child; rejects when it ends without one. */
export function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const received = (value: unknown): void => {
      child.off('exit', ended);
      resolve(value);
    };
    const ended = (code: number | null): void => {
      child.off('message', received);
      reject(new Error(`${child.spawnargs.slice(2).join(' ')} ended with code ${String(code)}`));
    };
    child.once('message', received);
    child.once('exit', ended);
  });
}

/** The median over the rounds of one variant's figure over that of another in the same round. */
export function ratio(
  figures: Figures,
  variant: string,
  over: string,
  of: (figure: Figure) => number,
): number {
  const floor = figures.get(over) ?? [];
  const ratios = (figures.get(variant) ?? []).map((figure, round) => {
    const reference = floor[round];
    return reference === undefined ? NaN : of(figure) / of(reference);
  });
  return median(ratios);
}

export function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}
