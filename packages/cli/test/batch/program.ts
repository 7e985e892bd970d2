/** The command line as a program of its own, which can be killed. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Program {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Bundled with everything it needs, so that it starts quickly.
 *
 * @param root - The folder of the package; outside of Jest it must be given.
 */
export async function buildProgram(root: string = join(__dirname, '..', '..')): Promise<Program> {
  const folder = join(root, '..', '..', 'node_modules', '.cache', `minfraud-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: { minfraud: join(root, 'src', 'main.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    conditions: ['minfraud-source'],
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20' },
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  // What it requires when it runs, and an installed SDK has built.
  const sdk = join(folder, 'node_modules', 'minfraud-sdk');
  mkdirSync(sdk, { recursive: true });
  copyFileSync(join(root, '..', '..', 'generated', 'openapi.json'), join(sdk, 'openapi.json'));
  const exports = { './openapi.json': './openapi.json' };
  writeFileSync(join(sdk, 'package.json'), JSON.stringify({ exports }));
  return {
    path: join(folder, 'minfraud.mjs'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly end: Promise<Run>;
}

export function start(
  program: Program,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  preload?: string,
  cwd?: string,
): Running {
  const nodeFlags = preload === undefined ? [] : ['--import', preload];
  const child = spawn(process.execPath, [...nodeFlags, program.path, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return {
    kill: (signal) => child.kill(signal),
    end: new Promise((resolve) => {
      child.on('close', (code, signal) => {
        resolve({ code, signal, ...written });
      });
    }),
  };
}
