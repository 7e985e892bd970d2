/** A client that `minfraud generate` made of the shipped spec and an overlay compiles, whatever compiles it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../packages.mjs';
import { run } from './processes.mjs';
import { tool } from './tools.mjs';

/** What a team adds to the spec. */
const overlay = `overlay: 1.0.0
info: { title: An own field, version: 1.0.0 }
actions:
  - target: $.components.schemas.Event.properties
    update: { sales_channel: { type: string, description: Where the customer bought. } }
`;

const program = `
import { MinFraud, type Transaction, validateTransaction } from './minfraud/index.js';
const transaction: Transaction = { event: { salesChannel: 'kiosk' } };
// @ts-expect-error a field that neither the spec nor the overlay has
export const wrong: Transaction = { event: { salesChanel: 'kiosk' } };
export const score = (client: MinFraud): Promise<number> => client.score(transaction).then(({ riskScore }) => riskScore);
export const isRight: boolean = validateTransaction(transaction).ok;
`;

const kinds = { 'ES modules': 'module', CommonJS: 'commonjs' };

const options = (type) => ({
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noUncheckedSideEffectImports: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: type === 'module',
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
  types: ['node'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
});

export const ownClients = [
  ['5.9', 5.9],
  ['6', 6],
  ['7', 7],
].flatMap(([version]) =>
  Object.entries(kinds).map(([kind, type]) => ({
    runtime: `typescript-${version}`,
    script: `a generated client, ${kind}`,
    check: async ({ project }) => {
      const folder = join(await generated(project), type);
      const tsc = tool(`TypeScript ${version}`, `typescript-${version}`, 'bin', 'tsc');
      const file = join(folder, `${version}.json`);
      writeFileSync(file, JSON.stringify({ compilerOptions: options(type), files: ['use.ts'] }));
      return (await run(process.execPath, [tsc, '-p', file], { cwd: folder })).trim();
    },
  })),
);

let generating;

/** The folder of all clients, which are generated once. */
function generated(project) {
  generating ??= generateAll(project);
  return generating;
}

/** The folder of a client whose files name each other as bundlers like it. */
export const generatedForBundlers = async (project) =>
  join(await generated(project), 'bundlers', 'minfraud');

/** The generators need TypeScript 5 or 6, whatever compiles the client afterwards. */
async function generateAll({ folder, installed }) {
  const own = join(folder, 'own-client');
  mkdirSync(join(own, 'node_modules', '@hey-api'), { recursive: true });
  for (const name of ['typescript', '@hey-api/openapi-ts', 'openapi-typescript']) {
    symlinkSync(join(root, 'node_modules', name), join(own, 'node_modules', name), 'dir');
  }
  writeFileSync(join(own, 'own.overlay.yaml'), overlay);
  const generate = (out, ...flags) => {
    const program = join(installed('minfraud-cli'), 'bin', 'minfraud.mjs');
    const all = ['generate', '--overlay', 'own.overlay.yaml', '--out', out, ...flags];
    return run(process.execPath, [program, ...all], { cwd: own });
  };
  for (const type of Object.values(kinds)) {
    mkdirSync(join(own, type));
    writeFileSync(join(own, type, 'package.json'), JSON.stringify({ private: true, type }));
    writeFileSync(join(own, type, 'use.ts'), program);
    await generate(join(type, 'minfraud'));
  }
  await generate(join('bundlers', 'minfraud'), '--imports', 'none');
  return own;
}
