/** Step: `index.ts` of a client that is made outside this repository, and the few lines that explain it. */
import type { CallOptions } from '../src/options/options.ts';
import type { Call } from './calls.ts';
import { clientClasses, isDispositions, preparations } from './client-classes.ts';
import { type Method, type Methods, methodsOf, placeOfCall } from './client-methods.ts';
import { type OpenApiDocument, schemasOf } from './document.ts';
import { readmeTitle } from './drift.ts';
import { tableName } from './model-name.ts';
import { namedProperties } from './named-properties.ts';
import { inside, placeOf, refuse } from './spec-error.ts';
import { type Webhook, webhooksOf } from './webhooks.ts';

/** What `minfraud-sdk/runtime` exports and a client passes on: values, then types. */
const passedOn = {
  values: [
    ...['AuthenticationError', 'ConnectionError', 'Dispositions', 'getMetadata', 'hashEmail'],
    ...['HttpError', 'InsufficientFundsError', 'InvalidRequestError', 'MinFraudError'],
    ...['normalizeEmail', 'PermissionRequiredError', 'RateLimitError', 'TimeoutError'],
  ],
  types: [
    ...['AppInfo', 'CallEvent', 'CallOptions', 'ClientOptions', 'FetchedResponse'],
    ...['FetchFunction', 'FetchInit', 'HeaderValues', 'Hooks', 'InvalidInput', 'Issue'],
    ...['LegacyCallOptions', 'LegacyClientOptions', 'Logger', 'NoContent', 'Preview'],
    ...['RequestEvent', 'RequestSchema', 'RequestSchemaIssue', 'RequestSchemaResult'],
    ...['ResponseEvent', 'ResultMetadata', 'Retry', 'RetryEvent', 'SdkWarning', 'TextBody'],
    ...['Validation'],
  ],
} as const;

/** A part of the entry: what it needs of the runtime, what it exports, and its text. */
interface Part {
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  readonly text: string;
}

/**
 * TypeScript source of the entry: the clients, the checks, the parsers, the models and the errors.
 *
 * @param document - With the components that `calls` name.
 * @param models - The names of the models.
 */
export function clientIndex(
  document: OpenApiDocument,
  calls: readonly Call[],
  models: ReadonlyMap<string, boolean>,
  banner: string,
): string {
  const methods = methodsOf(document, calls);
  const { json, text } = methods;
  if (json.length + text.length === 0) {
    const message =
      'a client of this spec would have no methods: the spec has no operation left to call';
    refuse(inside(placeOf('openapi.yaml'), 'paths'), message);
  }
  const webhooks = webhooksOf(document);
  const parts = [
    ...checksFor(json, 'Transaction', 'transaction'),
    ...checksFor(json, 'TransactionReport', 'report'),
    ...dispositionTypes(document, json),
    ...text.flatMap(textParser),
    ...webhooks.map(alertParser),
  ];
  const classes = clientClasses(methods);
  refuseCollisions(parts, methods, models);
  const imports = [...importsOf(methods), ...parts.flatMap((part) => part.imports)];
  return `${banner}import {
${lines(imports)}} from 'minfraud-sdk/runtime';
import type * as models from './models/index.ts';
import * as operations from './operations.ts';
${webhooks.length === 0 ? '' : "import * as tables from './tables.ts';\n"}import type { paths } from './wire.ts';

export * from './models/index.ts';
export {
${lines([...passedOn.values, ...passedOn.types.map((name) => `type ${name}`)])}} from 'minfraud-sdk/runtime';

${classes}${parts.map((part) => `\n${part.text}`).join('')}`;
}

/** What the classes need of the runtime. */
function importsOf({ json, text }: Methods): string[] {
  const all = [...json, ...text];
  const requests = new Set(all.map(({ call }) => call.request));
  return [
    ...(json.length > 0 ? ['type CallOptions', 'OperationClient'] : []),
    ...(text.length > 0 ? ['type LegacyCallOptions', 'TextOperationClient'] : []),
    ...(all.some(({ call }) => call.response === undefined) ? ['type NoContent'] : []),
    ...[...preparations].flatMap(([name, prepare]) => (requests.has(name) ? [prepare] : [])),
  ];
}

/** Each once, a line each. */
function lines(names: readonly string[]): string {
  return [...new Set(names)]
    .sort(byName)
    .map((name) => `  ${name},\n`)
    .join('');
}

function byName(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.replace('type ', '').toLowerCase());
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** The functions that check a request without sending it, over the first operation that takes it. */
function checksFor(
  methods: readonly Method[],
  request: string,
  kind: 'transaction' | 'report',
): Part[] {
  const found = methods.find(({ call }) => call.request === request);
  if (found === undefined) return [];
  const type = kind === 'transaction' ? 'TransactionChecks' : 'ReportChecks';
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
  const text = `const ${kind}s: ${type}<models.${request}> = /* @__PURE__ */ ${kind}Checks(
  operations.${found.call.operation.operationId}Operation,
);
${exported.join('')}`;
  return [{ imports: [`type ${type}`, `${kind}Checks`], exports: members, text }];
}

/** The options of a call stand next to the parameters of the service. */
const callOptions: Readonly<Record<keyof CallOptions, true>> = {
  timeout: true,
  deadline: true,
  maxRetries: true,
  invalid: true,
  hashEmail: true,
  locales: true,
  headers: true,
  signal: true,
  context: true,
};

/** The query and the pages of the dispositions, whose walk needs three of their fields. */
function dispositionTypes(document: OpenApiDocument, methods: readonly Method[]): Part[] {
  const found = methods.find(isDispositions);
  if (found === undefined) return [];
  const { request, response = '' } = found.call;
  const parameters = modelsOf(document, request);
  const wrong = parameters.find((name) => Object.hasOwn(callOptions, name));
  if (wrong !== undefined) {
    const message = `"${wrong}" is already an option of every call: give the parameter's schema an x-model-name`;
    refuse(inside(placeOfCall(found.call), 'parameters'), message);
  }
  const missing = [
    ...['updatesAfter'].filter((name) => !parameters.includes(name)),
    ...['updates', 'lastUpdateTimestamp'].filter(
      (name) => !modelsOf(document, response).includes(name),
    ),
  ];
  if (response !== 'DispositionUpdates' || missing.length > 0) {
    const what = missing.join(' and ') || 'the response DispositionUpdates';
    refuse(placeOfCall(found.call), `pagination needs ${what}`);
  }
  const text = `/** Where to start, with the parameters of this spec. Options of the calls may stand next to it. */
export interface DispositionsQuery
  extends CallOptions, Pick<StartOfUpdates, 'updatesAfter'>, Omit<models.${request}, 'updatesAfter'> {}

/** A page that can be continued from, with the fields of this spec. */
export interface DispositionPage
  extends Omit<models.${response}, 'lastUpdateTimestamp'>, Pick<PageOfUpdates, 'lastUpdateTimestamp'> {}
`;
  const imports = [
    'type DispositionPage as PageOfUpdates',
    'type Dispositions',
    'type DispositionsQuery as StartOfUpdates',
  ];
  return [{ imports, exports: ['DispositionsQuery', 'DispositionPage'], text }];
}

function modelsOf(document: OpenApiDocument, component: string): string[] {
  const schema = schemasOf(document)[component] ?? {};
  return namedProperties(schema, placeOf(component)).map(({ model }) => model);
}

/** Stored responses of the two services that the SDK has parsers for. */
function textParser({ call }: Method): Part[] {
  const name = parsers.get(call.operation.operationId);
  if (name === undefined) return [];
  const { response = '', operation } = call;
  const text = `/** Reads a stored response, by the fields of this spec; throws what a call would reject with. */
export const ${name}: (body: TextBody) => models.${response} = /* @__PURE__ */ textParser(
  operations.${operation.operationId}Operation,
);
`;
  return [{ imports: ['type TextBody', 'textParser'], exports: [name], text }];
}

const parsers: ReadonlyMap<string, string> = new Map([
  ['scoreLegacy', 'parseLegacyResponse'],
  ['detectProxy', 'parseProxyResponse'],
]);

function alertParser({ parser, query, summary }: Webhook): Part {
  const received = `Received${query}`;
  const text = `/** ${(summary ?? 'A webhook').replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')}: what it sends. Other parameters are on it too, under their name in the query. */
export interface ${received} extends models.${query}, RepeatedParameters {}

/** Reads the webhook's URL or its query, and never fails. Check the signature first: parsing proves nothing. */
export const ${parser}: (urlOrQuery: string | URL) => ${received} = /* @__PURE__ */ alertReader(
  tables.${tableName(query)},
);
`;
  const imports = ['alertReader', 'type RepeatedParameters'];
  return { imports, exports: [received, parser], text };
}

function refuseCollisions(
  parts: readonly Part[],
  { json, text }: Methods,
  models: ReadonlyMap<string, boolean>,
): void {
  const owned = new Set([
    ...(json.length > 0 ? ['MinFraud'] : []),
    ...(text.length > 0 ? ['MinFraudLegacy'] : []),
    ...passedOn.values,
    ...passedOn.types,
  ]);
  for (const name of parts.flatMap((part) => part.exports)) {
    if (owned.has(name)) {
      const message = `the client would export "${name}" twice: rename a webhook or its schema`;
      refuse(inside(placeOf('openapi.yaml'), 'webhooks'), message);
    }
    owned.add(name);
  }
  for (const name of owned) {
    if (models.has(name))
      refuse(placeOf(name), `the client exports something called "${name}" already`);
  }
}

/** Five lines for the person who finds the folder. */
export function clientReadme(
  document: OpenApiDocument,
  calls: readonly Call[],
  again: string,
): string {
  const { json, text } = methodsOf(document, calls);
  const listed = [
    { name: 'MinFraud', methods: json },
    { name: 'MinFraudLegacy', methods: text },
  ]
    .filter(({ methods }) => methods.length > 0)
    .map(({ name, methods }) => {
      return `\`${name}\` has ${methods.map((method) => `\`${method.name}\``).join(', ')}`;
    });
  return `${readmeTitle}
Compiled from an OpenAPI document: edit that or its overlays, not these files, and run \`${again}\` again.
Import from \`…/index.js\` in place of \`minfraud-sdk\`, \`minfraud-sdk/legacy\` and \`parseAlert\` of \`minfraud-sdk/alerts\`: ${listed.join('; ')}.
\`openapi.json\` is the whole document, for \`startEmulator({ spec })\` and for other tools.
The package \`minfraud-sdk\` must be installed: the client runs on it, and its documentation applies here too.
`;
}
