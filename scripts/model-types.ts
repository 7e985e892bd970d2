/** Step: the public types and enumeration values (generated/models/), by @hey-api/openapi-ts. */
import type { UserConfig } from '@hey-api/openapi-ts';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenApiDocument } from './document.ts';
import { resolvePeer } from './peers.ts';

/**
 * TypeScript source of every schema of the model view, as the generator prints it.
 *
 * The generator runs as a program of its own: it keeps state between runs in one process, and ends the
 * process when it fails.
 */
export async function modelTypes(view: OpenApiDocument): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'model-types-'));
  try {
    const input = join(directory, 'model-view.json');
    const config = join(directory, 'openapi-ts.config.mjs');
    await writeFile(input, JSON.stringify(view));
    await writeFile(
      config,
      `export default ${JSON.stringify(generatorOptions(input, directory))};`,
    );
    await promisify(execFile)(process.execPath, [generatorProgram(), '--file', config], {
      cwd: directory,
    });
    return await readFile(join(directory, 'out', 'types.gen.ts'), 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function generatorOptions(input: string, directory: string): UserConfig {
  return {
    input,
    output: { path: join(directory, 'out'), header: [], entryFile: false },
    logs: { level: 'silent', file: false },
    plugins: [{ name: '@hey-api/typescript', enums: { mode: 'javascript', case: 'preserve' } }],
  };
}

/** Next to this compiler, or in the project whose folder npm starts a script in. */
function generatorProgram(): string {
  const manifest = resolvePeer('@hey-api/openapi-ts/package.json');
  return join(dirname(manifest), 'bin', 'run.js');
}
