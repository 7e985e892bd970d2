import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';

/** A program that starts an emulator, uses it, forgets it, and has nothing else to do. */
function program(options: string): string {
  return `
    import { startEmulator } from 'minfraud-emulator';
    import { MinFraud } from 'minfraud-sdk';
    const emulator = await startEmulator(${options});
    const client = new MinFraud({
      ...emulator.credentials,
      baseUrl: emulator.url,
      ...(${options}.listen === false && { fetch: emulator.fetch }),
    });
    if (!${options}.tls) await client.score({ device: { ipAddress: '203.0.113.1' } });
    console.log('used', emulator.requests.length, emulator.url);
  `;
}

function run(options: string) {
  const args = ['-C', 'minfraud-source', '--import', 'tsx', '--input-type=module', '-e'];
  const child = spawn(process.execPath, [...args, program(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

describe('a forgotten emulator', () => {
  it.each(['{}', '{ faults: [{ delay: 300 }] }', '{ listen: false, faults: [{ delay: 50 }] }'])(
    'with %s responds to what is under way, and lets the process end',
    async (options) => {
      const { child, said } = run(options);
      const [code] = (await once(child, 'close')) as [number | null];
      expect(code).toBe(0);
      expect(said()).toMatch(/^used 1 http/);
    },
  );

  it('lets the process end with TLS too', async () => {
    const { child, said } = run('{ tls: true }');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    expect(said()).toMatch(/^used 0 https/);
  });

  it('keeps it alive with unref: false', async () => {
    const { child, said } = run('{ unref: false }');
    while (said() === '') await once(child.stdout, 'data');
    const page = await fetch(said().trim().split(' ').at(-1) ?? '');
    expect(page.status).toBe(200);
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGTERM']);
  });
});
