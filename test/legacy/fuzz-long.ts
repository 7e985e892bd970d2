/**
 * Feeds the parsers mutated bodies for as long as it takes:
 * `npx tsx test/legacy/fuzz-long.ts [count = 1,000,000] [seed]`.
 */
import { example, legacyExamples, proxyExamples } from './bodies.ts';
import { examine, mutate, randomOf } from './mutate.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_007);
const random = randomOf(seed);
const bodies = [...legacyExamples, ...proxyExamples].map(example);
const started = performance.now();
let results = 0;
for (let round = 0; round < count; round++) {
  const body = bodies[round % bodies.length] ?? '';
  try {
    for (const verdict of examine(mutate(body, random, bodies)))
      if (verdict === 'result') results++;
  } catch (error) {
    console.error(`seed ${seed}, round ${round}`);
    throw error;
  }
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} mutated bodies, both parsers, from text and from bytes: ${results} results, ${2 * count - results} errors of the tree, no crash (seed ${seed}, ${seconds.toFixed(1)} s)`,
);
