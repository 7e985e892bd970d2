import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { createAuthority } from '../transport/certificate.ts';
import { goodResponse, goodScore, serveWith } from '../transport/fault.ts';
import { startHostileServer } from '../transport/hostile-server.ts';

const authority = createAuthority();
const ca = authority.cert;
const transaction = { device: { ipAddress: '203.0.113.9' } };

function clientOf(port: number, dispatcher: Agent): MinFraud {
  const baseUrl = `https://localhost:${port}`;
  const fetch = undiciFetch({ dispatcher });
  return new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl, fetch, maxRetries: 1 });
}

describe('the certificate of the server', () => {
  const past = { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-12-31') };

  test.each([
    ['fits', { host: 'localhost' }, undefined],
    ['has expired', { host: 'localhost', ...past }, 'TLS_FAILED'],
    ['is for another host', { host: 'other.example.com' }, 'TLS_FAILED'],
  ])('%s', async (_, subject, code) => {
    const server = await startHostileServer(serveWith(goodResponse), authority.issue(subject));
    const dispatcher = new Agent({ connect: { ca } });
    try {
      const score = clientOf(server.port, dispatcher).score(transaction);
      if (code === undefined) {
        expect(await score).toMatchObject({ riskScore: 12.5 });
      } else {
        // Retried, since it was not sent.
        await expect(score).rejects.toMatchObject({ code, attempts: 2 });
        expect(server.requests).toHaveLength(0);
      }
    } finally {
      await dispatcher.destroy();
      await server.close();
    }
  });

  test('is of an old TLS version', async () => {
    const server = await startHostileServer(serveWith(goodResponse), {
      ...authority.issue({ host: 'localhost' }),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL:@SECLEVEL=0',
    });
    const dispatcher = new Agent({ connect: { ca } });
    try {
      const score = clientOf(server.port, dispatcher).score(transaction);
      await expect(score).rejects.toMatchObject({ code: 'TLS_FAILED', attempts: 2 });
    } finally {
      await dispatcher.destroy();
      await server.close();
    }
  });
});

describe('a server that asks for a certificate of the client', () => {
  async function withServer(
    version: 'TLSv1.2' | 'TLSv1.3',
    connect: object,
    use: (client: MinFraud, subjects: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const subjects: string[] = [];
    const options = { ...authority.issue({ host: 'localhost' }), ca, requestCert: true };
    const server = createServer({ ...options, maxVersion: version }, (_, response) => {
      response.end(goodScore);
    });
    server.on('secureConnection', (socket) => {
      subjects.push(String(socket.getPeerCertificate().subject.CN));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const dispatcher = new Agent({ connect: { ca, ...connect } });
    try {
      await use(clientOf((server.address() as AddressInfo).port, dispatcher), subjects);
    } finally {
      await dispatcher.destroy();
      server.close();
    }
  }

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('gets it (%s)', async (version) => {
    await withServer(version, authority.issue({ host: 'shop' }), async (client, subjects) => {
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      expect(subjects).toEqual(['shop']);
    });
  });

  test('and refuses another in the handshake: nothing was sent', async () => {
    const stranger = createAuthority().issue({ host: 'shop' });
    await withServer('TLSv1.2', stranger, async (client, subjects) => {
      await expect(client.score(transaction)).rejects.toMatchObject({ attempts: 2 });
      expect(subjects).toEqual([]);
    });
  });

  test('and refuses another after the client’s handshake: perhaps it was sent', async () => {
    const stranger = createAuthority().issue({ host: 'shop' });
    await withServer('TLSv1.3', stranger, async (client, subjects) => {
      await expect(client.score(transaction)).rejects.toMatchObject({ attempts: 1 });
      expect(subjects).toEqual([]);
    });
  });
});
