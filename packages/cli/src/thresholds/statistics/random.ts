/** Random numbers that are the same for the same seed. */

export interface Random {
  /** From 0 to below 1. */
  readonly uniform: () => number;
  readonly poisson: (mean: number) => number;
}

/** Above this mean the normal distribution stands in: its error is far below that of 1,000 replicates. */
const largeMean = 40;

/** sfc32 by Chris Doty-Humphrey (PractRand), which passes BigCrush. */
export function seeded(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const uniform = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) uniform();

  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

  const poisson = (mean: number): number => {
    if (mean > largeMean) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const { sums, starts } = distributionOf(mean);
    const drawn = uniform();
    let count = starts[Math.floor(drawn * starts.length)] ?? 0;
    while (drawn >= (sums[count] ?? 1)) count++;
    return count;
  };
  return { uniform, poisson };
}

/** Of Poisson numbers with one mean. */
interface Distribution {
  /** How likely each number or a smaller one is. */
  readonly sums: Float64Array;
  /** The number to start from, for each part of what may be drawn. */
  readonly starts: Uint8Array;
}

const distributions = new Map<number, Distribution>();

/** Kept: to sum up anew for each draw makes 200 segments of a million orders take a minute in place of seconds. */
function distributionOf(mean: number): Distribution {
  const known = distributions.get(mean);
  if (known !== undefined) return known;
  let probability = Math.exp(-mean);
  let sum = 0;
  const sums = Float64Array.from({ length: 4 * largeMean }, (_, count) => {
    if (count > 0) probability *= mean / count;
    sum += probability;
    return sum;
  });
  const starts = Uint8Array.from({ length: 256 }, (_, part) =>
    sums.findIndex((most) => most > part / 256),
  );
  const made = { sums, starts };
  distributions.set(mean, made);
  return made;
}
