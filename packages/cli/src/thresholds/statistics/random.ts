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
    let left = uniform();
    let probability = Math.exp(-mean);
    let count = 0;
    while (left > probability && count < 200) {
      left -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  };
  return { uniform, poisson };
}
