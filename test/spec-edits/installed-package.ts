/** A project of a customer, with the packed SDK installed in it as npm would install it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute, ScratchCopy } from './scratch-copy.ts';

/** Packages that the customer's project has next to the SDK, those that docs name among them. */
const installed = [
  ...['@types/node', 'undici-types', 'tsx'],
  ...['typescript', '@hey-api/openapi-ts', '@redocly/cli'],
];

/** Makes the project; gives its folder, which the caller removes. */
export async function makeProject(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-project-'));
  const modules = join(folder, 'node_modules');
  await installSdk(folder, join(modules, 'minfraud-sdk'));
  for (const name of installed) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name), 'dir');
  }
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../minfraud-sdk/dist/cli/main.mjs', join(modules, '.bin', 'minfraud'));
  symlinkSync('../tsx/dist/cli.mjs', join(modules, '.bin', 'tsx'));
  await done('chmod', ['+x', join(modules, 'minfraud-sdk/dist/cli/main.mjs')], folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return folder;
}

/** Builds these sources in a copy, packs them, and unpacks the tarball. */
async function installSdk(folder: string, target: string): Promise<void> {
  const copy = await ScratchCopy.make();
  await done('npm', ['run', '--silent', 'build'], copy.folder);
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(await done('npm', pack, copy.folder)) as { filename: string }[];
  const tarball = join(folder, packed?.filename ?? '');
  mkdirSync(target, { recursive: true });
  await done('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], folder);
  rmSync(tarball);
}

async function done(command: string, parameters: string[], cwd: string): Promise<string> {
  const { status, output } = await execute(command, parameters, cwd);
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: ${output}`);
  return output;
}
