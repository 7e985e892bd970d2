/** docs/regenerate.md, every block run: in a project with the built SDK installed, and in a copy of the repository. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { makeProject } from './installed-package.ts';
import { blocksUnder } from './regenerate-page.ts';
import { execute, type Run, ScratchCopy } from './scratch-copy.ts';

jest.setTimeout(600_000);

describe('with the package from npm', () => {
  let folder: string;
  const emulators: Emulator[] = [];
  const blocks = blocksUnder('With the package from npm');
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text.trim());

  beforeAll(async () => {
    folder = await makeProject();
    for (const { file, text } of blocks) if (file !== undefined) write(file, text);
    write('tsconfig.json', JSON.stringify({ compilerOptions: strict, include: ['src'] }));
  });

  afterAll(async () => {
    for (const emulator of emulators) await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  /** A service that knows what the client was generated from. */
  async function emulate(): Promise<Emulator> {
    const emulator = await startEmulator({ spec: join(folder, 'src/minfraud/openapi.json') });
    emulators.push(emulator);
    return emulator;
  }

  const shell = (command: string): Promise<Run> => execute('sh', ['-c', command], folder);
  const tsc = (...parameters: string[]): Promise<Run> =>
    execute(process.execPath, ['node_modules/typescript/bin/tsc', ...parameters], folder);

  test('the page has the blocks that are run here', () => {
    const files = blocks.map(({ file }) => file).filter((file) => file !== undefined);
    expect(files).toEqual([
      'minfraud.overlay.yaml',
      'src/score.ts',
      'src/try.ts',
      'src/risk.ts',
      'lists.overlay.yaml',
      'src/block.ts',
    ]);
    expect(commands).toHaveLength(7);
  });

  test('names the versions that this repository tests with', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const versions = [...commands.join('\n').matchAll(/([@\w/-]+)@([\d.]+)/g)];
    expect(versions).toHaveLength(6);
    for (const [, name = '', version] of versions)
      expect([name, devDependencies[name]]).toEqual([name, version]);
  });

  test('generates a client, and a check then passes', async () => {
    const [, generate = '', , check = ''] = commands;
    expect(await shell(generate)).toEqual({
      status: 0,
      output: [
        'README.md',
        'index.ts',
        'models/index.ts',
        'models/types.ts',
        'openapi.json',
        'operations.ts',
        'tables.ts',
        'wire.ts',
      ]
        .map((file) => `wrote ${file}\n`)
        .join(''),
    });
    expect(await shell(check)).toMatchObject({ status: 0 });
    write(
      'minfraud.overlay.yaml',
      `${readFileSync(join(folder, 'minfraud.overlay.yaml'), 'utf8')}\n# A comment.\n`,
    );
    expect(await shell(check)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'src/minfraud/README.md'), 'utf8').split('\n')).toHaveLength(
      7,
    );
  });

  test('sends what was added, reads it, and refuses other custom inputs', async () => {
    const emulator = await emulate();
    expect(await runProgram('src/score.ts', { MINFRAUD_URL: emulator.url })).toEqual({
      status: 0,
      output: 'true number\nUNKNOWN_FIELD /custom_inputs/loyalty_level\n',
    });
    expect(emulator.requests.at(-1)?.body).toEqual({
      device: { ip_address: '203.0.113.9' },
      event: { type: 'gift_card_load', sales_channel: 'kiosk' },
      custom_inputs: { loyalty_tier: 'gold', items_before: 3 },
    });
  });

  test('speaks the same in the emulator of the installed package', async () => {
    expect(await shell(commands[2] ?? '')).toEqual({
      status: 0,
      output: `[] {
  device: { ip_address: '203.0.113.9' },
  event: { type: 'gift_card_load', sales_channel: 'kiosk' }
}
`,
    });
  });

  test('a further overlay makes an operation a method', async () => {
    expect(await shell(commands[4] ?? '')).toMatchObject({ status: 0 });
    const emulator = await emulate();
    expect(await runProgram('src/block.ts', { LISTS_URL: emulator.url })).toEqual({
      status: 0,
      output: '3\n',
    });
    const { method, path, body } = emulator.requests.at(-1) ?? {};
    expect([method, path, body]).toEqual([
      'POST',
      '/minfraud/v2.0/lists',
      { ip_address: '203.0.113.9' },
    ]);
  });

  describe('says what a change breaks', () => {
    const since = commands[6] ?? '';

    test('before it is made: here the operation would be gone', async () => {
      const client = readFileSync(join(folder, 'src/minfraud/index.ts'), 'utf8');
      const { status, output } = await shell(since);
      expect([status, output]).toEqual([
        1,
        expect.stringMatching(
          /^Breaking:\n {2}major {2}\/minfraud\/v2.0\/lists[^]*This needs a major version[^]*'your-package': major/,
        ),
      ]);
      expect(readFileSync(join(folder, 'src/minfraud/index.ts'), 'utf8')).toBe(client);
    });

    test('and names the version that an addition needs, for the package whose folder it is', async () => {
      write('package.json', JSON.stringify({ name: 'our-checkout', type: 'module' }));
      write(
        'field.overlay.yaml',
        `overlay: 1.0.0
info: { title: A field, version: 1.0.0 }
actions:
  - target: $.components.schemas.Event.properties
    update: { sales_channel: { type: string, description: Where the customer bought. } }
`,
      );
      expect(await shell('npx minfraud-cli generate --out before')).toMatchObject({ status: 0 });
      const command = 'npx minfraud-cli generate --overlay field.overlay.yaml --since before';
      const report = `Compatible:
  minor  Event.sales_channel: it was added.
         /components/schemas/Event/properties/sales_channel (requests)

This needs a minor version. The changeset (.changeset/spec.md):

---
'our-checkout': minor
---

- Event.sales_channel: it was added.

`;
      expect(await shell(command)).toEqual({ status: 0, output: report });
      const { status, output } = await shell(`${command} --out before`);
      expect([status, output]).toEqual([
        0,
        expect.stringMatching(/^wrote README.md\nwrote [^]*\n\nCompatible/),
      ]);
      expect(await shell(command)).toEqual({
        status: 0,
        output: 'The documents are equivalent.\n',
      });
    });

    test('and says what it cannot compare', async () => {
      const refused = async (old: string): Promise<string> => {
        const { status, output } = await shell(`npx minfraud-cli generate --since ${old}`);
        expect(status).toBe(2);
        return output;
      };
      expect(await refused('nowhere')).toBe('There is no nowhere.\n');
      expect(await refused('src')).toBe(
        'src holds neither openapi.yaml (a spec) nor openapi.json (a generated client).\n',
      );
      expect(await refused('package.json')).toContain('package.json cannot be compared:\n');
    });
  });

  test.each([
    ['ES modules', { module: 'nodenext', skipLibCheck: false }],
    ['a bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('compiles strictly as %s', async (_, options) => {
    write('package.json', JSON.stringify({ private: true, type: 'module' }));
    const compilerOptions = { ...strict, ...options, verbatimModuleSyntax: true };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
    expect(await tsc('-p', '.')).toEqual({ status: 0, output: '' });
  });

  test('compiles strictly as CommonJS, and runs', async () => {
    write('package.json', JSON.stringify({ private: true, type: 'commonjs' }));
    const compilerOptions = { ...strict, noEmit: false, outDir: 'out' };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src/minfraud'] }));
    expect(await tsc('-p', '.')).toEqual({ status: 0, output: '' });
    write(
      'use.cjs',
      `const { MinFraud, validateTransaction } = require('./out/index.js');
const client = new MinFraud({ accountId: 1, licenseKey: 'a-license-key' });
console.log(typeof client.blockAddress, validateTransaction({ event: { salesChannel: 'x' } }).ok);`,
    );
    const { output } = await execute(process.execPath, ['use.cjs'], folder);
    expect(output).toBe('function true\n');
  });

  test('leaves files alone that it did not write', async () => {
    write('ours/index.ts', 'export const ours = 1;\n');
    const { status, output } = await shell('npx minfraud-cli generate --out ours');
    expect([status, output]).toEqual([
      2,
      `index.ts in ${join(folder, 'ours')} was not made by this command, and would be overwritten. Name another folder with --out.\n`,
    ]);
    expect(readdirSync(join(folder, 'ours'))).toEqual(['index.ts']);
  });

  test('tells the compiler of mistakes', async () => {
    write('package.json', JSON.stringify({ private: true, type: 'module' }));
    write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: strict, include: ['src/minfraud', 'wrong.ts'] }),
    );
    write(
      'wrong.ts',
      `import { MinFraud, type Transaction } from './src/minfraud/index.js';
export const name: Transaction = { customInputs: { loyalty_level: 'gold' } };
export const value: Transaction = { customInputs: { loyalty_tier: 'bronze' } };
export const type: Transaction = { event: { salesChannel: 1 } };
export const call = (client: MinFraud): unknown => client.blockAddress({});
export const pair = (client: MinFraud): unknown => client.report({ device: {} });
`,
    );
    const { output } = await tsc('-p', '.');
    const lines = [...output.matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line));
    expect(lines).toEqual([2, 3, 4, 5, 6]);
    rmSync(join(folder, 'wrong.ts'));
  });

  describe('is refused, and nothing is left behind,', () => {
    const refused = async (...parameters: string[]): Promise<Run> => {
      const run = await shell(`npx minfraud-cli generate --out refused ${parameters.join(' ')}`);
      expect(existsSync(join(folder, 'refused'))).toBe(false);
      return run;
    };

    test('for an overlay with a slip', async () => {
      write(
        'slip.yaml',
        `overlay: 1.0.0
info: { title: Slip, version: 1.0.0 }
actions: [{ target: $.components.schemas.Evnt, update: {} }]
`,
      );
      expect(await refused('--overlay', 'slip.yaml')).toEqual({
        status: 1,
        output: `The spec could not be compiled:
slip.yaml#/actions/0/target: $.components.schemas.Evnt matches nothing: $.components.schemas has no "Evnt"; did you mean "Event"?
`,
      });
    });

    test('without the packages that it needs, in one line', async () => {
      for (const name of ['@hey-api/openapi-ts', 'openapi-typescript'])
        rmSync(join(folder, 'node_modules', name));
      const { status, output } = await refused('--overlay', 'minfraud.overlay.yaml');
      expect([status, output]).toEqual([
        2,
        'Generating a client needs @hey-api/openapi-ts and openapi-typescript: npm install --save-dev "@hey-api/openapi-ts@>=0.95.0 <0.96.0" "openapi-typescript@^7.13.0"\n',
      ]);
    });

    test('nor without the one that compares', async () => {
      rmSync(join(folder, 'node_modules/@redocly/cli'));
      const { status, output } = await shell('npx minfraud-cli generate --since src/minfraud');
      expect([status, output]).toEqual([
        2,
        'Comparing specs needs @redocly/cli: npm install --save-dev "@redocly/cli@^2.0.0"\n',
      ]);
    });

    test('for a word that is no way to write imports', async () => {
      const { status, output } = await refused('--imports', 'no');
      expect([status, output]).toEqual([2, '--imports is js, ts or none, not "no".\n']);
    });
  });

  function runProgram(file: string, variables: Record<string, string>): Promise<Run> {
    const { credentials } = emulators.at(-1) ?? {};
    const all = { ...variables, ...(credentials && environment(credentials)) };
    const assignments = Object.entries(all).map(([name, value]) => `${name}=${value}`);
    return execute('env', [...assignments, process.execPath, '--import', 'tsx', file], folder);
  }
});

describe('in a clone', () => {
  test('the field is added to its schema, and a program uses it', async () => {
    const blocks = blocksUnder('In a clone');
    expect(blocks.map(({ language, file }) => [language, file])).toEqual([
      ['yaml', 'spec/schemas/request/Event.yaml'],
      ['sh', undefined],
      ['typescript', 'sales-channel.ts'],
    ]);
    const [field, command, program] = blocks;
    const copy = await ScratchCopy.make();
    for (const [name, schema] of Object.entries(parse(field?.text ?? '') as object)) {
      copy.set(field?.file ?? '', ['properties', name], schema);
    }
    expect(await execute('sh', ['-c', command?.text ?? ''], copy.folder)).toMatchObject({
      status: 0,
    });
    copy.write('sales-channel.ts', program?.text ?? '');
    expect(await copy.program('sales-channel.ts')).toEqual({
      status: 0,
      output: '{"event":{"sales_channel":"kiosk"}}\n',
    });
  });
});

const environment = ({
  accountId,
  licenseKey,
}: Emulator['credentials']): Record<string, string> => {
  return { MAXMIND_ACCOUNT_ID: String(accountId), MAXMIND_LICENSE_KEY: licenseKey };
};

/** Every switch that a careful project turns on. */
const strict = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  // Only what this SDK wrote is to be judged, once.
  skipLibCheck: true,
};
