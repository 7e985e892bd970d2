/** Bundles one file by one of the bundlers, in a process of its own. */
import { join } from 'node:path';
import { run } from './processes.mjs';
import { folder, newerNode } from './tools.mjs';

/** `target` is `node`, `node-cjs`, `browser` or `worker`. Gives the path of the bundle. */
export async function bundle(bundler, entry, target, outfile) {
  const host = join(folder, 'bundlers', `${bundler}.mjs`);
  await run(newerNode(), [host, JSON.stringify({ entry, target, outfile })], { cwd: folder });
  return outfile;
}
