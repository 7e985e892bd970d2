/**
 * `npm run bench`: measures all topics, or those named, and prints a table in Markdown. With `--write` the
 * table of docs/performance.md is replaced by it. `npm run bench -- scale` and `npm run bench -- soak` need
 * a quiet machine for minutes, so they run only by name.
 */
import { loadavg } from 'node:os';
import { asWritten, machine, tableLine, writeFigures } from './page.ts';
import { refuse } from './refuse.ts';
import type { Row } from './row.ts';
import { scale } from './scale.ts';
import { soak } from './soak.ts';
import { officialName, topics } from './topics.ts';

/** What is measured by itself, by name. */
const alone: Readonly<Record<string, (given: readonly string[]) => Promise<void>>> = {
  scale,
  soak,
};

const [first = '', ...rest] = process.argv.slice(2);
await (Object.hasOwn(alone, first) ? alone[first]?.(rest) : measureTopics([first, ...rest]));

async function measureTopics(given: readonly string[]): Promise<void> {
  const write = given.includes('--write');
  const wanted = given.filter((name) => name !== '' && name !== '--write');
  const unknown = wanted.filter((name) => !Object.hasOwn(topics, name));
  if (unknown.length > 0) {
    const names = Object.keys(topics).join(', ');
    refuse(
      `No benchmark is called ${unknown.join(' or ')}: give ${names}, or first of all ${Object.keys(alone).join(' or ')}.`,
    );
  }
  if (write && wanted.length > 0) refuse('--write needs all benchmarks: name none.');
  const rows: Row[] = [];
  const loads = [loadavg()[0] ?? NaN];
  for (const [name, measure] of Object.entries(topics)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`measuring ${name} …`);
    rows.push(...(await measure()));
    loads.push(loadavg()[0] ?? NaN);
  }
  const text = await asWritten(machine(loads), table(rows));
  console.log(text);
  if (write) writeFigures('figures', text);
}

function table(rows: readonly Row[]): string {
  return [
    tableLine('what', 'seen', 'budget', officialName),
    tableLine('---', '---', '---', '---'),
    ...rows.map(({ what, seen, budget = '', official = '' }) =>
      tableLine(what, seen, budget, official),
    ),
  ].join('\n');
}
