/**
 * Serves a Worker by workerd: `worker-host.mjs SCRIPT OPTIONS`, where OPTIONS is JSON with `bindings` for
 * the Worker, `outbound`, an origin that all its requests go to, and the `compatibilityDate`. It is a program of
 * its own, since miniflare needs a newer Node than the package does.
 */
import { dirname } from 'node:path';
import process from 'node:process';
import { fetch, Miniflare } from 'miniflare';

const [script, options = '{}'] = process.argv.slice(2);
const { bindings, outbound, compatibilityDate = '2026-04-26' } = JSON.parse(options);

const miniflare = new Miniflare({
  modules: [{ type: 'ESModule', path: script }],
  modulesRoot: dirname(script),
  // Without Node compatibility: what the package needs is in every Worker.
  compatibilityDate,
  bindings,
  host: '127.0.0.1',
  port: 0,
  cf: false,
  ...(outbound !== undefined && { outboundService: redirect }),
});

async function redirect(request) {
  const { pathname, search } = new URL(request.url);
  const { method, headers } = request;
  const body = method === 'GET' ? undefined : await request.arrayBuffer();
  return fetch(outbound + pathname + search, { method, headers, body });
}

console.log(`listening at ${(await miniflare.ready).origin}`);
