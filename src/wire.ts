/**
 * Exactly what is sent and received. The openapi-fetch client that the SDK itself calls through,
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
import type { paths } from '../generated/wire.ts';
import type { ReadResponse } from './response/read-response.ts';
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
 * need `headers: { 'Content-Type': 'application/x-www-form-urlencoded' }` and their responses
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
  return createWire<paths>(client, (request) => sendRaw(request, client));
}

async function sendRaw(request: Request, client: ClientSettings): Promise<Response> {
  const operation = operationOf(request, client.baseUrl);
  const body = await request.clone().text();
  const secrets = secretsOf(
    client.credentials,
    () => writtenBody(body),
    operation?.request ?? noFields,
  );
  let refused: { readonly response: ReadResponse; readonly error: MinFraudError } | undefined;
  const fetch = reliableFetch(client, {
    operation: operation?.id ?? 'unknown',
    retryable: operation?.retryable ?? false,
    settings: client.defaults,
    secrets,
    errorOf: (response, retryAfter) => {
      const codes = operation?.errorCodes ?? {};
      const error = serviceError(response, readJsonError(response), codes, secrets, retryAfter);
      refused = { response, error };
      return error;
    },
  });
  try {
    return (await fetch(request)).standard();
  } catch (error) {
    // openapi-fetch gives refusals back as `error`, with their response.
    if (refused !== undefined && refused.error === error) return refused.response.standard();
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
