/** The process of one variant: makes it, warms it up, and runs a round whenever it is asked to. */
import { makeCalls, quantile, type Round } from './in-flight.ts';
import * as groups from './variants.ts';

/** A round to measure. */
export interface MeasuredRound extends Round {
  /** Whether each call is timed. */
  readonly timed?: boolean;
}

/** What a round took. */
export interface Figure {
  /** Microseconds of CPU a call, of this process. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Milliseconds that half of the calls did not exceed. Absent where calls are not timed. */
  readonly p50?: number;
  /** Milliseconds that 99 of 100 calls did not exceed. Absent where calls are not timed. */
  readonly p99?: number;
}

/** Before this many calls the figures are those of the compiler. */
const warmUp = 7_000;

const [group = '', name = '', baseUrl = ''] = process.argv.slice(2);

// Some clients reject with plain objects, which Node does not print.
process.on('unhandledRejection', (error) => {
  console.error(`${name} failed:`, error);
  process.exit(1);
});

const variants = groups[group as keyof typeof groups];
const make = variants[name];
if (make === undefined) throw new Error(`There is no variant ${name} in ${group}.`);
const call = await make(baseUrl);

process.on('message', (round: MeasuredRound) => {
  void measure(round).then((figure) => process.send?.(figure));
});
void warm().then(() => process.send?.('ready'));

async function warm(): Promise<void> {
  for (const flying of [1, 16]) await makeCalls(call, { calls: warmUp / 2, flying });
  await measure({ calls: 400, flying: 16 });
}

async function measure(round: MeasuredRound): Promise<Figure> {
  const took = round.timed === true ? new Float64Array(round.calls) : undefined;
  const started = performance.now();
  const before = process.cpuUsage();
  const kept = await makeCalls(call, round, took);
  const { user, system } = process.cpuUsage(before);
  const perSecond = (round.calls * 1000) / (performance.now() - started);
  if (kept === undefined) throw new Error(`${name} returns nothing.`);
  return {
    cpu: (user + system) / round.calls,
    perSecond,
    ...(took !== undefined && { p50: quantile(took, 0.5), p99: quantile(took, 0.99) }),
  };
}
