/** Decoding a full Factors answer against JSON.parse of the same text, in turn in one process. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factors } from '../generated/tables.ts';
import { decode } from '../src/response/decode.ts';

const ROUNDS = 60;
const CALLS = 1_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = readFileSync(join(root, 'spec/examples/factors-response.json'), 'utf8');
const text = JSON.stringify((JSON.parse(example) as { value: unknown }).value);
const wire = JSON.parse(text) as object;

let sink: unknown;
const tasks = {
  'JSON.parse': () => (sink = JSON.parse(text) as unknown),
  decode: () => (sink = decode(wire, factors, { locales: ['en'] })),
  'both, as a call does': () =>
    (sink = decode(JSON.parse(text) as object, factors, { locales: ['de', 'en'] })),
};

const figures = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
for (let round = -10; round < ROUNDS; round += 1) {
  for (const [name, task] of Object.entries(tasks)) {
    const started = process.hrtime.bigint();
    for (let call = 0; call < CALLS; call += 1) task();
    const spent = Number(process.hrtime.bigint() - started) / 1e3 / CALLS;
    if (round >= 0) figures.get(name)?.push(spent); // the first rounds warm the optimiser
  }
}
if (sink === undefined) throw new Error('nothing was decoded');

const median = (list: number[]): number =>
  list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
const parse = median(figures.get('JSON.parse') ?? []);
console.log(`answer of ${Buffer.byteLength(text)} bytes, median of ${ROUNDS} × ${CALLS} calls`);
for (const [name, list] of figures) {
  const spent = median(list);
  console.log(
    `${name.padEnd(22)} ${spent.toFixed(2)} µs  ${(spent / parse).toFixed(2)}× JSON.parse`,
  );
}
