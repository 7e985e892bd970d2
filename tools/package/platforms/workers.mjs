/** Workers, on workerd itself: the conformance program bundled, and the examples of docs/edge.md. */
import { conform } from './conform.mjs';
import { startServer } from './processes.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { folder, newerNode } from './tools.mjs';

/** Starts a bundled Worker. */
export function startWorker(script, options = {}) {
  const host = join(folder, 'worker-host.mjs');
  const args = [host, script, JSON.stringify(options)];
  return startServer(newerNode(), args, /listening at (\S+)/, { cwd: folder });
}

/** The note of a conformance run in a Worker. */
export async function conformInWorker(script, project, expected) {
  const worker = await startWorker(script);
  try {
    const perform = async (service) => {
      const answer = await fetch(worker.url, { method: 'POST', body: JSON.stringify(service) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      return JSON.parse(text);
    };
    return (await conform(project, perform, expected)).note;
  } finally {
    await worker.stop();
  }
}

export const conformanceInWorkers = ['mjs', 'cjs'].map((extension) => ({
  runtime: 'workerd',
  script: `conformance, ${extension === 'mjs' ? 'ESM' : 'CommonJS'}`,
  check: async ({ project, expected }) => {
    const outfile = join(project.apart, `worker-${extension}`, 'worker.mjs');
    // A Worker itself is an ES module, which may load CommonJS.
    const entry = join(project.folder, `worker-of-${extension}.mjs`);
    const worker = extension === 'mjs' ? 'loaded' : 'loaded.default';
    writeFileSync(
      entry,
      `import loaded from './worker.${extension}';\nexport default ${worker};\n`,
    );
    // As Wrangler does, which bundles by esbuild.
    await bundle('esbuild', entry, 'worker', outfile);
    return conformInWorker(outfile, project, expected);
  },
}));
