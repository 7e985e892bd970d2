import { X509Certificate } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Agent, request } from 'node:https';
import { connect } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { ConnectionError, MinFraud } from 'minfraud-sdk';
import { undiciFetch } from 'minfraud-sdk/undici';
import { Agent as Dispatcher } from 'undici';
import type { Emulator } from '../src/index.ts';
import { basic, paths } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ipAddress: '203.0.113.1' } };

/** The status of an https call for a path, with the name that the certificate is checked for. */
function get(emulator: Emulator, servername: string, path = '/openapi.json'): Promise<number> {
  const { hostname, port } = new URL(emulator.url);
  return new Promise((resolve, reject) => {
    request(
      {
        ...{ host: hostname.replace(/^\[|\]$/g, ''), port, path, servername },
        headers: { host: servername, authorization: basic() },
        ca: emulator.certificateAuthority,
        agent: new Agent({ keepAlive: false }),
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('an emulator with tls: true', () => {
  it('is called by the SDK, which trusts its authority', async () => {
    const emulator = await emulate({ tls: true });
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const dispatcher = new Dispatcher({ connect: { ca: emulator.certificateAuthority } });
    const client = new MinFraud({
      ...emulator.credentials,
      baseUrl: emulator.url,
      fetch: undiciFetch({ dispatcher }),
    });
    expect((await client.score(transaction)).riskScore).toBeGreaterThan(0);
    expect(emulator.requests).toMatchObject([{ path: paths.score, status: 200 }]);
    await dispatcher.close();
  });

  it('is trusted by nobody else', async () => {
    const [emulator, other] = [await emulate({ tls: true }), await emulate({ tls: true })];
    expect(other.certificateAuthority).not.toBe(emulator.certificateAuthority);
    const ca = other.certificateAuthority;
    const dispatcher = new Dispatcher({ connect: { ca } });
    const client = new MinFraud({
      ...{ ...emulator.credentials, baseUrl: emulator.url, maxRetries: 0 },
      fetch: undiciFetch({ dispatcher }),
    });
    await expect(client.score(transaction)).rejects.toThrow(ConnectionError);
    expect(emulator.requests).toEqual([]);
    await dispatcher.close();
  });

  it('has a certificate as strict clients want it', async () => {
    const emulator = await emulate({ tls: true, allowedHosts: ['minfraud', '192.0.2.7'] });
    const authority = new X509Certificate(emulator.certificateAuthority ?? '');
    expect(authority.ca).toBe(true);
    expect(authority.verify(authority.publicKey)).toBe(true);
    const { port } = new URL(emulator.url);
    const leaf = await new Promise<X509Certificate>((resolve, reject) => {
      const socket = connect(
        { host: '127.0.0.1', port: Number(port), ca: emulator.certificateAuthority },
        () => {
          const certificate = socket.getPeerX509Certificate();
          if (certificate === undefined) reject(new Error('no certificate'));
          else resolve(certificate);
          socket.destroy();
        },
      ).on('error', reject);
    });
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(authority)).toBe(true);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:minfraud, IP Address:192.0.2.7',
    );
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']); // a server, and nothing else
    expect(leaf.infoAccess).toBeUndefined();
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / 86_400_000;
    expect(days).toBeLessThanOrEqual(397);
    expect(Date.parse(leaf.validFrom)).toBeLessThan(Date.now());
  });

  it('is called by the names that the user gave, and no others', async () => {
    const emulator = await emulate({ tls: true, allowedHosts: ['minfraud'] });
    for (const name of ['localhost', 'minfraud']) {
      await expect(get(emulator, name)).resolves.toBe(200);
    }
    await expect(get(emulator, 'other')).rejects.toThrow(/altnames/);
  });

  it('is bound to all addresses, and certified for each', async () => {
    const emulator = await emulate({ tls: true, host: '0.0.0.0' });
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:/);
    await expect(get(emulator, 'localhost')).resolves.toBe(200);
  });

  it('survives what is no TLS, and cuts every connection when it is closed', async () => {
    const emulator = await emulate({ tls: true });
    const { port } = new URL(emulator.url);
    await expect(
      new Promise((resolve, reject) => {
        httpRequest({ host: '127.0.0.1', port }, resolve).on('error', reject).end();
      }),
    ).rejects.toThrow();
    await expect(get(emulator, 'localhost')).resolves.toBe(200);
    const idle = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false });
    await new Promise((resolve) => idle.once('secureConnect', resolve));
    const cut = new Promise((resolve) => idle.once('close', resolve));
    await emulator.close();
    await cut;
  });

  it('loses connections when faults say so', async () => {
    const emulator = await emulate({
      tls: true,
      faults: [{ disconnect: 'before-response', times: 1 }],
    });
    const path = `${paths.dispositions}?updates_after=2026-01-01T00:00:00Z`;
    await expect(get(emulator, 'localhost', path)).rejects.toThrow(/socket hang up|ECONNRESET/);
    await expect(get(emulator, 'localhost', path)).resolves.toBe(200);
  });
});

describe('without tls', () => {
  it('there is no authority', async () => {
    expect((await emulate()).certificateAuthority).toBeUndefined();
    const { certificateAuthority } = await emulate({ listen: false });
    expect(certificateAuthority).toBeUndefined();
  });

  it('a socket is needed for it', async () => {
    await expect(emulate({ listen: false, tls: true })).rejects.toThrow('tls needs a socket');
  });
});
