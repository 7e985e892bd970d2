/** The process of one variant: makes it, warms it up, and runs a round whenever it is asked to. */
import * as groups from './variants.ts';

/** A round to run. */
export interface Round {
  readonly calls: number;
  readonly flying: number;
}

/** What a round took. */
export interface Figure {
  /** Microseconds of CPU a call, of this process. */
  readonly cpu: number;
  readonly perSecond: number;
}

/** Before this many calls the figures are those of the compiler. */
const warmUp = 7_000;

let kept: unknown;

const [group = '', name = '', baseUrl = ''] = process.argv.slice(2);
const variants = groups[group as keyof typeof groups];
const make = variants[name];
if (make === undefined) throw new Error(`There is no variant ${name} in ${group}.`);
const call = await make(baseUrl);

process.on('message', (round: Round) => {
  void measure(round).then((figure) => process.send?.(figure));
});
for (const flying of [1, 16]) await run({ calls: warmUp / 2, flying });
await measure({ calls: 400, flying: 16 });
if (kept === undefined) throw new Error(`${name} returns nothing.`);
process.send?.('ready');

async function measure(round: Round): Promise<Figure> {
  const started = performance.now();
  const before = process.cpuUsage();
  await run(round);
  const { user, system } = process.cpuUsage(before);
  const perSecond = (round.calls * 1000) / (performance.now() - started);
  return { cpu: (user + system) / round.calls, perSecond };
}

async function run({ calls, flying }: Round): Promise<void> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const result = call();
      // A variant that does not wait is not made to.
      kept = result instanceof Promise ? await result : result;
    }
  };
  await Promise.all(Array.from({ length: flying }, worker));
}
