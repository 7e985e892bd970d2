/** Bundlers: what each makes of the conformance program runs where it was made for. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { conformInPage } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { conformFile } from './in-process.mjs';
import { newerNode } from './tools.mjs';
import { conformInWorker } from './workers.mjs';

const bundlers = ['esbuild', 'rolldown', 'webpack', 'vite'];

const targets = [
  ['node, ES modules', 'conformance.mjs', 'node', ofNode],
  ['node, CommonJS', 'conformance.cjs', 'node-cjs', ofNode],
  ['browser', 'page.mjs', 'browser', conformInPage],
  ['worker', 'worker.mjs', 'worker', conformInWorker],
];

export const bundling = bundlers.flatMap((bundler) =>
  targets.map(([script, entry, target, conformIn]) => ({
    runtime: bundler,
    script,
    check: async ({ project, expected }) => {
      // Away from node_modules: a bundle must be whole.
      const out = join(project.apart, `${bundler}-${entry}`);
      mkdirSync(out, { recursive: true });
      const made = await bundle(
        bundler,
        join(project.folder, entry),
        target,
        join(out, target === 'node-cjs' ? 'bundle.cjs' : 'bundle.mjs'),
      );
      return conformIn(made, project, expected);
    },
  })),
);

function ofNode(file, project, expected) {
  return conformFile(project, [newerNode()], file, expected);
}
