/** Runs every benchmark of this folder, one process each, so that none warms another's caches. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== basename(import.meta.url))
  .filter((name) => wanted.length === 0 || wanted.includes(basename(name, '.ts')))
  .sort();

if (files.length === 0) {
  console.error(`No benchmark is called ${wanted.join(' or ')}.`);
  process.exit(1);
}

const failed = files.filter((name) => {
  console.log(`\n# ${basename(name, '.ts')}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(folder, name)], {
    stdio: 'inherit',
  });
  return status !== 0;
});

if (failed.length > 0) {
  console.error(`\nDid not finish: ${failed.join(', ')}`);
  process.exit(1);
}
