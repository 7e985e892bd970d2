/** Step, for this repository: the page of the services (docs/services.md), of what the spec says of each operation. */
import { classOfError } from '../src/failure/service-error.ts';
import { type Call, callView } from './calls.ts';
import { type Method, methodsOf } from './client-methods.ts';
import { dereference, enumValues, type MediaType, type OpenApiDocument } from './document.ts';
import { deprecationNotice } from './documentation.ts';
import { webhooksOf } from './webhooks.ts';

/** Says that nothing is edited here, in a comment that readers of the page do not see. */
export const pageBanner =
  '<!-- Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again. -->';

const clients = {
  json: { variable: 'client', made: '`new MinFraud(…)` of `minfraud-sdk`' },
  text: {
    variable: 'legacyClient',
    made: '`new MinFraudLegacy({ licenseKey })` of `minfraud-sdk/legacy`',
  },
} as const;

/** Longer examples are in spec/examples: the page is to be read. */
const longestExample = 50;

/** Markdown, not yet formatted as the other pages are. */
export function servicesPage(spec: OpenApiDocument): string {
  const { document, calls } = callView(spec);
  const { json, text, inUrl } = methodsOf(document, calls);
  const methods = [
    ...json.map((method) => ({ method, variable: clients.json.variable })),
    ...text.map((method) => ({ method, variable: clients.text.variable })),
  ];
  const rows = [
    ...methods.flatMap(({ method, variable }) => {
      const how = callOf(method, variable);
      const { original } = method;
      const old =
        original === undefined
          ? []
          : [row(original, `${how}, with the option \`path: 'original'\``)];
      return [row(method.call, `[${how}](#${anchorOf(how)})`), ...old];
    }),
    ...inUrl.map((call) => row(call, 'not offered: the license key would be in the URL')),
  ];
  return `${pageBanner}

# Services

Every operation of minFraud: how to call it, its request, its result and its errors.

- \`client\` is ${clients.json.made}
- \`legacyClient\` is ${clients.text.made}

| operation | method | path | how to call it |
| --- | --- | --- | --- |
${rows.join('\n')}

Examples are in the spelling of the service. In requests and results of this package the names are in
camelCase: \`risk_score\` is \`riskScore\`. [Errors](errors.md) says what each error means and what to do.

${methods.map(({ method, variable }) => section(document, method, callOf(method, variable))).join('\n')}
${webhooksOf(spec)
  .map(
    ({ parser, query, summary, operationId }) => `## ${parser}(url)

${summary ?? operationId}: MaxMind calls a URL of yours (\`${operationId}\` in the spec). Its result: \`${query}\`. [Alerts](alerts.md) tells
how its signature is checked.
`,
  )
  .join('\n')}`;
}

function row({ operation, method, path }: Call, how: string): string {
  return `| \`${operation.operationId}\` | ${method.toUpperCase()} | \`${path}\` | ${how} |`;
}

/** \`client.score(transaction)\`: an argument is called like the last word of its type. */
function callOf({ name, call, asks }: Method, variable: string): string {
  const word = /[A-Z][a-z]*$/.exec(call.request)?.[0].toLowerCase() ?? 'request';
  return `\`${variable}.${name}(${asks === 'nothing' ? '' : word})\``;
}

/** As GitHub makes the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

function section(document: OpenApiDocument, { call }: Method, how: string): string {
  const { operation, method, path, sends, request, response, keyField } = call;
  const { summary = '', description = '', externalDocs } = operation;
  const { deprecated = false, 'x-deprecated': deprecation = {} } = operation;
  const notice = deprecated ? `\n\n**Deprecated** ${deprecationNotice(deprecation)}`.trimEnd() : '';
  const limit = operation['x-body-limit'];
  const where = {
    json: `a body in JSON${limit === undefined ? '' : ` of at most ${limit.toLocaleString('en-US')} bytes`}`,
    form: `a form${keyField === undefined ? '' : ', to which the client adds the license key'}`,
    query: 'the query',
  }[sends];
  // Without backticks: TypeDoc makes no anchor of code.
  return `## ${how.replaceAll('`', '')}

${summary}. ${description}${notice}${externalDocs === undefined ? '' : `\n\n[MaxMind's page](${externalDocs.url})`}

- \`${method.toUpperCase()} ${path}\`, \`${operation.operationId}\` in the spec.
- Request: \`${request}\`, sent as ${where}.
- Result: ${response === undefined ? 'nothing but its metadata; a success has no body' : `\`${response}\``}.
- ${operation['x-retryable'] === true ? 'It is retried also when the response was lost.' : 'It is not retried once the service may have processed it.'}

${errorTable(document, call)}
${example('Request', requestExamples(document, call))}${example('Response', responseExamples(document, call))}`;
}

/** Each status with its codes and the class of the error. */
function errorTable(document: OpenApiDocument, { operation }: Call): string {
  const rows = Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
    if (!/^[45]/.test(status)) return [];
    const codes = Object.values(dereference(document, response).content ?? {}).flatMap(
      ({ schema }) => codesOf(document, schema),
    );
    const { name } = classOfError(undefined, Number(status) || 500, {});
    const listed = [...new Set(codes)].map((code) => `\`${code}\``).join(', ');
    return [`| ${status} | \`${name}\` | ${listed} |`];
  });
  return rows.length === 0
    ? ''
    : `| status | error | documented codes |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function codesOf(document: OpenApiDocument, schema: MediaType['schema']): string[] {
  if (schema === undefined) return [];
  const body = dereference(document, schema);
  const { properties = {} } = dereference(document, body.contentSchema ?? body);
  const code = properties['code'] ?? properties['err'];
  return code === undefined ? [] : [...(enumValues(dereference(document, code)) ?? [])];
}

function requestExamples(document: OpenApiDocument, { operation }: Call): unknown[] {
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const [media] = Object.values(body?.content ?? {});
  if (media !== undefined) return examplesOf(document, media);
  const queries = (operation.parameters ?? []).map((given) => {
    const parameter = dereference(document, given);
    const [value] = examplesOf(document, parameter);
    return [parameter.name, value] as const;
  });
  const entries = queries.filter(([, value]) => value !== undefined);
  return entries.length === 0 ? [] : [Object.fromEntries(entries)];
}

function responseExamples(document: OpenApiDocument, { operation }: Call): unknown[] {
  const success = Object.entries(operation.responses ?? {}).find(([status]) =>
    status.startsWith('2'),
  );
  if (success === undefined) return [];
  const [media] = Object.values(dereference(document, success[1]).content ?? {});
  return media === undefined ? [] : examplesOf(document, media);
}

/** What a media type or a parameter gives as examples. */
function examplesOf(document: OpenApiDocument, holder: object): unknown[] {
  const { examples = {} } = holder as {
    examples?: Record<string, { $ref?: string; value?: unknown }>;
  };
  return Object.values(examples).flatMap((given) => dereference(document, given).value ?? []);
}

/** The longest example that can be read in passing, else the shortest. */
function example(what: string, values: readonly unknown[]): string {
  const texts = values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2)))
    .sort((a, b) => b.length - a.length);
  const text = texts.find((one) => one.split('\n').length <= longestExample) ?? texts.at(-1);
  if (text === undefined) return '';
  return `${what}:\n\n\`\`\`${/^[[{]/.test(text) ? 'json' : 'text'}\n${text.trimEnd()}\n\`\`\`\n\n`;
}
