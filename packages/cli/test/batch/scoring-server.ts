/** A scoring service that counts: the judge of what was billed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ScoringServer {
  readonly url: string;
  /** How often each transaction was asked for, by its ID. */
  readonly billed: Map<string, number>;
  /** Milliseconds before a response. */
  delay: number;
  /** No response before it resolves. */
  hold: Promise<void> | undefined;
  /** Responds instead, where it returns true; such a query is not billed. */
  instead: ((response: ServerResponse, id: string) => boolean) | undefined;
  /** Called for each query that was billed, before its response. */
  onBilled: ((id: string) => void) | undefined;
  readonly close: () => Promise<void>;
}

export async function startScoringServer(): Promise<ScoringServer> {
  const billed = new Map<string, number>();
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const state: ScoringServer = {
    url: '',
    billed,
    delay: 0,
    hold: undefined,
    instead: undefined,
    onBilled: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    const { event } = JSON.parse(Buffer.concat(chunks).toString()) as {
      event: { transaction_id: string };
    };
    const id = event.transaction_id;
    if (state.instead?.(response, id)) return;
    billed.set(id, (billed.get(id) ?? 0) + 1);
    state.onBilled?.(id);
    await state.hold;
    const body = JSON.stringify({
      id,
      risk_score: riskOf(id),
      funds_remaining: 25,
      queries_remaining: 100,
      warnings: [],
    });
    const reply = (): void => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    };
    if (state.delay > 0) setTimeout(reply, state.delay);
    else reply();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, { url: `http://127.0.0.1:${port}` });
}

/** The same for the same transaction: a result can be told from that of another row. */
export function riskOf(id: string): number {
  return ((Number(id.replace(/\D/g, '')) % 9900) + 1) / 100;
}

/** A refusal as the service writes it. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify({ code, error: 'The test says no.' }));
  return true;
}
