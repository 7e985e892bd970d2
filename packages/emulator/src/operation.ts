/** Reads the operations of an OpenAPI document, as far as the emulator needs them. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';

/** A schema object of the document. */
export type Schema = Readonly<Record<string, unknown>>;

/** Follows the references of a document. */
export type Resolve = (value: unknown) => Schema | undefined;

/** The part of an OpenAPI operation that the emulator reads. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** As the document writes it: `/minfraud/v2.0/score`, `/lists/{name}`. */
  readonly path: string;
  /** False for the legacy services, whose key is sent in the form. */
  readonly basicAuth: boolean;
  /** Status of the response when all is well. */
  readonly status: number;
  /** Media types of the request body, and of the response or, where it has no body, of its errors. */
  readonly accepts: readonly string[];
  readonly produces: readonly string[];
  /** Schemas of the body of the request and of the response, as JSON Pointers into the document. */
  readonly requestSchema: string | undefined;
  readonly responseSchema: string | undefined;
  /** An example of the response, when the document has one. */
  readonly responseExample: unknown;
  /** Query parameters by name; true for those that are required. */
  readonly queryParameters: ReadonlyMap<string, boolean>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a document. `resolve` follows references. */
export function readOperations(document: Json, resolve: Resolve): Operation[] {
  const paths = document['paths'] as Json;
  return Object.entries(paths).flatMap(([path, item]) =>
    isRecord(item)
      ? METHODS.filter((method) => isRecord(item[method])).map((method) =>
          readOperation(path, method, item, item[method] as Json, document, resolve),
        )
      : [],
  );
}

function readOperation(
  path: string,
  method: string,
  item: Json,
  operation: Json,
  document: Json,
  resolve: Resolve,
): Operation {
  const here = `/paths/${escapePointer(path)}/${method}`;
  const request = resolve(operation['requestBody']);
  const responses = (operation['responses'] ?? {}) as Json;
  const status = Object.keys(responses).find((code) => /^2\d\d$/.test(code)) ?? '200';
  const content = contentOf(resolve(responses[status]));
  const [type = '', media] = Object.entries(content)[0] ?? [];
  const errors = Object.keys(responses).flatMap((code) =>
    Object.keys(contentOf(resolve(responses[code]))),
  );
  const produces = Object.keys(content);
  const { operationId } = operation;
  const security = operation['security'] ?? document['security'];
  return {
    operationId: typeof operationId === 'string' ? operationId : `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    basicAuth: !Array.isArray(security) || security.length > 0,
    status: Number(status),
    accepts: Object.keys(contentOf(request)),
    produces: produces.length > 0 ? produces : ['application/json', ...new Set(errors)],
    requestSchema: schemaPointer(`${here}/requestBody`, operation['requestBody'], request),
    responseSchema: schemaPointer(
      `${here}/responses/${status}`,
      responses[status],
      resolve(responses[status]),
    ),
    responseExample: type === '' ? undefined : exampleOf(media, resolve),
    queryParameters: new Map(
      [item['parameters'], operation['parameters']]
        .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
        .map((parameter) => resolve(parameter))
        .filter((parameter) => parameter?.['in'] === 'query')
        .map((parameter) => [String(parameter?.['name']), parameter?.['required'] === true]),
    ),
  };
}

function exampleOf(media: unknown, resolve: Resolve): unknown {
  if (!isRecord(media)) return undefined;
  if ('example' in media) return media['example'];
  const first = Object.values(isRecord(media['examples']) ? media['examples'] : {})[0];
  return resolve(first)?.['value'];
}

function contentOf(holder: Schema | undefined): Json {
  return isRecord(holder?.['content']) ? holder['content'] : {};
}

/** Where the first media type's schema is: below the reference when the holder is one. */
function schemaPointer(
  here: string,
  holder: unknown,
  resolved: Schema | undefined,
): string | undefined {
  const [type, media] = Object.entries(contentOf(resolved))[0] ?? [];
  if (type === undefined || !isRecord(media) || media['schema'] === undefined) return undefined;
  const reference = isRecord(holder) ? holder['$ref'] : undefined;
  const base = typeof reference === 'string' ? reference.replace(/^#/, '') : here;
  return `${base}/content/${escapePointer(type)}/schema`;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
