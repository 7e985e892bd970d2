/**
 * `npm run languages`: generates a client in every language from generated/openapi-3.0.json, by the
 * commands of docs/other-languages.md, and compares what it sends and reads with the TypeScript SDK.
 * `npm run languages -- go` takes the clients whose names begin so.
 */
import { spawnSync } from 'node:child_process';
import { clients, type LanguageClient, type Need } from './clients.ts';
import { printReference } from './reference.ts';
import { startService } from './scenario.ts';
import { type Exchange, sent, type Trial, tryClient } from './try-client.ts';

const asked = process.argv.slice(2);
const chosen = clients.filter(
  ({ name }) => asked.length === 0 || asked.some((begin) => name.startsWith(begin)),
);
if (chosen.length === 0) {
  console.error(`Choose among ${clients.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const expected = await referenceExchange();
const trials: Trial[] = [];
for (const client of chosen) {
  const missing = client.needs.filter((need) => !isThere(need));
  const trial = missing.length > 0 ? lacking(client, missing) : await tryClient(client, expected);
  trials.push(trial);
  report(trial);
}
table(trials);
const failed = trials.filter(({ problems }) => problems.length > 0).length;
console.log(`${trials.length - failed} passed, ${failed} failed`);
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

function lacking({ name }: LanguageClient, missing: readonly Need[]): Trial {
  const what = missing.map((need) => `${need.name} (${need.remedy})`).join(' and ');
  return { name, seconds: {}, passed: [], excused: [], problems: [`this machine lacks ${what}`] };
}

function report({ name, excused, problems }: Trial): void {
  console.log(`${name}: ${problems.length === 0 ? 'ok' : 'FAILED'}`);
  for (const { place, reason } of excused) console.log(`  excused, ${place.source}: ${reason}`);
  for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`);
}

function table(rows: readonly Trial[]): void {
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
