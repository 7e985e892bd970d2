/** Drives a fault: starts its server, makes one call through the whole transport, and reports. */
import { type TlsOptions } from 'node:tls';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import type { CallEvent } from '../../src/options/hooks.ts';
import type { paths } from '../../generated/wire.ts';
import { call, type CallContext, createContext } from '../../src/call/call.ts';
import { jsonFormat } from '../../src/call/json-format.ts';
import type { ClientOptions, FetchFunction } from '../../src/options/options.ts';
import type { Prepared } from '../../src/request/prepare.ts';
import { resolveClient } from '../../src/options/settings.ts';
import { createAuthority, type Authority } from './certificate.ts';
import { type Fault } from './fault.ts';
import { type HostileServer, startHostileServer } from './hostile-server.ts';

/** A billed call, and one that the spec marks retryable. */
export type Kind = 'score' | 'report';

export interface Driven {
  readonly result: unknown;
  readonly error: unknown;
  readonly server: HostileServer | undefined;
  readonly logged: readonly (readonly unknown[])[];
  readonly events: readonly CallEvent[];
  readonly context: CallContext<paths>;
  readonly durationMs: number;
}

/** Recognisable wherever they turn up. */
export const planted = {
  accountId: 715517,
  licenseKey: 'k3y-ÜmläutLicence/+:&="<',
  email: 'jane.planted@example.com',
  card: '4012888888881881',
  name: 'Plantagenet',
} as const;

export const wireTransaction: Readonly<Record<string, unknown>> = {
  device: { ip_address: '203.0.113.9' },
  email: { address: planted.email, domain: 'example.com' },
  billing: { last_name: planted.name, address: `1 "Main" & Street` },
  credit_card: { token: planted.card },
};

/** TLS that fails before a certificate must be trusted. */
const ownFetch: ReadonlySet<string> = new Set(['self-signed', 'old version']);

/** Made once: generating keys takes longer than a fault does. */
let authority: Authority | undefined;

export async function drive(
  fault: Fault,
  kind: Kind,
  options: ClientOptions = {},
): Promise<Driven> {
  const server =
    fault.behaviour === undefined && fault.tls === undefined
      ? undefined
      : await startHostileServer(fault.behaviour ?? {}, tlsOptions(fault));
  const logged: unknown[][] = [];
  const events: CallEvent[] = [];
  const log = (...line: unknown[]): void => void logged.push(line);
  const client = resolveClient(
    {
      accountId: planted.accountId,
      licenseKey: planted.licenseKey,
      baseUrl: baseUrlOf(fault, server),
      timeout: fault.timeout ?? 30_000,
      ...(fault.tls === undefined || ownFetch.has(fault.tls) ? {} : { fetch: trustingFetch() }),
      logger: { debug: log, info: log, warn: log, error: log },
      hooks: {
        onRequest: (event) => events.push(event),
        onResponse: (event) => events.push(event),
        onRetry: (event) => events.push(event),
      },
      ...options,
    },
    'basic',
  );
  const context = createContext(client, jsonFormat);
  const started = performance.now();
  let result: unknown;
  let error: unknown;
  try {
    result = await callOf(context, kind);
  } catch (thrown) {
    error = thrown;
  }
  const durationMs = performance.now() - started;
  await server?.close();
  return { result, error, server, logged, events, context, durationMs };
}

/** The request goes out as it is: its card number would be refused before the network. */
function callOf(context: CallContext<paths>, kind: Kind): Promise<unknown> {
  const prepare = (): Prepared => ({ wire: structuredClone(wireTransaction), repairs: [] });
  return kind === 'score'
    ? call(context, scoreOperation, {}, undefined, prepare)
    : call(context, reportTransactionOperation, { tag: 'not_fraud' }, undefined, prepare);
}

function baseUrlOf(fault: Fault, server: HostileServer | undefined): string {
  if (fault.baseUrl !== undefined) {
    return server === undefined ? fault.baseUrl : `${fault.baseUrl}:${server.port}`;
  }
  if (fault.tls !== undefined) return `https://localhost:${server?.port ?? 0}`;
  // Below the ephemeral ports, above the privileged ones, and free on any sane machine.
  return `http://127.0.0.1:${server?.port ?? 1171}`;
}

function tlsOptions({ tls }: Fault): TlsOptions | undefined {
  if (tls === undefined) return undefined;
  authority ??= createAuthority();
  switch (tls) {
    case 'self-signed':
      return authority;
    case 'expired':
      return authority.issue({
        host: 'localhost',
        notBefore: new Date('2020-01-01T00:00:00Z'),
        notAfter: new Date('2020-12-31T00:00:00Z'),
      });
    case 'wrong host':
      return authority.issue({ host: 'other.example.com' });
    case 'good':
      return authority.issue({ host: 'localhost' });
    case 'old version':
      return {
        ...authority.issue({ host: 'localhost' }),
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'ALL:@SECLEVEL=0',
      };
  }
}

/**
 * The runtime's own fetch, trusting the test's authority, so that a certificate is refused for the
 * one thing that is wrong with it. The class of fetch's connection pool has no public name; an
 * instance of it waits in the realm that fetch comes from, once a request has been made.
 */
function trustingFetch(): FetchFunction {
  authority ??= createAuthority();
  const { cert } = authority;
  let dispatcher: unknown;
  return async (url, init) => {
    if (dispatcher === undefined) {
      await fetch('http://127.0.0.1:1171/').catch(() => undefined);
      const realmOf = (fetch.constructor as FunctionConstructor)(
        'return globalThis',
      ) as () => object;
      const pool = Reflect.get(realmOf(), Symbol.for('undici.globalDispatcher.1')) as object;
      dispatcher = new (pool.constructor as new (options: object) => object)({
        connect: { ca: cert },
      });
    }
    return fetch(url, { ...init, dispatcher } as RequestInit);
  };
}
