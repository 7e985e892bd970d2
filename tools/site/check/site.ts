/** The built site: its pages, and a server that shows it under a path of its own. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const site: string = join(process.cwd(), 'site');

/** Every page, from the root of the site. */
export function pagesOf(folder: string = site): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}

/** Written for people, not made from types. */
export const isGuide = (page: string): boolean =>
  page.startsWith('docs/') || page.startsWith('http-api/');

export interface Place {
  readonly name: string;
  readonly url: (page: string) => string;
  readonly close: () => Promise<void>;
}

export const fromDisk: Place = {
  name: 'from disk',
  url: (page) => `${pathToFileURL(site).href}/${page}`,
  close: () => Promise.resolve(),
};

const PREFIX = '/some/folder/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

export async function fromSubPath(): Promise<Place> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(site, decodeURI(pathname).slice(PREFIX.length));
    if (!pathname.startsWith(PREFIX) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'text/plain; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name: 'from a sub-path',
    url: (page) => `http://127.0.0.1:${port}${PREFIX}${page}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
