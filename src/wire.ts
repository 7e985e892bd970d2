/**
 * `minfraud-sdk/wire`: exactly what travels. openapi-fetch with the wire types of the spec, your
 * credentials and nothing else: no checks, no renaming, no retries, no timeout.
 */
import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/wire.ts';
import type { ClientOptions } from './options.ts';
import { resolveClient } from './settings.ts';
import { createClient } from './transport/openapi-fetch.ts';
import { version } from './version.ts';

export type { components, operations, paths, webhooks } from '../generated/wire.ts';

/** The options of a client that have a meaning here. */
export type WireClientOptions = Pick<
  ClientOptions,
  'accountId' | 'licenseKey' | 'environment' | 'baseUrl' | 'fetch' | 'headers'
>;

/** openapi-fetch, typed by the paths of the spec. */
export type WireClient = Client<paths>;

/**
 * A raw client: `const { data, error, response } = await wire.POST('/minfraud/v2.0/score', { body })`.
 *
 * It does not throw for error statuses: look at `response.ok`. Form bodies of the legacy services
 * need `headers: { 'Content-Type': 'application/x-www-form-urlencoded' }` and their answers
 * `parseAs: 'arrayBuffer'`, since they are ISO-8859-1: `parseLegacyResponse` of
 * `minfraud-sdk/legacy` reads those bytes. Redirects are not followed.
 *
 * @throws InvalidRequestError for a missing or wrong option.
 */
export function createWireClient(options: WireClientOptions = {}): WireClient {
  const { credentials, baseUrl, fetch, defaults } = resolveClient(options, 'basic');
  const client = createClient<paths>({
    baseUrl,
    // A redirect could lead the credentials and the order to another origin.
    redirect: 'manual',
    bodySerializer: serialise,
    headers: {
      'User-Agent': `minfraud-sdk/${version}`,
      ...defaults.headers,
      Authorization: credentials.authorization(),
    },
    ...(fetch === undefined ? {} : { fetch: unpacked(fetch) }),
  });
  return client;
}

/**
 * Forms as forms and the rest as JSON. openapi-fetch's own serialiser sends `undefined` as a word,
 * overlooks a media type with parameters, and takes every form for JSON where `Headers` is of
 * another realm, as in Jest.
 */
function serialise(body: unknown, headers?: HeadersInit): string {
  const type = new Headers(headers).get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) {
    return JSON.stringify(body);
  }
  const fields = Object.entries(body as Readonly<Record<string, unknown>>);
  const given = fields.filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

/** The `fetch` option is called with a URL and an init object everywhere in this package. */
function unpacked(
  fetch: NonNullable<WireClientOptions['fetch']>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { method, headers, redirect, signal } = request;
    const body = method === 'GET' ? undefined : await request.text();
    return fetch(request.url, {
      method,
      headers,
      redirect,
      signal,
      ...(body === undefined ? {} : { body }),
    });
  };
}
