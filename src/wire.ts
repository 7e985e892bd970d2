/**
 * `minfraud-sdk/wire`: exactly what is sent and answered. The openapi-fetch client that the SDK itself calls through,
 * with the wire types of the spec: credentials, timeout, retries and hooks, but no checks and no renaming.
 */
import { operations as known } from '../generated/operations.ts';
import type { MinFraudError } from './errors.ts';
import { readJsonError, serviceError } from './failure/service-error.ts';
import type { AnyOperation } from './operation.ts';
import type { ClientOptions } from './options/options.ts';
import { type ClientSettings, resolveClient } from './options/settings.ts';
import type { Answer } from './response/answer.ts';
import { reliableFetch } from './transport/reliable-fetch.ts';
import { createWire, type WireClient } from './transport/wire-client.ts';

export type { components, operations, paths, webhooks } from '../generated/wire.ts';
export type { WireClient } from './transport/wire-client.ts';

/** The options of a client that have a meaning here. */
export type WireClientOptions = Omit<ClientOptions, 'invalid' | 'hashEmail' | 'locales'>;

/**
 * A raw client: `const { data, error, response } = await wire.POST('/minfraud/v2.0/score', { body })`.
 *
 * It does not throw for error statuses: look at `response.ok`. Form bodies of the legacy services
 * need `headers: { 'Content-Type': 'application/x-www-form-urlencoded' }` and their answers
 * `parseAs: 'arrayBuffer'`, since they are ISO-8859-1: `parseLegacyResponse` of
 * `minfraud-sdk/legacy` reads those bytes. Redirects are not followed. Timeout, deadline and retries are
 * those of the options.
 *
 * @throws InvalidRequestError for a missing or wrong option.
 */
export function createWireClient(options: WireClientOptions = {}): WireClient {
  const client = resolveClient(options, 'basic');
  return createWire(client, (request) => sendRaw(request, client));
}

async function sendRaw(request: Request, client: ClientSettings): Promise<Response> {
  const operation = operationOf(request, client.baseUrl);
  const secrets = (): string[] => client.credentials.secrets();
  let refused: { readonly answer: Answer; readonly error: MinFraudError } | undefined;
  try {
    const answer = await reliableFetch(request, client, {
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
    });
    return responseOf(answer);
  } catch (error) {
    // openapi-fetch gives refusals back as `error`, with their response.
    if (refused !== undefined && refused.error === error) return responseOf(refused.answer);
    throw error;
  }
}

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
