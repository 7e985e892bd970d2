/** A service that numbers its responses: a score that is given twice came from a cache. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** Paths of minFraud, each with what it says when it is asked for the `count`-th time in all. */
const responses = {
  '/minfraud/v2.0/score': scored,
  '/minfraud/v2.0/insights': scored,
  '/minfraud/v1.0/legacy': (count) => ['text/plain; charset=ISO-8859-1', `riskScore=${count}`],
  '/minfraud/disposition/v1.0/updates': (count) => [
    'application/json',
    JSON.stringify({
      updates: [
        {
          minfraud_id: randomUUID(),
          action: 'accept',
          action_last_updated: '2026-03-01T12:00:00.000000Z',
          note: String(count),
          note_last_updated: '2026-03-01T12:00:00.000000Z',
        },
      ],
      last_update_timestamp: '2026-03-01T12:00:00.000000Z',
    }),
  ],
};

function scored(count) {
  const body = { id: randomUUID(), risk_score: count, funds_remaining: 1, queries_remaining: 1 };
  return ['application/json', JSON.stringify(body)];
}

export async function startCountingService() {
  let count = 0;
  const server = createServer((request, response) => {
    const respond = responses[new URL(request.url, 'http://service').pathname];
    request.resume();
    if (respond === undefined) {
      response.writeHead(404).end();
      return;
    }
    count += 1;
    const [type, body] = respond(count / 100);
    // What invites every cache there is.
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** How many requests came. */
    count: () => count,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
