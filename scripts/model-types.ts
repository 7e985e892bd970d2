/** Step: the public types and enumeration values (generated/models/), by @hey-api/openapi-ts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OpenApiDocument } from './document.ts';

/**
 * TypeScript source of every schema of the model view, as the generator prints it.
 *
 * The generator runs as a program of its own: it keeps state between runs in one process, and ends the
 * process when it fails.
 */
export function modelTypes(view: OpenApiDocument): string {
  const directory = mkdtempSync(join(tmpdir(), 'model-types-'));
  try {
    const input = join(directory, 'model-view.json');
    const config = join(directory, 'openapi-ts.config.mjs');
    writeFileSync(input, JSON.stringify(view));
    writeFileSync(config, `export default ${JSON.stringify(generatorOptions(input, directory))};`);
    execFileSync(process.execPath, [generatorProgram(), '--file', config], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return readFileSync(join(directory, 'out', 'types.gen.ts'), 'utf8');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function generatorOptions(input: string, directory: string): unknown {
  return {
    input,
    output: { path: join(directory, 'out'), header: [], entryFile: false },
    logs: { level: 'silent', file: false },
    plugins: [{ name: '@hey-api/typescript', enums: { mode: 'javascript', case: 'preserve' } }],
  };
}

/** The package is looked up from the project's folder, where npm starts a script. */
function generatorProgram(): string {
  const fromProject = createRequire(join(process.cwd(), 'package.json'));
  const manifest = fromProject.resolve('@hey-api/openapi-ts/package.json');
  return join(dirname(manifest), 'bin', 'run.js');
}
