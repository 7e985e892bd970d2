/** A request on the page: a line that tells how it went, and request and response to open. */

import type { RecordedRequest } from '../recording.ts';
import type { EmulatorWorld } from '../world.ts';
import { escape } from './html.ts';
import { pretty } from './pretty.ts';
import { summaryOf } from './summary.ts';

/** Names of services as MaxMind writes them; an operation of the user's own has its operation ID. */
const services: Readonly<Record<string, string>> = {
  score: 'Score',
  insights: 'Insights',
  factors: 'Factors',
  reportTransaction: 'Report',
  listDispositionUpdates: 'Dispositions',
  scoreLegacy: 'Legacy',
  scoreLegacyByGet: 'Legacy',
  scoreLegacyAtOldPath: 'Legacy',
  scoreLegacyAtOldPathByGet: 'Legacy',
  detectProxy: 'Proxy Detection',
  detectProxyByGet: 'Proxy Detection',
};

export function rowOf(request: RecordedRequest, world: EmulatorWorld): string {
  const { order, score, problem } = summaryOf(request);
  const { status, text, tone } = statusOf(request, world.log.isOver(request));
  const cells = [
    `<b class="${tone}">${status}</b>`,
    `<span class="service">${escape(serviceOf(request, world))}</span>`,
    cell('order', order),
    cell('score', score),
    cell('problem', problem === '' ? text : problem),
    request.billed ? '<i>billed</i>' : '',
  ];
  const id = world.log.numberOf(request);
  return `<details id="request-${id}" data-state="${status}"><summary>${cells.join(' ')}</summary>
<p><code>${escape(targetOf(request))}</code></p>
<h2>Request</h2><pre tabindex="0">${escape(pretty(request.wire))}</pre>
<h2>Response</h2><pre tabindex="0">${escape(pretty(request.answer ?? ''))}</pre></details>`;
}

const cell = (name: string, text: string): string =>
  text === '' ? '' : `<span class="${name}">${escape(text)}</span>`;

interface Shown {
  readonly status: string;
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'open';
}

function statusOf({ status }: RecordedRequest, isOver: boolean): Shown {
  if (status !== undefined) {
    return { status: String(status), text: '', tone: status < 400 ? 'good' : 'bad' };
  }
  return isOver
    ? { status: 'none', text: 'no response: the connection was closed', tone: 'bad' }
    : { status: '…', text: 'in progress', tone: 'open' };
}

function serviceOf({ method, path }: RecordedRequest, { specification }: EmulatorWorld): string {
  const found = specification.find(path, method);
  if (!('operationId' in found)) return `${method} ${path}`;
  return services[found.operationId] ?? found.operationId;
}

function targetOf({ method, path, query }: RecordedRequest): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `${method} ${[path, ...(parameters.length === 0 ? [] : [parameters.join('&')])].join('?')}`;
}
