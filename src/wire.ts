/**
 * Exactly what is sent and answered. The openapi-fetch client that the SDK itself calls through,
 * with the wire types of the spec: credentials, timeout, retries and hooks, but no checks and no renaming.
 *
 * @module minfraud-sdk/wire
 */
import { operations as known } from '../generated/operations.ts';
import type { MinFraudError } from './errors.ts';
import { readJsonError, serviceError } from './failure/service-error.ts';
import { secretsOf } from './failure/secrets.ts';
import type { AnyOperation, ObjectRule } from './operation.ts';
import type { ClientOptions } from './options/options.ts';
import { type ClientSettings, resolveClient } from './options/settings.ts';
import type { Answer } from './response/answer.ts';
import { LightRequest } from './transport/light-request.ts';
import { reliableFetch } from './transport/reliable-fetch.ts';
import { createWire, type WireClient } from './transport/wire-client.ts';

export type { components, operations, paths, webhooks } from '../generated/wire.ts';
export type { WireClient } from './transport/wire-client.ts';

/** The options of a client that have a meaning here. */
export type WireClientOptions = Omit<ClientOptions, 'invalid' | 'hashEmail' | 'locales'>;

/**
 * A raw client: openapi-fetch with this package's credentials, time limits, retries and hooks.
 *
 * It does not throw for error statuses: look at `response.ok`. Form bodies of the legacy services
 * need `headers: { 'Content-Type': 'application/x-www-form-urlencoded' }` and their answers
 * `parseAs: 'arrayBuffer'`, since they are ISO-8859-1: `parseLegacyResponse` of
 * `minfraud-sdk/legacy` reads those bytes. Redirects are not followed. Timeout, deadline and retries are
 * those of the options.
 *
 * @example
 * const wire = createWireClient();
 * const body = { device: { ip_address: '203.0.113.9' } };
 * const { data, response } = await wire.POST('/minfraud/v2.0/score', { body });
 * if (response.ok) console.log(data?.risk_score);
 * @throws InvalidRequestError for a missing or wrong option.
 */
export function createWireClient(options: WireClientOptions = {}): WireClient {
  const client = resolveClient(options, 'basic');
  return ownOptionsOnly(createWire(client, (request) => sendRaw(request, client)));
}

/**
 * Gives each call every option that openapi-fetch would otherwise read from the prototype: a polluted
 * Object.prototype must not send the credentials somewhere else.
 */
function ownOptionsOnly(wire: WireClient): WireClient {
  const guarded = Object.entries(wire).map(([name, method]: [string, Method]) => {
    if (name === 'use' || name === 'eject') return [name, method] as const;
    // `request` takes the method first.
    const at = name === 'request' ? 2 : 1;
    const call: Method = (...args) =>
      method(...args.slice(0, at), { ...noOptions, ...(args[at] as object | undefined) });
    return [name, call] as const;
  });
  return Object.fromEntries(guarded) as unknown as WireClient;
}

type Method = (...args: unknown[]) => unknown;

const noOptions = {
  baseUrl: undefined,
  fetch: undefined,
  Request: undefined,
  headers: undefined,
  params: undefined,
  parseAs: undefined,
  querySerializer: undefined,
  bodySerializer: undefined,
  pathSerializer: undefined,
  body: undefined,
  middleware: undefined,
};

async function sendRaw(request: Request, client: ClientSettings): Promise<Response> {
  const operation = operationOf(request, client.baseUrl);
  const { url, method, headers, signal } = request;
  const body = await request.text();
  const secrets = secretsOf(
    client.credentials,
    () => writtenBody(body),
    operation?.request ?? noFields,
  );
  let refused: { readonly answer: Answer; readonly error: MinFraudError } | undefined;
  try {
    const answer = await reliableFetch(
      new LightRequest(url, { method, headers, signal, body }),
      client,
      {
        operation: operation?.id ?? 'unknown',
        repeatable: operation?.repeatable ?? false,
        settings: client.defaults,
        secrets,
        errorOf: (answer, retryAfter) => {
          const codes = operation?.errorCodes ?? {};
          const error = serviceError(answer, readJsonError(answer), codes, secrets, retryAfter);
          refused = { answer, error };
          return error;
        },
      },
    );
    return responseOf(answer);
  } catch (error) {
    // openapi-fetch gives refusals back as `error`, with their response.
    if (refused !== undefined && refused.error === error) return responseOf(refused.answer);
    throw error;
  }
}

/** The fields of a body in either form; of any other, nothing is known. */
function writtenBody(body: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(body) as object) };
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

/** Of an operation that the spec does not know: every value may be anything. */
const noFields: ObjectRule = { kind: 'request', name: '', fields: {} };

function operationOf({ method, url }: Request, baseUrl: string): AnyOperation | undefined {
  const all: readonly AnyOperation[] = Object.values(known);
  const path = url.slice(baseUrl.length).split('?')[0];
  return all.find((operation) => operation.method === method && operation.path === path);
}

function responseOf({ status, headers, bytes }: Answer): Response {
  // These may not have a body, not even an empty one.
  const isBodiless = [101, 103, 204, 205, 304].includes(status);
  return new Response(isBodiless ? null : (bytes as BodyInit), { status, headers });
}
