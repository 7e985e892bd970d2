/**
 * `npm run bench`: measures everything, or what is named, and prints a table in Markdown. With `--write`
 * the table of docs/performance.md is replaced by it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './samples.ts';
import type { Row } from './row.ts';
import { officialName, topics } from './topics.ts';

const given = process.argv.slice(2);
const write = given.includes('--write');
const wanted = given.filter((name) => name !== '--write');
const unknown = wanted.filter((name) => !Object.hasOwn(topics, name));
if (unknown.length > 0 || (write && wanted.length > 0)) {
  console.error(
    unknown.length > 0
      ? `No benchmark is called ${unknown.join(' or ')}: give ${Object.keys(topics).join(', ')}.`
      : '--write needs all benchmarks: name none.',
  );
  process.exit(1);
}

const rows: Row[] = [];
const loads = [loadavg()[0] ?? NaN];
for (const [name, measure] of Object.entries(topics)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await measure()));
  loads.push(loadavg()[0] ?? NaN);
}

const text = await format(`${machine()}\n\n${table()}\n`, { parser: 'markdown', printWidth: 100 });
console.log(text);
if (write) {
  const file = join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const marked = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- end -->)/;
  if (!marked.test(page)) throw new Error(`${file} has no place for the table.`);
  writeFileSync(
    file,
    page.replace(marked, () => `\n${text}\n`),
  );
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  return (
    `Node ${process.versions.node} on ${process.platform} ${arch()}, ${cpus().length} cores (${model}), ` +
    `load average ${least}–${most} while measuring, ${new Date().toISOString().slice(0, 10)}.`
  );
}

function table(): string {
  const line = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line('what', 'seen', 'budget', officialName),
    line('---', '---', '---', '---'),
    ...rows.map(({ what, seen, budget = '', official = '' }) => line(what, seen, budget, official)),
  ].join('\n');
}
