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
export async function conformInWorker(script, project, expected, options) {
  const worker = await startWorker(script, options);
  try {
    const perform = async (service) => {
      const response = await fetch(worker.url, { method: 'POST', body: JSON.stringify(service) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      return JSON.parse(text);
    };
    return (await conform(project, perform, expected)).note;
  } finally {
    await worker.stop();
  }
}

/** As Wrangler does, which bundles by esbuild. Gives the bundle, which nothing else uses. */
async function bundledWorker({ folder, apart }, extension, name) {
  const entry = join(folder, `worker-${name}.mjs`);
  // A Worker itself is an ES module, which may load CommonJS.
  const worker = extension === 'mjs' ? 'loaded' : 'loaded.default';
  writeFileSync(entry, `import loaded from './worker.${extension}';\nexport default ${worker};\n`);
  return bundle('esbuild', entry, 'worker', join(apart, `worker-${name}`, 'worker.mjs'));
}

/** Until 2024-11-10 workerd throws at the option `cache` of fetch. */
const olderDates = ['2024-11-10', '2022-11-01'];

export const conformanceInWorkers = [
  ...['mjs', 'cjs'].map((extension) => ({
    runtime: 'workerd',
    script: `conformance, ${extension === 'mjs' ? 'ESM' : 'CommonJS'}`,
    check: async ({ project, expected }) =>
      conformInWorker(await bundledWorker(project, extension, extension), project, expected),
  })),
  ...olderDates.map((compatibilityDate) => ({
    runtime: 'workerd',
    script: `conformance, compatibility date ${compatibilityDate}`,
    check: async ({ project, expected }) =>
      conformInWorker(await bundledWorker(project, 'mjs', compatibilityDate), project, expected, {
        compatibilityDate,
      }),
  })),
];
