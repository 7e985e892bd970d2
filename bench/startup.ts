/** What importing an entry of the built package costs, over an empty script, in turn with it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROUNDS = 21;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entries = ['index', 'legacy/index', 'alerts/index', 'wire'];

function milliseconds(script: string): number {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const median = (figures: number[]): number =>
  figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;

if (!existsSync(join(root, 'dist', 'index.mjs'))) {
  console.log('Not measured: run `npm run build` first.');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-startup-'));
  try {
    const scripts = new Map([['(empty script)', join(folder, 'empty.mjs')]]);
    writeFileSync(join(folder, 'empty.mjs'), '');
    for (const entry of entries) {
      const script = join(folder, `${entry.replace('/', '-')}.mjs`);
      const url = pathToFileURL(join(root, 'dist', `${entry}.mjs`)).href;
      writeFileSync(script, `import ${JSON.stringify(url)};\n`);
      scripts.set(entry, script);
    }
    const figures = new Map([...scripts.keys()].map((name) => [name, [] as number[]]));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const [name, script] of scripts) {
        const spent = milliseconds(script);
        if (round >= 0) figures.get(name)?.push(spent); // the first round warms the disk cache
      }
    }
    const empty = median(figures.get('(empty script)') ?? []);
    for (const entry of entries) {
      const added = median(figures.get(entry) ?? []) - empty;
      console.log(`import ${entry.padEnd(14)} +${added.toFixed(1)} ms over ${empty.toFixed(1)} ms`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
