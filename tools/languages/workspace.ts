/** A folder for one client: the spec, the requests and the program, and the shell that works in it. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullTransaction, legacyOrder } from './scenario.ts';

const folder = import.meta.dirname;

/** Kept between runs, with what was installed there; git ignores it. */
export function prepareWorkspace(name: string): string {
  const workspace = join(folder, '.work', name);
  mkdirSync(workspace, { recursive: true });
  cpSync(join(folder, name), workspace, { recursive: true });
  cpSync(join(folder, '../../generated/openapi-3.0.json'), join(workspace, 'openapi-3.0.json'));
  writeFileSync(join(workspace, 'transaction.json'), JSON.stringify(fullTransaction()));
  writeFileSync(join(workspace, 'order.json'), JSON.stringify(legacyOrder()));
  return workspace;
}

export interface Outcome {
  readonly ok: boolean;
  readonly stdout: string;
  /** Everything that was printed, in order. */
  readonly output: string;
  readonly seconds: number;
}

/**
 * Runs a script as a reader's shell would, and stops at the first command that fails.
 * @param limit Seconds after which it is ended, with all that it started.
 */
export function runScript(
  script: string,
  cwd: string,
  environment: Readonly<Record<string, string>>,
  limit: number,
): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const shell = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const timer = setTimeout(() => {
      output += `\nended after ${limit} s`;
      if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
    }, limit * 1000);
    let stdout = '';
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      resolve({ ok, stdout, output, seconds: (performance.now() - started) / 1000 });
    };
    shell.on('error', (error) => {
      output += String(error);
      end(false);
    });
    shell.on('close', (code) => {
      end(code === 0);
    });
  });
}
