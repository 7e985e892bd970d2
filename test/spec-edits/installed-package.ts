/** A project of a customer, with the three packed packages installed in it as npm would install them. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute, ScratchCopy } from './scratch-copy.ts';

/** Packages that the customer's project has next to ours, those that docs name among them. */
const installed = [
  ...['@types/node', 'undici-types', 'tsx'],
  ...['typescript', '@hey-api/openapi-ts', 'openapi-typescript', '@redocly/cli'],
];

/** Makes the project; gives its folder, which the caller removes. */
export async function makeProject(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-project-'));
  const modules = join(folder, 'node_modules');
  await installPackages(folder);
  for (const name of installed) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name), 'dir');
  }
  symlinkSync('../tsx/dist/cli.mjs', join(modules, '.bin', 'tsx'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return folder;
}

/** Builds these sources in a copy, packs them, and installs the tarballs. */
async function installPackages(project: string): Promise<void> {
  const copy = await ScratchCopy.make();
  await done('npm', ['run', '--silent', 'build'], copy.folder);
  await done(process.execPath, ['tools/package/install-in.mjs', project], copy.folder);
}

async function done(command: string, parameters: string[], cwd: string): Promise<void> {
  const { status, output } = await execute(command, parameters, cwd);
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: ${output}`);
}
