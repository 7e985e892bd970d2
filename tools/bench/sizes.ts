/** How large `score()` is in a bundle, and the package on disk. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { hasOfficial, officialEntry } from './official.ts';
import { root } from './samples.ts';
import type { Row } from './row.ts';

export async function measureSizes(): Promise<Row[]> {
  const ours = `import { MinFraud } from './dist/index.mjs'; globalThis.score = (o, t) => new MinFraud(o).score(t);`;
  const theirs = `import { Client } from ${JSON.stringify(officialEntry)}; globalThis.score = (t) => new Client('1', '').score(t);`;
  return [
    {
      what: '`score()` bundled with everything that it needs, gzip',
      seen: kilobytes(await bundled(ours)),
      ...(hasOfficial && { official: kilobytes(await bundled(theirs)) }),
    },
    {
      what: '`minfraud-sdk` installed with its dependencies, without guides',
      seen: `${kilobytes(unpacked(root, isCode) + dependencies())}, and ${kilobytes(unpacked(root, (path) => !isCode(path)))} of guides`,
      budget: '≤ 2,500 kB',
    },
  ];
}

async function bundled(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** What npm packs of a package. */
function unpacked(folder: string, counts: (path: string) => boolean): number {
  const args = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const text = execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });
  const [packed] = JSON.parse(text) as [{ files: { path: string; size: number }[] }];
  return packed.files.filter(({ path }) => counts(path)).reduce((sum, { size }) => sum + size, 0);
}

/** All that is installed of them, and of theirs. */
function dependencies(): number {
  const list = execFileSync(
    'npm',
    [
      'ls',
      '--omit=dev',
      '--omit=optional',
      '--omit=peer',
      '--all',
      '--parseable',
      '--workspaces=false',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const folders = list
    .trim()
    .split('\n')
    .filter((folder) => folder.includes('node_modules'));
  return folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The rest is for people: guides, examples, notices. */
function isCode(path: string): boolean {
  return path === 'package.json' || path.startsWith('dist/');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 1e5 ? 1 : 0)} kB`;
}
