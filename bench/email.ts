/** Hashing e-mail addresses with our code and with the official JavaScript client, in turn in one process. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses } from '../oracles/addresses.ts';
import { hashEmail, normalizeEmail } from '../src/email/index.ts';

const ROUNDS = 15;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The parts of the official client that are timed. */
interface Official {
  readonly Email: new (values: { address: string; hashAddress: boolean }) => { address: string };
}

const directory = join(root, 'oracles/javascript/node_modules/@maxmind/minfraud-api-node');
const official = existsSync(directory)
  ? (createRequire(import.meta.url)(directory) as Official)
  : undefined;
const officialHash = (address: string): string | undefined => {
  try {
    return official && new official.Email({ address, hashAddress: true }).address;
  } catch {
    return undefined; // an address that it refuses
  }
};

// Addresses that both take, so that neither is timed while it throws.
const taken = addresses(16_000, 1).filter(
  (address) => official === undefined || officialHash(address) !== undefined,
);
const asked = taken.slice(0, 10_000);

let sink = 0;
const tasks = new Map<string, (address: string) => string | undefined>([
  ['hashEmail', hashEmail],
  ['normalizeEmail alone', normalizeEmail],
]);
if (official) tasks.set('official client', officialHash);

const figures = new Map([...tasks.keys()].map((name) => [name, [] as number[]]));
for (let round = -3; round < ROUNDS; round += 1) {
  for (const [name, task] of tasks) {
    const started = process.hrtime.bigint();
    for (const address of asked) sink += task(address)?.length ?? 0;
    const spent = Number(process.hrtime.bigint() - started) / 1e3 / asked.length;
    if (round >= 0) figures.get(name)?.push(spent); // the first rounds warm the optimiser
  }
}
if (sink === 0) throw new Error('nothing was hashed');

const median = (list: number[]): number =>
  list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
const reference = median(figures.get('official client') ?? []);
console.log(`${asked.length} addresses, median of ${ROUNDS} rounds`);
for (const [name, list] of figures) {
  const spent = median(list);
  const ratio = official ? `  ${(spent / reference).toFixed(2)}× official client` : '';
  console.log(`${name.padEnd(22)} ${spent.toFixed(2)} µs${ratio}`);
}
if (!official)
  console.log('The official client is missing for a ratio: npm run oracles installs it.');
