/** Runs Prism, another team's mock server and validator, on the bundled spec. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

const root = join(__dirname, '../..');
const program = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js');
const START_LIMIT = 60_000;

export interface Prism {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Resolves when it listens; rejects with what it printed when it ends, or is not up in a minute. */
export async function startPrism(document: string): Promise<Prism> {
  try {
    return await tryPrism(document);
  } catch (error) {
    // Someone else took the port between the look and the start.
    if (String(error).includes('EADDRINUSE')) return tryPrism(document);
    throw error;
  }
}

async function tryPrism(document: string): Promise<Prism> {
  const port = await freePort();
  const file = join(root, document);
  const child = spawn(
    process.execPath,
    [program, 'mock', '--errors', '--host', '127.0.0.1', '--port', String(port), file],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], NO_COLOR: '1' } },
  );
  // Not even a test run that breaks off may leave it behind.
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    await end(child);
  };
  try {
    await listening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => {
      reject(new Error(`Prism did not start in ${START_LIMIT} ms: ${printed}`));
    }, START_LIMIT);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (!printed.includes('Prism is listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Prism ended with ${code ?? 'a signal'}: ${printed}`));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
