import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { MinFraud } from 'minfraud-sdk';
import type { EmulatorOptions } from '../src/index.ts';
import { paths } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

/** An address of this machine that is not loopback: what another container would come from. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
const fromOutside = outside === undefined ? it.skip : it;

/** The status of a call to an address, under a name. */
function call(address: string, port: string, host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: address, port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the URL', () => {
  it.each(['0.0.0.0', '0', '::', '0:0::0', '127.0.0.1', '::1', 'localhost'])(
    'of an emulator on %s is one that the client accepts',
    async (host) => {
      const emulator = await emulate({ host });
      expect(emulator.url).toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\]|localhost):\d+$/);
      const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
      const { riskScore } = await client.score({ device: { ipAddress: '203.0.113.1' } });
      expect(riskScore).toBeGreaterThan(0);
    },
  );
});

describe('/_emulator/ and the page', () => {
  const shared: EmulatorOptions = { host: '0.0.0.0', control: true };

  fromOutside.each(['/_emulator/accounts', '/'])(
    '%s: open to callers of other machines by the names that the user gave',
    async (path) => {
      const address = outside ?? '';
      const emulator = await emulate({ ...shared, allowedHosts: ['minfraud', address] });
      const { port } = new URL(emulator.url);
      expect(await call(address, port, `minfraud:${port}`, path)).toBe(200);
      expect(await call(address, port, `MINFRAUD.:${port}`, path)).toBe(200);
      expect(await call(address, port, `${address}:${port}`, path)).toBe(200);
      expect(await call(address, port, 'localhost', path)).not.toBe(200);
      expect(await call(address, port, 'rebound.example', path)).toBe(421);
    },
  );

  fromOutside('are closed to them by default, also under the address listened on', async () => {
    const address = outside ?? '';
    for (const host of ['0.0.0.0', address]) {
      const emulator = await emulate({ ...shared, host });
      const { port } = new URL(emulator.url);
      expect(await call(address, port, address, '/_emulator/accounts')).toBe(403);
      expect(await call(address, port, address, '/')).toBe(404);
      // The services themselves are for all who can reach them.
      expect(await call(address, port, address, paths.score)).toBe(405);
    }
  });

  it('are for this machine, whatever name it calls', async () => {
    const { url } = await emulate({ control: true });
    const { port } = new URL(url);
    expect(await call('127.0.0.1', port, 'localhost', '/_emulator/accounts')).toBe(200);
  });
});

describe('allowedHosts', () => {
  it.each([['minfraud:8080'], ['https://minfraud'], ['[::1]'], ['a b'], [''], [1], [null]])(
    '%j would match no call, and is refused',
    async (host) => {
      const allowedHosts = [host] as unknown as string[];
      await expect(emulate({ allowedHosts })).rejects.toThrow(/allowedHosts\[0\] must be a/);
    },
  );
});
