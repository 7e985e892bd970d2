/**
 * `npm run check:languages`: checks the documents with validators and Schemathesis, generates a client in every language from generated/openapi-3.0.json, by the
 * commands of docs/other-languages.md, and compares what it sends and reads with the TypeScript SDK.
 * `npm run check:languages -- go` takes the clients whose names begin so.
 */
import { spawnSync } from 'node:child_process';
import { type Check, checks } from './checks.ts';
import { clients, type Need } from './clients.ts';
import { printReference } from './reference.ts';
import { startService } from './scenario.ts';
import { type Exchange, sent, type Trial, tryClient } from './try-client.ts';

const expected = await referenceExchange();
const all: readonly Check[] = [
  ...checks,
  ...clients.map((client) => ({ ...client, run: () => tryClient(client, expected) })),
];
const asked = process.argv.slice(2);
const chosen = all.filter(
  ({ name }) => asked.length === 0 || asked.some((begin) => name.startsWith(begin)),
);
if (chosen.length === 0) {
  console.error(`Choose among ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const trials: Trial[] = [];
for (const check of chosen) {
  const missing = check.needs.filter((need) => !isThere(need));
  const trial = missing.length > 0 ? lacking(check, missing) : await check.run();
  trials.push(trial);
  report(trial);
}
table(trials.filter(({ name }) => clients.some((client) => client.name === name)));
const failed = trials.filter(({ problems }) => problems.length > 0).length;
console.log(`\n${trials.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

async function referenceExchange(): Promise<Exchange> {
  const service = await startService();
  try {
    const printed = await printReference(service);
    return { printed, requests: service.requests.map(sent) };
  } finally {
    await service.close();
  }
}

function isThere({ command: [program = '', ...args] }: Need): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function lacking({ name }: Check, missing: readonly Need[]): Trial {
  const what = missing.map((need) => `${need.name} (${need.remedy})`).join(' and ');
  return { name, seconds: {}, passed: [], excused: [], problems: [`this machine lacks ${what}`] };
}

function report({ name, seconds, excused, problems }: Trial): void {
  const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  console.log(`${name}: ${problems.length === 0 ? 'ok' : 'FAILED'}, ${total.toFixed(0)} s`);
  for (const { place, reason } of excused) console.log(`  excused, ${place.source}: ${reason}`);
  for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`);
}

function table(rows: readonly Trial[]): void {
  if (rows.length === 0) return;
  const yes = (row: Trial, step: string): string => {
    const seconds = row.seconds[step];
    const time = seconds === undefined ? '' : ` ${seconds.toFixed(0)} s`;
    return (row.passed.includes(step) ? 'yes' : 'no') + time;
  };
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`\n${'client'.padEnd(width)}  generates   compiles    scores      equal`);
  for (const row of rows) {
    const cells = ['generate', 'compile', 'run'].map((step) => yes(row, step).padEnd(10));
    console.log(`${row.name.padEnd(width)}  ${cells.join('  ')}  ${yes(row, 'equal')}`);
  }
}
