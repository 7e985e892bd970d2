/** A server on loopback that gives every request the answer of Insights; in a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerHeaders, insightsAnswer } from './samples.ts';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, answerHeaders).end(insightsAnswer));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
