/** Chromium: the conformance program in a page, and clients where the key would be public. */
/* global AbortController, Buffer, Worker */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { conform } from './conform.mjs';
import { folder as tools } from './tools.mjs';

/** Opens a page of this machine and gives it to `use`. */
async function inPage(script, use) {
  const { chromiumPath } = await import('../../../test/browser/chromium.ts');
  const { chromium } = createRequire(join(tools, 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  const site = await startSite(readFileSync(script));
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${site.url}/`);
    return await use(page, site, complaints);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** A site of one page, which passes everything else on to a service: a page may call its own host only. */
async function startSite(script) {
  let service;
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        '<!doctype html><title>shop</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
      );
    } else if (request.url === '/page.js') {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      response.end(script);
    } else {
      passOn(service, request, response).catch(() => response.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    passTo: (url) => (service = url),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser that sees `WWW-Authenticate` of the page's own host asks the visitor to sign in, and waits. */
const ofThisHop = ['connection', 'keep-alive', 'transfer-encoding', 'www-authenticate'];

async function passOn(service, request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { authorization, accept, 'content-type': type } = request.headers;
  const given = Object.entries({ authorization, accept, 'content-type': type });
  const upstream = await fetch(service + request.url, {
    method: request.method,
    headers: given.filter(([, value]) => value !== undefined),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    signal: gone.signal,
  });
  const headers = [...upstream.headers].filter(([name]) => !ofThisHop.includes(name));
  response.writeHead(upstream.status, headers.flat());
  if (upstream.body !== null) for await (const chunk of upstream.body) response.write(chunk);
  response.end();
}

/** The note of a conformance run in a page that was allowed to hold the key. */
export function conformInPage(script, project, expected) {
  return inPage(script, async (page, site, complaints) => {
    const perform = (service) => {
      site.passTo(service.baseUrl);
      const told = { ...service, baseUrl: site.url, dangerouslyAllowBrowser: true };
      return page.evaluate((given) => globalThis.conformance(given), told);
    };
    const { note } = await conform(project, perform, expected);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return note;
  });
}

/** Runs the bundle in a worker of a page, where no document tells that this is a browser. */
function refusedInWorker(script) {
  return inPage(script, async (page) => {
    const code = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/page.js', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage('make a client');
        }),
    );
    if (code !== 'BROWSER') throw new Error(`${code} where BROWSER was expected`);
    return 'refused';
  });
}

export const inChromium = [
  {
    runtime: 'chromium',
    script: 'conformance',
    check: async ({ project, expected }) =>
      conformInPage(await bundledPage(project), project, expected),
  },
  {
    runtime: 'chromium',
    script: 'no client in a worker of a page',
    check: async ({ project }) => refusedInWorker(await bundledPage(project)),
  },
];

function bundledPage({ folder, apart }) {
  return bundle('esbuild', join(folder, 'page.mjs'), 'browser', join(apart, 'page', 'page.mjs'));
}
