/** Step: every operation with its tables (generated/operations.ts). */
import type { Call } from './calls.ts';
import { dereference, type OpenApiDocument, type PathOperation } from './document.ts';
import { tableName } from './model-name.ts';
import { Name, printString, printValue } from './tables/print.ts';

/** TypeScript source: one constant an operation, and all of them by their id. */
export function operations(
  document: OpenApiDocument,
  calls: readonly Call[],
  { banner, runtime }: { readonly banner: string; readonly runtime: string },
): string {
  const constants = calls.map((call) => {
    const { request, response } = call;
    const result = response === undefined ? 'NoContent' : `models.${response}`;
    const type = `Operation<models.${request}, ${result}, ${call.wireType}, wire.paths>`;
    const head = `export const ${constantOf(call)}: ${type} =`;
    return `${head} ${printValue(entry(document, call), 0, head.length + 1)};\n`;
  });
  const ids = calls.map(({ operation }) => operation.operationId);
  const types = calls.map(
    (call, at) => `  readonly ${ids[at] ?? ''}: typeof ${constantOf(call)};\n`,
  );
  const values = calls.map((call, at) => `  ${ids[at] ?? ''}: ${constantOf(call)},\n`);
  return `${banner}import type { NoContent, Operation } from ${printString(runtime)};
import type * as models from './models/index.ts';
import * as tables from './tables.ts';
import type * as wire from './wire.ts';

${constants.join('\n')}
/** All operations, by their id. */
export const operations: {
${types.join('')}} = {
${values.join('')}};

export type OperationId = keyof typeof operations;
`;
}

function constantOf({ operation }: Call): string {
  return `${operation.operationId}Operation`;
}

function entry(document: OpenApiDocument, call: Call): object {
  const { operation, path, method, sends, authentication, keyField, request, response, isText } =
    call;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    accept: acceptOf(document, operation),
    authentication,
    keyField,
    retryable: operation['x-retryable'] === true,
    sends,
    bodyLimit: operation['x-body-limit'],
    request: new Name(`tables.${tableName(request)}`),
    response: response === undefined ? undefined : new Name(`tables.${tableName(response)}`),
    errorCodes: new Name(isText ? 'tables.legacyErrorCodes' : 'tables.errorCodes'),
    warningCodes: isText ? new Name('tables.legacyWarningCodes') : undefined,
    send: new Name(sendOf(call)),
  };
}

/** The call of openapi-fetch: its types know the path, and refuse another method, body or parameter. */
function sendOf({ path, method, sends, keyField, queryName }: Call): string {
  const request =
    keyField === undefined ? 'request' : `{ ...request, ${propertyName(keyField)}: licenseKey }`;
  const query = queryName === undefined ? request : `{ ${propertyName(queryName)}: ${request} }`;
  const init = sends === 'query' ? `params: { query: ${query} }` : `body: ${request}`;
  const parameters =
    keyField === undefined ? 'client, request, init' : 'client, request, init, licenseKey';
  return `(${parameters}) =>
    client.${method.toUpperCase()}(${printString(path)}, { ${init}, ...init })`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printString(name);
}

/**
 * The media type to ask for. A vendor type with a version in it is offered next to plain JSON; plain JSON
 * is what the vendor's own clients ask for. A response without content still has errors in JSON.
 */
function acceptOf(document: OpenApiDocument, operation: PathOperation): string {
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const types = Object.keys(dereference(document, response).content ?? {});
    if (status.startsWith('2') && types[0]?.startsWith('text/')) return types[0];
  }
  return 'application/json';
}
