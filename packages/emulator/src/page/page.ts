/** The page at `/`: what came lately, and the responses to it. For people on this machine. */

import type { Incoming } from '../dispatch.ts';
import { jsonReply, type Reply } from '../reply.ts';
import type { EmulatorWorld } from '../world.ts';
import { hashOf, SCRIPT, STYLE } from './assets.ts';
import { escape } from './html.ts';
import { rowOf } from './row.ts';

/** More would take a browser long, and is not read. */
export const MAX_SHOWN = 100;
/** The page needs its own style and script, and its own stream; nothing that it shows may become more than text. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Undefined for a path or method that is not the page's. */
export function handlePage(
  { method, url }: Incoming,
  world: EmulatorWorld,
  control: boolean,
): Reply | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url.pathname === '/openapi.json') {
    return jsonReply(200, 'application/json; charset=utf-8', world.specification.document);
  }
  if (url.pathname !== '/') return undefined;
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    },
    body: Buffer.from(pageOf(world, control)),
  };
}

function pageOf(world: EmulatorWorld, control: boolean): string {
  const { log, specification } = world;
  const rows = log.requests.slice(-MAX_SHOWN).map((request) => rowOf(request, world));
  const operations = specification.operations.map(
    ({ method, path, operationId }) =>
      `<tr><td>${escape(method)}</td><td><code>${escape(path)}</code></td><td>${escape(operationId)}</td></tr>`,
  );
  const steer = control
    ? ' · <a href="/_emulator/openapi.json">_emulator/openapi.json</a> controls it'
    : '';
  return `<!doctype html>
<html lang="en" data-run="${escape(log.run)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>minFraud emulator</title>
<style>${STYLE}</style>
<header><b>minFraud emulator</b><span id="state" role="status">not live</span></header>
<main>
<h1>Requests</h1>
<p>A minFraud service on this machine. Data and prices are made up. <a href="/openapi.json">openapi.json</a> is its
spec${steer}.</p>
<p id="none"${rows.length === 0 ? '' : ' hidden'}>No requests yet.</p>
<div id="requests" data-most="${MAX_SHOWN}">${rows.reverse().join('\n')}</div>
<h2>Operations</h2>
<div class="wide" role="group" aria-label="Operations" tabindex="0">
<table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Operation ID</th></tr></thead>
<tbody>${operations.join('\n')}</tbody></table></div>
</main>
<script>${SCRIPT}</script>
</html>
`;
}
