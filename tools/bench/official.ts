/** MaxMind's own client for Node, as `npm run check:oracles` installs it. Absent without that. */
import { existsSync, readFileSync } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Transaction } from '../../generated/models/index.ts';
import { root } from './samples.ts';

const folder = join(root, 'tools/oracles/javascript/node_modules/@maxmind/minfraud-api-node');
const load = createRequire(import.meta.url);

/** What a program would import. */
export const officialEntry: string = join(folder, 'dist/src/index.js');

export const hasOfficial: boolean = existsSync(folder);

export function officialVersion(): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Builds the transaction with the client's classes and writes it. */
export function officialBody(request: Transaction): () => string {
  const build = builder(request);
  return () => String(build());
}

export function officialHash(): (address: string) => string {
  return (address) =>
    (make('Email', { address, hashAddress: true }) as { address: string }).address;
}

/** A whole call over plain http: this version speaks https only, so its `https.request` is replaced. */
export function officialInsights(request: Transaction, baseUrl: string): () => Promise<unknown> {
  const { hostname, port } = new URL(baseUrl);
  return insightsThrough(request, (options, listener) =>
    http.request({ ...options, host: hostname, port }, listener),
  );
}

/** A whole call without a network: the request ends in nothing, and the response is there at once. */
export function officialStubbed(request: Transaction, response: string): () => Promise<unknown> {
  const bytes = Buffer.from(response);
  return insightsThrough(request, (_, listener) => {
    const respond = (done: () => void): void => {
      done();
      const response = Object.assign(Readable.from([bytes]), { statusCode: 200 });
      listener(response as unknown as IncomingMessage);
    };
    const sent = new Writable({ write: (_chunk, _encoding, done) => done(), final: respond });
    return sent as unknown as ClientRequest;
  });
}

function insightsThrough(request: Transaction, send: Request): () => Promise<unknown> {
  const https = load('node:https') as { request: Request };
  https.request = send;
  const client = make('Client', '42', 'bench') as {
    insights(transaction: object): Promise<unknown>;
  };
  const build = builder(request);
  return () => client.insights(build());
}

type Request = (
  options: RequestOptions,
  listener: (response: IncomingMessage) => void,
) => ClientRequest;

function builder(request: Transaction): () => { toString(): string } {
  const { shoppingCart = [], customInputs = {}, event = {}, order = {}, ...parts } = request;
  const time = new Date(event.time ?? 0);
  const referrerUri = new URL(order.referrerUri ?? 'https://www.example.com');
  return () => {
    const built: Record<string, unknown> = {
      event: make('Event', { ...event, time }),
      order: make('Order', { ...order, referrerUri }),
      shoppingCart: shoppingCart.map((item) => make('ShoppingCartItem', item)),
      customInputs: Object.entries(customInputs).map(([key, value]) =>
        make('CustomInput', key, value),
      ),
    };
    for (const [name, values] of Object.entries(parts)) {
      built[name] = make(name.charAt(0).toUpperCase() + name.slice(1), values);
    }
    return make('Transaction', built);
  };
}

let classes: Readonly<Record<string, unknown>> | undefined;

function make(name: string, ...values: unknown[]): object {
  classes ??= load(folder) as Readonly<Record<string, unknown>>;
  const Part = classes[name] as new (...values: unknown[]) => object;
  return new Part(...values);
}
