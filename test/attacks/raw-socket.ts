/** Writes bytes to a port and reads what comes back until the other side ends. */

import { connect, type Socket } from 'node:net';

/** Resolves with everything that came before the connection ended, or before the time was up. */
export function exchange(url: string, bytes: string | Buffer, wait = 5000): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(url);
    let text = '';
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    const timer = setTimeout(finish, wait);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', finish);
    socket.on('error', () => undefined);
    socket.write(bytes);
  });
}

export function open(url: string): Socket {
  return connect(Number(new URL(url).port), '127.0.0.1');
}

/** The head of a request that ends its connection. */
export function head(line: string, headers: Record<string, string> = {}): string {
  const all = { Host: '127.0.0.1', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${[line, ...lines].join('\r\n')}\r\n\r\n`;
}

export function statusOf(response: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1] ?? 0);
}
