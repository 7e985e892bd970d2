/** A client of `minfraud generate` goes where the stock client goes: it runs in a process of its own, with its environment. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { runClientCommandLine } from '../../scripts/client-command-line.ts';
import { folderWith } from '../scripts/temporary-folder.ts';

// The generator of the public types is started as a program of its own.
jest.setTimeout(120_000);

const overlay = {
  overlay: '1.0.0',
  info: { title: 'Mine', version: '1' },
  actions: [
    {
      target: '$.components.schemas.Event.properties',
      update: { sales_channel: { type: 'string', description: 'Where the customer bought.' } },
    },
  ],
};
const program = `
import { MinFraud } from './client/index.ts';
const device = { ipAddress: '203.0.113.7' };
const client = new MinFraud();
await client.score({ device });
await client.insights({ device });
await client.report({ ...device, tag: 'not_fraud' });
for await (const page of client.dispositions({ updatesAfter: new Date(0) }).pages()) void page;
`;

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = folderWith({ 'mine.overlay.yaml': overlay, 'package.json': '{ "type": "module" }' });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(process.cwd(), join(folder, 'node_modules', 'minfraud-sdk'), 'dir');
  const flags = ['--overlay', join(folder, 'mine.overlay.yaml'), '--out', join(folder, 'client')];
  const sdk = { spec: join(process.cwd(), 'generated/openapi.json'), version: '0.0.0' };
  const silent = (): void => undefined;
  expect(await runClientCommandLine([...flags, '--imports', 'ts'], silent, sdk, silent)).toBe(0);
  writeFileSync(join(folder, 'program.ts'), program);
  emulator = await startEmulator({ dispositions: [] });
});
afterAll(() => emulator.close());

const tsx = pathToFileURL(createRequire(join(process.cwd(), 'package.json')).resolve('tsx')).href;

test('every method asks where MINFRAUD_BASE_URL leads', async () => {
  const { accountId, licenseKey } = emulator.credentials;
  const args = ['-C', 'minfraud-source', '--import', tsx, join(folder, 'program.ts')];
  await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      MAXMIND_ACCOUNT_ID: String(accountId),
      MAXMIND_LICENSE_KEY: licenseKey,
      MINFRAUD_BASE_URL: emulator.url,
    },
  });
  expect(emulator.requests.map(({ path }) => path)).toEqual([
    '/minfraud/v2.0/score',
    '/minfraud/v2.0/insights',
    '/minfraud/v2.0/transactions/report',
    '/minfraud/disposition/v1.0/updates',
  ]);
});
