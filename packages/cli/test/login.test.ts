import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './run.ts';

let folder: string;
let file: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-login-'));
  file = join(folder, 'minfraud', 'credentials.json');
  env = { XDG_CONFIG_HOME: folder };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const key = 'key-of-a-test-000000000000000000000000000';
const login = (...flags: string[]): ReturnType<typeof cli> =>
  cli(['login', ...flags], { env, stdin: `42\n${key}\n` });

describe('login', () => {
  test('writes a file that only its owner can read, and says nothing of the key', async () => {
    const ran = await login();
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).not.toContain(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'minfraud')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toContain(key);
  });

  test('keeps other profiles', async () => {
    await login();
    await cli(['login', '--profile', 'test', '--base-url', 'https://sandbox.maxmind.com'], {
      env,
      stdin: '7\nanother-key\n',
    });
    const first = await cli(['whoami', '--ndjson'], { env });
    expect(JSON.parse(first.stdout)).toMatchObject({ accountId: '42' });
    const second = await cli(['whoami', '--profile', 'test', '--ndjson'], { env });
    expect(JSON.parse(second.stdout)).toMatchObject({
      accountId: '7',
      url: 'https://sandbox.maxmind.com',
    });
    expect(second.stdout).not.toContain('another-key');
    const none = await cli(['whoami', '--profile', 'other'], { env });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('default, test') });
  });

  test('takes no nonsense', async () => {
    expect((await cli(['login'], { env, stdin: 'me\nkey\n' })).code).toBe(2);
    expect((await cli(['login'], { env, stdin: '42\n' })).code).toBe(2);
  });
});

describe('credentials', () => {
  test('of a file that others can read are refused', async () => {
    await login();
    chmodSync(file, 0o640);
    const ran = await cli(['whoami'], { env });
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('can be read by other users'),
    });
    expect(ran.stderr).not.toContain(key);
  });

  test('behind a link are refused', async () => {
    await login();
    const other = mkdtempSync(join(tmpdir(), 'minfraud-login-'));
    symlinkSync(join(folder, 'minfraud', 'credentials.json'), join(other, 'link'));
    rmSync(file);
    symlinkSync(join(other, 'link'), file);
    expect((await cli(['whoami'], { env })).stderr).toContain('is a link');
    rmSync(other, { recursive: true });
  });

  test('of the environment come before the default profile, and both from one place', async () => {
    await login();
    const both = { ...env, MAXMIND_ACCOUNT_ID: '9', MAXMIND_LICENSE_KEY: 'x'.repeat(16) };
    const ran = await cli(['whoami'], { env: both });
    expect(ran.stdout).toMatch(/Account +9\n[^]*From +the environment/);
    expect(ran.stdout).not.toContain('xxxx');
    const half = await cli(['whoami'], { env: { ...env, MAXMIND_ACCOUNT_ID: '9' } });
    expect(half).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('MAXMIND_LICENSE_KEY is not set'),
    });
  });

  test('that are missing are explained', async () => {
    const ran = await cli(['score', '--ip', '203.0.113.7'], { env });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('--emulator') });
  });
});
