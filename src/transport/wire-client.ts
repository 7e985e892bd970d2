/** openapi-fetch over the paths of a spec: it makes URL, query, headers and body of every request. */
import imported, { type Client } from 'openapi-fetch';
import type { paths } from '../../generated/wire.ts';
import { given as ownValue, isPrototypePolluted } from '../formats/record.ts';
import type { ClientSettings } from '../options/settings.ts';
import { version } from '../version.ts';

/** openapi-fetch, typed by the paths of the spec. */
export type WireClient = Client<paths>;

export const formType = 'application/x-www-form-urlencoded';

/**
 * Node hands a CommonJS build of this package the whole module where the default export should be,
 * since openapi-fetch's own CommonJS file is compiled from ES modules. The types do not know.
 */
const { default: createClient = imported } = imported as typeof imported & {
  readonly default?: typeof imported;
};

/**
 * @param fetch - Where requests go unless a call brings a fetch of its own.
 * @param RequestClass - What they are made of; default the runtime's `Request`.
 */
export function createWire<Paths extends object>(
  { baseUrl, credentials, app, defaults }: ClientSettings,
  fetch: (request: Request) => Promise<Response>,
  RequestClass: typeof Request | undefined = globalThis.Request,
): Client<Paths> {
  const client = createClient<Paths>({
    ...noClientOptions,
    baseUrl,
    fetch,
    Request: RequestClass,
    // A redirect could lead the credentials and the order to another origin.
    redirect: 'manual',
    bodySerializer: serialize,
    querySerializer: toQuery,
    headers: {
      // Browsers ignore it; everywhere else it tells MaxMind's support what was used.
      'user-agent': `minfraud-sdk/${version}${app}`,
      ...defaults.headers,
      ...credentials.headers(),
    },
  });
  return ownOptionsOnly(client);
}

/** What openapi-fetch would otherwise read from the prototype of its options. */
const noClientOptions: Readonly<Record<string, undefined>> = {
  pathSerializer: undefined,
  requestInitExt: undefined,
};

const noOptions = {
  baseUrl: undefined,
  fetch: undefined,
  Request: undefined,
  headers: undefined,
  parseAs: undefined,
  querySerializer: undefined,
  bodySerializer: undefined,
  pathSerializer: undefined,
  body: undefined,
  middleware: undefined,
  signal: undefined,
};

/**
 * Gives a call every option that openapi-fetch would otherwise read from the prototype, where that is polluted:
 * it must not send the order, or the credentials, somewhere else.
 */
function ownOptionsOnly<Wire extends object>(client: Wire): Wire {
  const guarded: Record<string, Method> = {};
  for (const [name, method] of Object.entries(client) as [string, Method][]) {
    // `request` takes the method first; `use` and `eject` take no options.
    const at = name === 'request' ? 2 : 1;
    const takesOptions = name !== 'use' && name !== 'eject';
    guarded[name] = takesOptions ? (...given) => method(...withOwnOptions(given, at)) : method;
  }
  return guarded as Wire;
}

function withOwnOptions(given: unknown[], at: number): unknown[] {
  if (!isPrototypePolluted()) return given;
  const init = { ...(given[at] as object | undefined) };
  const params: object = Object.assign(Object.create(null) as object, ownValue(init, 'params'));
  return [...given.slice(0, at), { ...noOptions, ...init, params }];
}

type Method = (...given: unknown[]) => unknown;

/**
 * Forms as forms and the rest as JSON. openapi-fetch's own serializer sends `undefined` as a word,
 * overlooks a media type with parameters, and takes every form for JSON where `Headers` is of
 * another realm, as in Jest.
 */
export function serialize(body: unknown, headers?: HeadersInit): string {
  const type = new Headers(headers).get('content-type') ?? '';
  return type.toLowerCase().startsWith(formType) ? toForm(body) : JSON.stringify(body);
}

/** A parameter that is an object stands for its properties. */
function toQuery(query: object): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) appendAll(form, value);
    else append(form, name, value);
  }
  return form.toString();
}

function toForm(body: unknown): string {
  const form = new URLSearchParams();
  appendAll(form, body as object);
  return form.toString();
}

function appendAll(form: URLSearchParams, values: object): void {
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    append(form, name, value);
  }
}

/** A form knows text only: what is no text, number or boolean stands for nothing. */
function append(form: URLSearchParams, name: string, value: unknown): void {
  if (typeof value === 'number') form.append(name, decimal(value));
  else if (typeof value === 'string' || typeof value === 'boolean') {
    form.append(name, String(value));
  }
}

/** A number without an exponent, which the legacy services do not know. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(3) : text;
}
