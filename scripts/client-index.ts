/** Step: `index.ts` of a client that is made outside this repository, and the few lines that explain it. */
import type { Call } from './calls.ts';
import { readmeTitle } from './drift.ts';
import { inside, placeOf, refuse } from './spec-error.ts';

/** What the facade calls some operations; the others are methods called like their id. */
const methodNames: ReadonlyMap<string, string> = new Map([
  ['reportTransaction', 'report'],
  ['listDispositionUpdates', 'dispositions'],
]);

/** Checks that no table can state, by the name of the request. */
const preparations: ReadonlyMap<string, string> = new Map([
  ['Transaction', 'prepareTransaction'],
  ['TransactionReport', 'prepareReport'],
]);

/** Members that the class has already, or that would make it something else: an awaitable, for one. */
const taken = new Set([
  ...['constructor', 'then', 'callOperation', 'dispositionsOf'],
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** What `minfraud-sdk/runtime` exports and a client passes on: values, then types. */
const passedOn = {
  values: [
    ...['AuthenticationError', 'ConnectionError', 'Dispositions', 'getMetadata', 'hashEmail'],
    ...['HttpError', 'InsufficientFundsError', 'InvalidRequestError', 'MinFraudError'],
    ...['normalizeEmail', 'PermissionRequiredError', 'RateLimitError', 'TimeoutError'],
  ],
  types: [
    ...['AppInfo', 'CallEvent', 'CallOptions', 'ClientOptions', 'DispositionPage'],
    ...['DispositionsQuery', 'FetchedResponse', 'FetchFunction', 'FetchInit', 'HeaderValues'],
    ...['Hooks', 'InvalidInput', 'Issue', 'Logger', 'NoContent', 'Preview', 'RequestEvent'],
    ...['RequestSchema', 'RequestSchemaIssue', 'RequestSchemaResult', 'ResponseEvent'],
    ...['ResultMetadata', 'Retry', 'RetryEvent', 'SdkWarning', 'Validation'],
  ],
} as const;

/** TypeScript source of the entry: the client, the checks, the models and the errors. */
export function clientIndex(
  calls: readonly Call[],
  models: ReadonlyMap<string, boolean>,
  banner: string,
): string {
  const methods = calls.filter(isMethod);
  const checks = [
    ...checksFor(methods, 'Transaction', 'transaction'),
    ...checksFor(methods, 'TransactionReport', 'report'),
  ];
  refuseCollisions(methods, models);
  const uses = (name: string): boolean => methods.some(({ request }) => request === name);
  const runtime = [
    'type CallOptions',
    ...(hasDispositions(methods) ? ['type Dispositions', 'type DispositionsQuery'] : []),
    ...(methods.some(({ response }) => response === undefined) ? ['type NoContent'] : []),
    'OperationClient',
    ...[...preparations].flatMap(([name, prepare]) => (uses(name) ? [prepare] : [])),
    ...(uses('TransactionReport') ? ['type ReportChecks', 'reportChecks'] : []),
    ...(uses('Transaction') ? ['type TransactionChecks', 'transactionChecks'] : []),
  ].sort(byName);
  return `${banner}import {
${runtime.map((name) => `  ${name},\n`).join('')}} from 'minfraud-sdk/runtime';
import type * as models from './models/index.ts';
import * as operations from './operations.ts';
import type { paths } from './wire.ts';

export * from './models/index.ts';
export {
${[...passedOn.values, ...passedOn.types.map((name) => `type ${name}`)]
  .sort(byName)
  .map((name) => `  ${name},\n`)
  .join('')}} from 'minfraud-sdk/runtime';

/** The client of \`minfraud-sdk\`, with the operations, names and types of this spec. */
export class MinFraud extends OperationClient<paths> {
${methods.map(method).join('\n')}}
${checks.map((check) => `\n${check}`).join('')}`;
}

function byName(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.replace('type ', '').toLowerCase());
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** Those that answer in text are asked by \`minfraud-sdk/legacy\`. */
function isMethod({ isText }: Call): boolean {
  return !isText;
}

function hasDispositions(methods: readonly Call[]): boolean {
  return methods.some(({ operation }) => operation.operationId === 'listDispositionUpdates');
}

function nameOf({ operation: { operationId } }: Call): string {
  return methodNames.get(operationId) ?? operationId;
}

function method(call: Call): string {
  const { operation, request, response } = call;
  const { operationId } = operation;
  const doc = docComment(operation.summary, operation.description);
  if (operationId === 'listDispositionUpdates') {
    return `${doc}  dispositions(query: DispositionsQuery, options?: CallOptions): Dispositions<models.DispositionUpdate> {
    return this.dispositionsOf(
      (request, given) => this.callOperation(operations.${operationId}Operation, request, given),
      query,
      options,
    );
  }
`;
  }
  const result = response === undefined ? 'NoContent' : `models.${response}`;
  const prepare = preparations.get(request);
  const given = [`operations.${operationId}Operation`, 'request', 'options', prepare];
  return `${doc}  ${nameOf(call)}(request: models.${request}, options?: CallOptions): Promise<${result}> {
    return this.callOperation(${given.filter((name) => name !== undefined).join(', ')});
  }
`;
}

function docComment(summary = '', description = ''): string {
  const paragraphs = [summary, description]
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (paragraphs.length === 0) return '';
  const lines = paragraphs.join('\n\n').replaceAll('*/', '*\\/').split('\n');
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`;
}

/** The functions that check a request without sending it, over the first operation that takes it. */
function checksFor(
  methods: readonly Call[],
  request: string,
  kind: 'transaction' | 'report',
): string[] {
  const call = methods.find((candidate) => candidate.request === request);
  if (call === undefined) return [];
  const type = kind === 'transaction' ? 'TransactionChecks' : 'ReportChecks';
  const checks = `const ${kind}s: ${type}<models.${request}> = /* @__PURE__ */ ${kind}Checks(
  operations.${call.operation.operationId}Operation,
);
`;
  const members = {
    transaction: [
      'parseTransaction',
      'previewTransaction',
      'transactionSchema',
      'validateTransaction',
    ],
    report: ['reportSchema', 'validateReport'],
  }[kind];
  const exported = members.map(
    (name) => `export const ${name}: ${type}<models.${request}>['${name}'] = ${kind}s.${name};\n`,
  );
  return [checks + exported.join('')];
}

function refuseCollisions(methods: readonly Call[], models: ReadonlyMap<string, boolean>): void {
  const owners = new Map<string, string>();
  for (const call of methods) {
    const name = nameOf(call);
    const { path, method: verb, operation } = call;
    const place = inside(placeOf('openapi.yaml'), 'paths', path, verb, 'operationId');
    if (taken.has(name)) refuse(place, `a method of the client cannot be called "${name}"`);
    const owner = owners.get(name);
    if (owner !== undefined) {
      refuse(place, `${operation.operationId} and ${owner} would both be the method "${name}"`);
    }
    owners.set(name, operation.operationId);
  }
  const ours = ['MinFraud', ...passedOn.values, ...passedOn.types];
  for (const name of ours) {
    if (models.has(name))
      refuse(placeOf(name), `the client exports something called "${name}" already`);
  }
}

/** Five lines for the person who finds the folder. */
export function clientReadme(calls: readonly Call[], again: string): string {
  const methods = calls.filter(isMethod).map((call) => `\`${nameOf(call)}\``);
  return `${readmeTitle}
Compiled from an OpenAPI document: edit that or its overlays, not these files, and run \`${again}\` again.
\`import { MinFraud } from '…/index.js'\` in place of \`minfraud-sdk\`; methods: ${methods.join(', ')}.
\`openapi.json\` is the whole document, for \`startEmulator({ spec })\` and for other tools.
The package \`minfraud-sdk\` has to be installed: the client runs on it, and its documentation holds here too.
`;
}
