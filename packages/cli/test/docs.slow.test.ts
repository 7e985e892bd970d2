import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { buildProgram, type Program } from './batch/program.ts';
import { writeOrders } from './batch/orders.ts';
import { snippets } from '../../../test/docs/pages.ts';

/** Each block is a handful of processes. */
jest.setTimeout(600_000);

let program: Program;
let emulator: Emulator;
let webhook: Server;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  program = await buildProgram();
  emulator = await startEmulator();
  webhook = createServer((_, response) => response.end('ok'));
  await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'minfraud-docs-'));
  // What runs until it is stopped is stopped, as by Ctrl-C.
  const script = `#!/bin/sh
case "$*" in emulator*|*--follow*) exec timeout --foreground --preserve-status -s INT 4 "${process.execPath}" "${program.path}" "$@";; esac
exec "${process.execPath}" "${program.path}" "$@"
`;
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(__dirname, '..'), join(folder, 'node_modules', 'minfraud-cli'), 'dir');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'minfraud'), script, { mode: 0o755 });
  writeOrders(join(folder, 'orders.csv'), 60, ['Visits', 'Note']);
  writeFileSync(join(folder, 'chargebacks.csv'), 'Order ID\norder-1\norder-2\n');
  for (const name of ['shopify', 'woocommerce', 'magento']) {
    copyFileSync(join(__dirname, 'orders', 'samples', `${name}.csv`), join(folder, `${name}.csv`));
  }
  writeFileSync(
    join(folder, 'orders.ndjson'),
    '{"device":{"ipAddress":"203.0.113.7"}}\n{"email":{"address":"@"}}\n',
  );
  env = {
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    MAXMIND_ACCOUNT_ID: String(emulator.credentials.accountId),
    MAXMIND_LICENSE_KEY: emulator.credentials.licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
    MINFRAUD_ALERT_SECRET: 'whsec-of-a-test',
    WEBHOOK_URL: `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`,
  };
});
afterAll(async () => {
  webhook.close();
  await emulator.close();
  program.remove();
  rmSync(folder, { recursive: true });
});

function shell(code: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['-eo', 'pipefail', '-c', code],
      { cwd: folder, env },
      (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stdout, stderr });
      },
    );
  });
}

describe('completion', () => {
  test('proposes in bash what can stand at the cursor', async () => {
    const { stdout } = await shell(
      'source <(minfraud completion bash); COMP_WORDS=(minfraud score --event-type pur); COMP_CWORD=3; _minfraud; echo "${COMPREPLY[@]}"',
    );
    expect(stdout).toBe('purchase\n');
  });
});

describe.each(['docs/cli.md', 'docs/batch.md', 'docs/scale.md', 'docs/thresholds.md'])(
  '%s',
  (page) => {
    const blocks = snippets(page, 'sh');

    // In order: a block may use what one before it wrote.
    test.each(blocks)('$place runs as it stands', async ({ code }) => {
      const ran = await shell(code);
      if (ran.code !== 0) throw new Error(ran.stderr);
    });

    test('shows every command', async () => {
      const help = await shell('minfraud --help');
      const names = [...help.stdout.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name ?? '');
      expect(names.length).toBeGreaterThan(12);
      const shown = ['docs/cli.md', 'docs/batch.md', 'docs/thresholds.md'].flatMap((one) =>
        snippets(one, 'sh'),
      );
      const unseen = names.filter(
        (name) => !shown.some(({ code }) => code.includes(`minfraud ${name}`)),
      );
      expect(unseen).toStrictEqual([]);
    });
  },
);
