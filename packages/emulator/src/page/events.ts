/** Keeps an open page up to date, by server-sent events: one for each request that comes or ends. */

import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { EmulatorWorld } from '../world.ts';
import { MAX_SHOWN } from './page.ts';
import { rowOf } from './row.ts';

const PATH = '/events';
/** A page that does not read is cut off: it comes back by itself. */
const MOST_WAITING = 4_194_304;

/** What an EventSource asks for; any other call of this path belongs to the spec. */
export function asksForEvents(method: string, path: string, headers: IncomingHttpHeaders): boolean {
  return (
    method === 'GET' && path === PATH && (headers.accept ?? '').startsWith('text/event-stream')
  );
}

/** Ends when the page is closed. */
export function streamEvents(response: ServerResponse, world: EmulatorWorld): void {
  const { log } = world;
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  const write = (name: string, text: string): void => {
    response.write(eventOf(name, text));
  };
  write('run', log.run);
  // What came between the page and its stream; a page skips what it shows already.
  for (const request of log.requests.slice(-MAX_SHOWN)) write('request', rowOf(request, world));
  // A hundred large orders pass the limit by themselves: it holds for what comes after them.
  const most = response.writableLength + MOST_WAITING;
  const send = (name: string, text: string): void => {
    if (response.writableLength > most) response.destroy();
    else write(name, text);
  };
  const leave = log.follow((request) => {
    if (request === undefined) send('run', log.run);
    else send('request', rowOf(request, world));
  });
  response.on('close', leave);
}

function eventOf(name: string, text: string): string {
  const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `event: ${name}\n${data.join('')}\n`;
}
