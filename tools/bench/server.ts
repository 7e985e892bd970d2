/** A server on loopback that gives every request the response of Insights; in a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { responseHeaders, insightsResponse } from './samples.ts';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, responseHeaders).end(insightsResponse));
});
// Above the pause that a variant makes while the others have their turn.
server.keepAliveTimeout = 120_000;
// 512 connections may be opened at once.
server.listen({ port: 0, host: '127.0.0.1', backlog: 1_024 }, () =>
  process.send?.((server.address() as AddressInfo).port),
);
