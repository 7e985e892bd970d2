/**
 * Leads connections that undici makes to the hosts of the pages to servers on this machine, TLS and
 * tunnel included: what a block sets up for a proxy or a certificate is what its call goes through.
 */
import { createServer } from 'node:https';
import { request } from 'node:http';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import type { Emulator } from 'minfraud-emulator';
import { startConnectProxy } from '../undici/connect-proxy.ts';

export const serviceHost = 'minfraud.maxmind.com';
export const proxyHost = 'proxy.example.com';

/** What undici gives to `net.connect` and `tls.connect`. */
interface ConnectOptions {
  host?: string | null;
  port?: number | string;
  socket?: unknown;
}

/** @param read a file of the reader's project, in which there is a certificate for either host */
export async function redirectConnections(
  emulator: Emulator,
  read: (name: string) => string,
): Promise<void> {
  const pair = (host: string): { cert: string; key: string } => {
    return { cert: read(`${host}.pem`), key: read(`${host}.key`) };
  };
  const service = createServer(pair(serviceHost), (incoming, outgoing) => {
    const { url = '/', method = 'GET', headers } = incoming;
    const loopback = { ...headers, host: new URL(emulator.url).host };
    const onward = request(emulator.url + url, { method, headers: loopback }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const target = (service.address() as AddressInfo).port;
  const authorization = `Basic ${Buffer.from('user:password').toString('base64')}`;
  const open = await startConnectProxy({ target });
  const closed = await startConnectProxy({ target, authorization });
  const encrypted = await startConnectProxy({ target, tls: pair(proxyHost) });

  const onLoopback = (port: number) => ({ host: '127.0.0.1', port });
  const connectPlain = net.connect.bind(net) as (options: ConnectOptions) => net.Socket;
  const connectTls = tls.connect.bind(tls) as (options: ConnectOptions) => tls.TLSSocket;
  /** Only the proxy is spoken to without TLS; the one at port 3129 asks for a password. */
  const plain = (options: ConnectOptions): net.Socket => {
    if (options.host !== proxyHost) return connectPlain(options);
    const { port } = Number(options.port) === 3129 ? closed : open;
    return connectPlain({ ...options, ...onLoopback(port) });
  };
  const secure = (options: ConnectOptions): tls.TLSSocket => {
    // Inside of a tunnel the connection is there already.
    if (options.socket !== undefined && options.socket !== null) return connectTls(options);
    if (options.host === proxyHost) {
      return connectTls({ ...options, ...onLoopback(encrypted.port) });
    }
    if (options.host === serviceHost) return connectTls({ ...options, ...onLoopback(target) });
    if (options.host === '127.0.0.1') return connectTls(options); // an emulator of the block's own
    throw new Error(`A block of a page asked for ${String(options.host)}.`);
  };
  Object.assign(net, { connect: plain });
  Object.assign(tls, { connect: secure });
}
