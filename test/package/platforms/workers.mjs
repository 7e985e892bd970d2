/** Workers, on workerd itself: the conformance program bundled, and the examples of docs/edge.md. */
import { conform } from './conform.mjs';
import { startServer } from './processes.mjs';
import { join } from 'node:path';
import { folder, newerNode } from './tools.mjs';

/** Starts a bundled Worker. */
export function startWorker(script, options = {}) {
  const host = join(folder, 'worker-host.mjs');
  const args = [host, script, JSON.stringify(options)];
  return startServer(newerNode(), args, /listening at (\S+)/, { cwd: folder });
}

/** The note of a conformance run in a Worker. */
export async function conformInWorker(script, { installed }, expected) {
  const worker = await startWorker(script);
  try {
    const perform = async (service) => {
      const answer = await fetch(worker.url, { method: 'POST', body: JSON.stringify(service) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      return JSON.parse(text);
    };
    return (await conform(installed, perform, expected)).note;
  } finally {
    await worker.stop();
  }
}
