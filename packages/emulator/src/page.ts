/** The page at `/`: what was asked lately, and what was answered. For people on this machine. */

import type { Incoming } from './dispatch.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { RecordedRequest } from './recording.ts';
import type { EmulatorWorld } from './world.ts';

/** More would take a browser long, and is not read. */
const MAX_SHOWN = 100;
/** The page needs nothing but its own style; nothing of what it shows may become more than text. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Undefined for a path or method that is not the page's. */
export function answerPage(
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
  const { requests } = world.log;
  const shown = requests.slice(-MAX_SHOWN).reverse();
  const operations = world.specification.operations.map(
    ({ method, path, operationId }) =>
      `<tr><td>${escape(method)}</td><td><code>${escape(path)}</code></td><td>${escape(operationId)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>minFraud emulator</title>
<style>${STYLE}</style>
<main>
<h1>minFraud emulator</h1>
<p>A minFraud service on this machine. Its data is made up, and so is the money that it charges.
Its API: <a href="/openapi.json">openapi.json</a>${
    control
      ? '; the way to steer it: <a href="/_emulator/openapi.json">_emulator/openapi.json</a>'
      : ''
  }.</p>
<h2>Requests</h2>
${
  shown.length === 0
    ? '<p>None yet. Reload this page after the first.</p>'
    : `<p>The latest ${shown.length}, newest first. Reload for more.</p>\n${shown.map(requestOf).join('\n')}`
}
<h2>Operations</h2>
<table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Operation ID</th></tr></thead>
<tbody>${operations.join('\n')}</tbody></table>
</main>
</html>
`;
}

function requestOf(request: RecordedRequest): string {
  const { method, path, status, billed, wire, answer, query } = request;
  const parameters = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const target = parameters === '' ? path : `${path}?${parameters}`;
  return `<details><summary><b>${status ?? 'no answer'}</b> ${escape(method)} <code>${escape(target)}</code>${
    billed ? ' <i>billed</i>' : ''
  }</summary>
<h3>Request</h3><pre tabindex="0">${escape(pretty(wire))}</pre>
<h3>Answer</h3><pre tabindex="0">${escape(pretty(answer ?? ''))}</pre></details>`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text === '' ? '(no body)' : text;
  }
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: .25rem 0; }
details { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 7%, transparent); }
h3 { font-size: 1rem; margin: .5rem 0 0; }
code, td { overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .25rem 1rem .25rem 0; }
`;
