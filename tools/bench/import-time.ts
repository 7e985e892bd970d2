/** What importing an entry of the built package costs, over an empty script, in turn with it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './interleave.ts';
import { hasOfficial, officialEntry } from './official.ts';
import { root } from './samples.ts';
import type { Row } from './row.ts';

const rounds = 41;
const entries = ['index', 'legacy/index', 'alerts/index', 'device/index', 'wire'];

/** Milliseconds of wall clock and of CPU. */
interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export function measureImports(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-import-'));
  try {
    const imported: [name: string, file: string][] = entries.map((entry) => [
      entry,
      join(root, 'dist', `${entry}.mjs`),
    ]);
    if (hasOfficial) imported.push(['official', officialEntry]);
    const missing = imported.find(([, file]) => !existsSync(file));
    if (missing !== undefined) throw new Error(`${missing[1]} is missing: run npm run build.`);
    const scripts = new Map([['empty', write(folder, 'empty', '')]]);
    for (const [name, file] of imported) {
      scripts.set(name, write(folder, name, `import ${JSON.stringify(pathToFileURL(file).href)};`));
    }
    const spent = new Map<string, Spent[]>([...scripts.keys()].map((name) => [name, []]));
    for (let round = -1; round < rounds; round += 1) {
      for (const [name, script] of scripts) {
        const figure = run(script);
        if (round >= 0) spent.get(name)?.push(figure); // the first round fills the disk cache
      }
    }
    return entries.map((entry) => ({
      what: `import of \`${nameOf(entry)}\`, over the time of an empty script`,
      seen: `${share(spent, entry)}× (${added(spent, entry, 'wall')} ms, CPU ${added(spent, entry, 'cpu')} ms)`,
      ...(entry === 'index' && { budget: '≤ 0.2×' }),
      ...(hasOfficial && entry === 'index' && { official: `${share(spent, 'official')}×` }),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The share of the empty script's own time that an import adds to it. */
function share(spent: ReadonlyMap<string, Spent[]>, name: string): string {
  const empty = median((spent.get('empty') ?? []).map(({ wall }) => wall));
  return (difference(spent, name, 'wall') / empty).toFixed(2);
}

function added(spent: ReadonlyMap<string, Spent[]>, name: string, of: keyof Spent): string {
  const middle = difference(spent, name, of);
  return `${middle < 0 ? '' : '+'}${middle.toFixed(1)}`;
}

/** The median difference to the empty script in the same round. */
function difference(spent: ReadonlyMap<string, Spent[]>, name: string, of: keyof Spent): number {
  const empty = spent.get('empty') ?? [];
  const differences = (spent.get(name) ?? []).map(
    (figure, round) => figure[of] - (empty[round]?.[of] ?? NaN),
  );
  return median(differences);
}

function write(folder: string, name: string, code: string): string {
  const file = join(folder, `${name.replace('/', '-')}.mjs`);
  const report =
    'const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));';
  writeFileSync(file, `${code}\n${report}\n`);
  return file;
}

function run(script: string): Spent {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { wall: performance.now() - started, cpu: Number(stdout) };
}

function nameOf(entry: string): string {
  const path = entry.replace(/\/?index$/, '');
  return path === '' ? 'minfraud-sdk' : `minfraud-sdk/${path}`;
}
