/**
 * Checking, encoding and writing a full transaction, against JSON.stringify of its wire form and against
 * building and writing it with the official JavaScript client, in turn in one process.
 * `tsx bench/encode.ts [directory of another version of that client]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Transaction } from '../generated/models/index.ts';
import { scoreOperation } from '../generated/operations.ts';
import { transaction } from '../generated/tables.ts';
import { encode } from '../src/request/encode.ts';
import { prepareTransaction, toJson } from '../src/request/prepare.ts';
import { modelOf } from '../test/request/model-of.ts';

const ROUNDS = 300;
const CALLS = 100;
/** What each may take at most of what it is compared with. */
const bars = new Map([
  ['encode', 1.5],
  ['prepareTransaction', 0.3],
]);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = readFileSync(join(root, 'spec/examples/transaction-full.yaml'), 'utf8');
const text = JSON.stringify((parse(example) as { value: unknown }).value);
// Parsed from JSON, both: objects that were built key by key would be slower to read.
const wire: unknown = JSON.parse(text);
const request = JSON.parse(JSON.stringify(modelOf(wire, transaction))) as Transaction;

let sink = 0;
const tasks = new Map<string, () => string | object>([
  ['JSON.stringify', () => JSON.stringify(wire)],
  ['encode', () => encode(request, transaction, 'drop').wire],
  ['encode, unchecked', () => encode(request, transaction, 'send').wire],
  ['prepareTransaction', prepared],
]);
const official = await officialClient();
if (official) tasks.set('official client', official);

// The best of many short rounds: what else the machine does only ever adds to a round.
const best = new Map<string, number>();
for (let round = -30; round < ROUNDS; round += 1) {
  for (const [name, task] of tasks) {
    const started = performance.now();
    for (let call = 0; call < CALLS; call += 1) sink += typeof task() === 'string' ? 1 : 2;
    const spent = ((performance.now() - started) / CALLS) * 1e3;
    if (round >= 0) best.set(name, Math.min(spent, best.get(name) ?? Infinity));
  }
}
if (sink === 0) throw new Error('nothing was encoded');

const stringify = best.get('JSON.stringify') ?? NaN;
const reference = best.get('official client');
console.log(`transaction of ${Buffer.byteLength(text)} bytes, best of ${ROUNDS} × ${CALLS} calls`);
for (const [name, spent] of best) {
  const ratio = name === 'prepareTransaction' && reference ? spent / reference : spent / stringify;
  const over = name === 'prepareTransaction' && reference ? 'official client' : 'JSON.stringify';
  const bar = bars.has(name) ? ` (bar ${String(bars.get(name))}×)` : '';
  console.log(
    `${name.padEnd(20)} ${spent.toFixed(2).padStart(7)} µs  ${ratio.toFixed(2)}× ${over}${bar}`,
  );
}
if (!official)
  console.log('The official client is missing for a ratio: npm run oracles installs it.');

function prepared(): string {
  const settings = { invalid: 'drop', hashEmail: false } as const;
  const { wire } = prepareTransaction(request, scoreOperation, settings);
  return toJson(wire, scoreOperation.bodyLimit);
}

/** Builds the same transaction with the official client and writes it. */
async function officialClient(): Promise<(() => string) | undefined> {
  const pinned = join(root, 'oracles/javascript/node_modules/@maxmind/minfraud-api-node');
  const directory = resolve(process.argv[2] ?? pinned);
  if (!existsSync(directory)) return undefined;
  const entry = createRequire(import.meta.url).resolve(directory);
  const loaded = (await import(entry)) as { default?: Classes } & Classes;
  const classes = loaded.default ?? loaded;
  const { shoppingCart = [], customInputs = {}, event = {}, order = {}, ...parts } = request;
  const time = new Date(event.time ?? 0);
  const referrerUri = new URL(order.referrerUri ?? 'https://www.example.com');
  return () => {
    const built: Record<string, unknown> = {
      event: make(classes, 'Event', { ...event, time }),
      order: make(classes, 'Order', { ...order, referrerUri }),
      shoppingCart: shoppingCart.map((item) => make(classes, 'ShoppingCartItem', item)),
      customInputs: Object.entries(customInputs).map(([key, value]) =>
        make(classes, 'CustomInput', key, value),
      ),
    };
    for (const [name, values] of Object.entries(parts)) {
      built[name] = make(classes, name.charAt(0).toUpperCase() + name.slice(1), values);
    }
    const transaction: { toString: () => string } = make(classes, 'Transaction', built);
    return transaction.toString();
  };
}

type Classes = Readonly<Record<string, unknown>>;

function make(classes: Classes, name: string, ...values: unknown[]): object {
  const Part = classes[name] as new (...values: unknown[]) => object;
  return new Part(...values);
}
