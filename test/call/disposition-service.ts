/** A Dispositions service on loopback: responds from a list of changes as the documentation says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Change {
  /** What the service sorts by; microseconds as RFC 3339. */
  readonly at: string;
  readonly update: Readonly<Record<string, unknown>>;
}

/** A change number `index`, one every 7 microseconds, so that `Date` cannot tell neighbours apart. */
export function change(index: number): Change {
  const microseconds = String(1 + index * 7).padStart(9, '0');
  const second = microseconds.slice(0, 3);
  const at = `2026-03-15T09:${String(Math.floor(Number(second) / 60)).padStart(2, '0')}:${String(Number(second) % 60).padStart(2, '0')}.${microseconds.slice(3)}Z`;
  const minfraudId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    at,
    update: {
      minfraud_id: minfraudId,
      action: index % 4 === 3 ? 'expired_review' : index % 2 === 0 ? 'accept' : 'reject',
      // Later than the cursor: a reader who computes the cursor from the updates skips changes.
      action_last_updated: '2026-03-15T23:59:59.999999Z',
      note: index % 3 === 0 ? `Reviewed (${index}) – ok` : null,
      note_last_updated: index % 3 === 0 ? at : null,
    },
  };
}

export interface DispositionService {
  readonly url: string;
  readonly asked: { readonly after: string | null; readonly headers: IncomingMessage['headers'] }[];
  changes: Change[];
  pageSize: number;
  /** Responds instead of the service where it is set. */
  instead:
    ((response: ServerResponse, after: string | null, number: number) => boolean) | undefined;
  close(): Promise<void>;
}

export function reply(response: ServerResponse, body: unknown, status = 200): void {
  const kind = status === 200 ? 'disposition-updates' : 'error';
  response.writeHead(status, {
    'Content-Type': `application/vnd.maxmind.com-${kind}+json; charset=UTF-8; version=1.0`,
  });
  response.end(JSON.stringify(body));
}

export async function startDispositionService(): Promise<DispositionService> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://loopback');
    const after = searchParams.get('updates_after');
    service.asked.push({ after, headers: request.headers });
    if (service.instead?.(response, after, service.asked.length) === true) return;
    if (pathname !== '/minfraud/disposition/v1.0/updates') {
      response.writeHead(404).end();
      return;
    }
    const page = service.changes.filter(({ at }) => at > (after ?? '')).slice(0, service.pageSize);
    reply(response, {
      last_update_timestamp: page.at(-1)?.at ?? after,
      updates: page.map(({ update }) => update),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: DispositionService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    changes: [],
    pageSize: 1000,
    instead: undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
