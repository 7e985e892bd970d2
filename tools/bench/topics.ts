/** What is measured, by the name that `npm run bench -- NAME` takes. */
import { measureBatch } from './batch.ts';
import { measureCommands } from './command-time.ts';
import { measureImports } from './import-time.ts';
import { type Figures, interleave, median, message, ratio, start } from './interleave.ts';
import { hasOfficial, officialVersion } from './official.ts';
import type { Row } from './row.ts';
import { measureSizes } from './sizes.ts';
import { measureTypes } from './type-cost.ts';
import type { Figure } from './variant-process.ts';
import * as groups from './variants.ts';

export const topics: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  call: measureCall,
  loopback: measureLoopback,
  encode: () =>
    measureCpu('encodeVariants', 'JSON.stringify', 20, 2_000, [
      { variant: 'encode', what: 'check and encode a transaction', budget: '1.5×' },
      { variant: 'prepare and write', what: 'all that is done to a transaction, written' },
    ]),
  decode: () =>
    measureCpu('decodeVariants', 'JSON.parse', 20, 2_000, [
      { variant: 'decode', what: 'decode a response of Factors' },
    ]),
  email: () =>
    measureCpu('emailVariants', hasOfficial ? official : 'hashEmail', 20, 4_000, [
      { variant: 'hashEmail', what: 'hash an e-mail address' },
    ]),
  legacy: () =>
    measureCpu('legacyVariants', 'decode and split', 20, 2_000, [
      { variant: 'parseLegacyResponse', what: 'parse a response of minFraud Legacy', budget: '3×' },
    ]),
  batch: measureBatch,
  import: measureImports,
  commands: measureCommands,
  size: measureSizes,
  types: measureTypes,
};

const official = 'official client';
const cpu = (figure: Figure): number => figure.cpu;
const perSecond = (figure: Figure): number => figure.perSecond;

async function measureCall(): Promise<Row[]> {
  const names = Object.keys(groups.callVariants);
  const rounds = [{ calls: 1_500, flying: 1, times: 31 }];
  const [figures] = await interleave({ group: 'callVariants', names, rounds });
  if (figures === undefined) return [];
  const over = (name: string, floor: string): string =>
    `${ratio(figures, name, floor, cpu).toFixed(2)}×`;
  const row = (what: string, floor: string, budget?: string): Row => ({
    what: `CPU of \`insights()\` on a stubbed fetch, over ${what}`,
    seen: `${over('insights()', floor)} (${of(figures, 'insights()', cpu)} over ${of(figures, floor, cpu)} µs)`,
    ...(budget !== undefined && { budget }),
    ...(hasOfficial && { official: over(official, floor) }),
  });
  return [
    row('`JSON.stringify` and `Response.json`', 'floor', '≤ 1.7×'),
    row('the same with a timeout', 'floor with a timeout'),
  ];
}

/** At 16 and 64 in flight, over raw fetch with the timeout that every program needs. */
async function measureLoopback(): Promise<Row[]> {
  const server = start('server.ts');
  try {
    const baseUrl = `http://127.0.0.1:${String(await message(server))}`;
    const names = Object.keys(groups.loopbackVariants);
    // Short ones: a machine that is shared with others changes its speed from second to second.
    const rounds = [16, 64].map((flying) => ({ calls: 500, flying, times: 31 }));
    const results = await interleave({ group: 'loopbackVariants', names, baseUrl, rounds });
    return results.flatMap((figures, at) => {
      const flying = rounds[at]?.flying ?? NaN;
      const floor = 'fetch with a timeout';
      const rates = (name: string, budget?: string): Row => ({
        what: `calls a second on loopback, ${flying} in flight: \`${name}\` over raw fetch`,
        seen: `${ratio(figures, name, floor, perSecond).toFixed(2)}× (${of(figures, name, perSecond)} over ${of(figures, floor, perSecond)} /s; CPU ${ratio(figures, name, floor, cpu).toFixed(2)}×)`,
        ...(budget !== undefined && { budget }),
        ...(hasOfficial && {
          official: `${ratio(figures, official, floor, perSecond).toFixed(2)}×`,
        }),
      });
      return [rates('insights()', '≥ 0.8×'), rates('insights() with undiciFetch()', '≥ 2.2×')];
    });
  } finally {
    server.kill();
  }
}

interface Compared {
  readonly variant: string;
  readonly what: string;
  readonly budget?: string;
}

async function measureCpu(
  group: keyof typeof groups,
  floor: string,
  times: number,
  calls: number,
  compared: readonly Compared[],
): Promise<Row[]> {
  const names = Object.keys(groups[group]);
  const [figures] = await interleave({ group, names, rounds: [{ calls, flying: 1, times }] });
  if (figures === undefined) return [];
  const isTheirs = floor === official || !names.includes(official);
  return compared.map(({ variant, what, budget }) => ({
    what: `${what}, over ${floor === official ? 'the official client' : `\`${floor}\``}`,
    seen: `${ratio(figures, variant, floor, cpu).toFixed(2)}× (${of(figures, variant, cpu)} µs)`,
    ...(budget !== undefined && { budget }),
    ...(!isTheirs && { official: `${ratio(figures, official, floor, cpu).toFixed(2)}×` }),
  }));
}

function of(figures: Figures, name: string, figure: (figure: Figure) => number): string {
  const value = median((figures.get(name) ?? []).map(figure));
  return value.toFixed(value < 100 ? 1 : 0);
}

export const officialName: string = hasOfficial
  ? `official client ${officialVersion()}`
  : 'official client (npm run check:oracles installs it)';
