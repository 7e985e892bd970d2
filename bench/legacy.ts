/** Parsing a premium Legacy answer against a plain decode-and-scan of the same bytes, in turn in one process. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLegacyResponse } from '../src/legacy/parse.ts';

const ROUNDS = 60;
const CALLS = 1_000;
const file = new URL('../spec/examples/legacy-premium.yaml', import.meta.url);
const { value: text } = parse(readFileSync(file, 'utf8')) as { value: string };
const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
const decoder = new TextDecoder('latin1');

/** What everybody writes: right but for the bytes 0x80 to 0x9F, and all values are text. */
function plain(): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of decoder.decode(bytes).split(';')) {
    const equals = field.indexOf('=');
    fields[field.slice(0, equals)] = field.slice(equals + 1);
  }
  return fields;
}

let sink: unknown;
const tasks = {
  'plain decode-and-scan': () => (sink = plain()),
  parseLegacyResponse: () => (sink = parseLegacyResponse(bytes)),
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
if (sink === undefined) throw new Error('nothing was parsed');

const median = (list: number[]): number =>
  list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
const scan = median(figures.get('plain decode-and-scan') ?? []);
console.log(`answer of ${bytes.length} bytes, median of ${ROUNDS} × ${CALLS} calls; budget 3×`);
for (const [name, list] of figures) {
  const spent = median(list);
  console.log(`${name.padEnd(22)} ${spent.toFixed(2)} µs  ${(spent / scan).toFixed(2)}× plain`);
}
