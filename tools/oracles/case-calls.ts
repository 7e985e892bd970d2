/** Replays the calls of the official clients' tests through the client, with a server that replies as theirs. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import * as sdk from 'minfraud-sdk';
import { differingLeaves } from './bodies.ts';
import type { Shown } from './case-requests.ts';
import type { CallCase, OptionsCase, Reply } from './cases/case.ts';
import { camelOf, camelPointer, valueAt } from './wire-names.ts';

/** One request as the server or the `fetch` saw it. */
interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const requests = {
  transaction: { device: { ip_address: '152.216.7.110' } },
  report: { ip_address: '1.1.1.1', tag: 'not_fraud' },
};

export class CaseServer {
  readonly #server = createServer((request, response) => void this.#reply(request, response));
  #replies: Reply[] = [];
  #seen: Seen[] = [];

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async findings(one: CallCase): Promise<Shown[]> {
    this.#replies = [...one.replies];
    this.#seen = [];
    const { service } = one;
    const given = one.request ?? (service === 'report' ? requests.report : requests.transaction);
    const asked: string[] = [];
    const client = new sdk.MinFraud(this.#optionsOf(one, asked));
    // The cases hold what no type allows.
    const call = client[service].bind(client) as (request: unknown) => Promise<unknown>;
    const outcome = await call(camelOf(given)).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const evidence = { about: `${service}: ${one.about}`, given: one.replies };
    const shown: Omit<Shown, 'about'>[] = [
      ...outcomeFindings(one, outcome),
      ...sentFindings(one, this.#seen, asked),
    ];
    return shown.map((finding) => ({ ...evidence, ...finding }));
  }

  /** Another host than the server's is reached by a `fetch` that asks the server. */
  #optionsOf({ options = {}, replies: [first] }: CallCase, asked: string[]): sdk.ClientOptions {
    const local = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    const credentials = { accountId: 6, licenseKey: '0123456789' };
    if (typeof first === 'object' && 'rejects' in first) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- so does the test
      return { ...credentials, ...options, fetch: () => Promise.reject(first.rejects) };
    }
    if (!('baseUrl' in options)) return { ...credentials, ...options, baseUrl: local };
    const fetch: sdk.ClientOptions['fetch'] = (input, init) => {
      const url = input;
      asked.push(url);
      return globalThis.fetch(local + new URL(url).pathname, init);
    };
    return { ...credentials, ...options, fetch };
  }

  async #reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.#seen.push({ url: request.url ?? '', headers: request.headers, body });
    const reply = this.#replies.shift();
    if (reply === 'reset' || reply === undefined) request.socket.resetAndDestroy();
    else if (typeof reply === 'object' && 'status' in reply) {
      response.writeHead(
        reply.status,
        reply.type === undefined ? {} : { 'Content-Type': reply.type },
      );
      response.end(reply.body);
    }
  }
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

function* outcomeFindings(one: CallCase, outcome: Outcome): Generator<Omit<Shown, 'about'>> {
  const { error: name, status, code, says = '', reads = {} } = one;
  if ('value' in outcome) {
    if (name !== undefined) yield { what: 'resolved', pointer: '', theirs: name };
    for (const [pointer, theirs] of Object.entries(reads)) {
      const ours = valueAt(outcome.value, camelPointer(pointer));
      if (!isDeepStrictEqual(ours, theirs)) yield { what: 'decoded', pointer, ours, theirs };
    }
    return;
  }
  const error = outcome.error as sdk.MinFraudError;
  const ours = `${error.name} ${error.message}`;
  if (name === undefined) yield { what: 'rejected', pointer: '', ours, code: error.code };
  else if (name === 'MinFraudError' ? !sdk.MinFraudError.is(error) : error.name !== name) {
    yield { what: 'rejected', pointer: '', ours, code: error.code, theirs: name };
  }
  if (status !== undefined && error.status !== status) {
    yield { what: 'rejected', pointer: '/status', ours: error.status, theirs: status };
  }
  if (code !== undefined && error.code !== code) {
    yield { what: 'rejected', pointer: '/code', ours: error.code, theirs: code };
  }
  if (!error.message.includes(says)) {
    yield { what: 'rejected', pointer: '/message', ours: error.message, theirs: says };
  }
}

function* sentFindings(
  { sends = {}, requests: count }: CallCase,
  seen: readonly Seen[],
  asked: readonly string[],
): Generator<Omit<Shown, 'about'>> {
  if (count !== undefined && seen.length !== count) {
    yield { what: 'sent', pointer: '', ours: seen.length, theirs: count };
  }
  const [first] = seen;
  const { url, headers = {}, body } = sends;
  const ourUrl = url?.startsWith('http') ? asked[0] : first?.url;
  if (url !== undefined && ourUrl !== url)
    yield { what: 'sent', pointer: '/url', ours: ourUrl, theirs: url };
  for (const [name, theirs] of Object.entries(headers)) {
    const ours = first?.headers[name];
    if (ours !== theirs) yield { what: 'sent', pointer: `/headers/${name}`, ours, theirs };
  }
  if (body === undefined) return;
  const ours: unknown = JSON.parse(first?.body ?? 'null');
  const theirs: unknown = JSON.parse(JSON.stringify(body));
  for (const leaf of differingLeaves('/body', ours, theirs)) yield { what: 'sent', ...leaf };
}

export function optionsFindings({ about, options, valid }: OptionsCase): Shown[] {
  try {
    new sdk.MinFraud(options);
    return valid ? [] : [{ about, what: 'taken', pointer: '', given: options }];
  } catch (error) {
    return valid
      ? [{ about, what: 'refused', pointer: '', given: options, ours: String(error) }]
      : [];
  }
}
