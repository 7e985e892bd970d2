/** Which operation is which method of which client: for clients that are generated, and for the page of the services. */
import type { Call } from './calls.ts';
import { type OpenApiDocument, schemasOf } from './document.ts';
import { inside, type Place, placeOf, refuse } from './spec-error.ts';

/** A method of a client. */
export interface Method {
  readonly name: string;
  readonly call: Call;
  /** The same service at its old path, for the option `path`. */
  readonly original: Call | undefined;
  /** Whether it is called without a request, may be, or has to get one. */
  readonly asks: 'nothing' | 'maybe' | 'something';
}

/** The methods of both clients, and what neither offers. */
export interface Methods {
  readonly json: readonly Method[];
  readonly text: readonly Method[];
  /** Their license key would be in the URL, and another operation of the path takes it in a form. */
  readonly inUrl: readonly Call[];
}

/** What the clients call some operations; the others are methods called like their id. */
const methodNames: ReadonlyMap<string, string> = new Map([
  ['reportTransaction', 'report'],
  ['listDispositionUpdates', 'dispositions'],
  ['scoreLegacy', 'score'],
  ['detectProxy', 'proxyDetection'],
]);

const oldPaths: ReadonlyMap<string, string> = new Map([['scoreLegacy', 'scoreLegacyAtOldPath']]);

/** Members that a class has already, or that would make it something else: an awaitable, for one. */
const taken = new Set([
  ...['constructor', 'then', 'callOperation', 'dispositionsOf', 'atPath'],
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/**
 * Gives every operation its method; refuses those that no client could call.
 *
 * @param document - With the components that `calls` name.
 */
export function methodsOf(document: OpenApiDocument, calls: readonly Call[]): Methods {
  const ids = new Set(calls.map(({ operation }) => operation.operationId));
  const inUrl = calls.filter(hasKeyInUrl);
  for (const call of inUrl) refuseUnlessForm(call, calls);
  const offered = calls.filter((call) => !hasKeyInUrl(call));
  for (const call of offered) if (call.isText) refuseUnlessKeyed(call);
  const olds = new Set([...oldPaths].filter(([now]) => ids.has(now)).map(([, old]) => old));
  const methods = offered
    .filter(({ operation }) => !olds.has(operation.operationId))
    .map((call): Method => {
      const id = call.operation.operationId;
      const old = oldPaths.get(id);
      const original = offered.find(({ operation }) => operation.operationId === old);
      return { name: methodNames.get(id) ?? id, call, original, asks: asksOf(document, call) };
    });
  const [json, text] = [false, true].map((isText) =>
    methods.filter(({ call }) => call.isText === isText),
  ) as [Method[], Method[]];
  for (const client of [json, text]) refuseCollisions(client);
  return { json, text, inUrl };
}

/** Where the spec says what an operation is. */
export function placeOfCall({ path, method }: Call): Place {
  return inside(placeOf('openapi.yaml'), 'paths', path, method);
}

function hasKeyInUrl({ keyField, sends }: Call): boolean {
  return keyField !== undefined && sends === 'query';
}

function refuseUnlessForm(call: Call, calls: readonly Call[]): void {
  if (calls.some((other) => other.path === call.path && other.sends === 'form')) return;
  const message =
    'no client offers it, since the license key would be in the URL: describe a post with a form next to it';
  refuse(placeOfCall(call), message);
}

function refuseUnlessKeyed(call: Call): void {
  if (call.authentication === 'key') return;
  const message =
    'the client of services that respond with text sends a license key and no account ID: say "security: []", and give the form a field with "x-credential: true"';
  refuse(inside(placeOfCall(call), 'security'), message);
}

function asksOf(document: OpenApiDocument, { request, sends }: Call): Method['asks'] {
  const { properties = {}, required = [] } = schemasOf(document)[request] ?? {};
  if (sends !== 'query') return 'something';
  if (Object.keys(properties).length === 0) return 'nothing';
  return required.length > 0 ? 'something' : 'maybe';
}

function refuseCollisions(methods: readonly Method[]): void {
  const owners = new Map<string, string>();
  for (const { name, call } of methods) {
    const place = inside(placeOfCall(call), 'operationId');
    if (taken.has(name)) refuse(place, `a method of the client cannot be called "${name}"`);
    const owner = owners.get(name);
    const { operationId } = call.operation;
    if (owner !== undefined) {
      refuse(place, `${operationId} and ${owner} would both be the method "${name}"`);
    }
    owners.set(name, operationId);
  }
}
