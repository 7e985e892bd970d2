/** One operation as Markdown: how to call it, what it takes, what it responds with. */
import {
  dereference,
  type OpenApiDocument,
  type Parameter,
  type PathOperation,
  type Schema,
} from '../../../scripts/document.ts';
import { cell, SchemaTables } from './schema-tables.ts';
import { serversOf } from './servers.ts';

export interface PlacedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: PathOperation;
}

export function operationPage(
  document: OpenApiDocument,
  { path, method, operation }: PlacedOperation,
): string {
  const tables = new SchemaTables(document);
  const target = `${method.toUpperCase()} ${path}`;
  const { summary = '', description = '', externalDocs } = operation;
  const more =
    externalDocs === undefined
      ? ''
      : ` MaxMind's page: [${hostless(externalDocs.url)}](${externalDocs.url}).`;
  return [
    `# ${summary}`,
    `\`${target}\``,
    `${description.trim()}${more}`,
    curl(document, { path, method, operation }),
    ...requestPart(document, operation, tables),
    ...responsePart(document, operation, tables),
    tables.rest(),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const hostless = (url: string): string => new URL(url).pathname.replace(/^\/|\/$/g, '');

/** As one calls it from a shell; nothing for a webhook, which MaxMind calls. */
function curl(document: OpenApiDocument, { path, method, operation }: PlacedOperation): string {
  const [server] = serversOf(document);
  if (!path.startsWith('/') || server === undefined || method === 'get') return '';
  const isForm = bodyOf(document, operation)?.type === 'application/x-www-form-urlencoded';
  const lines = isForm
    ? [`--data-urlencode "license_key=$MAXMIND_LICENSE_KEY"`, `--data-urlencode 'i=203.0.113.7'`]
    : [
        '--user "$MAXMIND_ACCOUNT_ID:$MAXMIND_LICENSE_KEY"',
        `--header 'Content-Type: application/json'`,
        '--data @request.json',
      ];
  const command = [`curl ${server.url}${path}`, ...lines].join(' \\\n  ');
  return `\`\`\`sh\n${command}\n\`\`\``;
}

function requestPart(
  document: OpenApiDocument,
  operation: PathOperation,
  tables: SchemaTables,
): string[] {
  const parameters = (operation.parameters ?? []).map((one) => dereference(document, one));
  const single = parameters.filter((one) => tables.nameOf(one.schema ?? {}) === undefined);
  const exploded = parameters.filter((one) => tables.nameOf(one.schema ?? {}) !== undefined);
  const body = bodyOf(document, operation);
  return [
    '## Request',
    single.length === 0 ? '' : parameterTable(single),
    ...exploded.map(({ schema = {} }) => tables.heading(schema, 'Query')),
    body === undefined ? '' : `Body: \`${body.type}\`.`,
    body === undefined ? '' : exampleBlock(document, body.examples),
    body === undefined ? '' : tables.heading(body.schema, 'Body'),
  ];
}

function parameterTable(parameters: readonly Parameter[]): string {
  const rows = parameters.map(({ name, in: where, required = false, description = '' }) => {
    return `| \`${name}\`<br>${where}${required ? ', required' : ''} | ${cell(description)} |`;
  });
  return ['| parameter | description |', '| --- | --- |', ...rows].join('\n');
}

function responsePart(
  document: OpenApiDocument,
  operation: PathOperation,
  tables: SchemaTables,
): string[] {
  const parts: string[] = [];
  const failures: string[] = [];
  for (const [status, referred] of Object.entries(operation.responses ?? {})) {
    const response = dereference(document, referred);
    const description = response.description ?? '';
    if (!status.startsWith('2')) {
      failures.push(`| ${status} | ${cell(description)} |`);
      continue;
    }
    parts.push(`## Response ${status}`, description);
    const [content] = Object.values(response.content ?? {});
    if (content === undefined) continue;
    parts.push(exampleBlock(document, content.examples ?? {}));
    if (content.schema !== undefined) parts.push(tables.heading(content.schema, 'Body'));
  }
  if (failures.length > 0) {
    parts.push('## Errors', ['| status | meaning |', '| --- | --- |', ...failures].join('\n'));
    parts.push('[Error codes](../docs/error-codes.html) lists the codes in the body.');
  }
  return parts;
}

interface Body {
  readonly type: string;
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, unknown>>;
}

function bodyOf(document: OpenApiDocument, { requestBody }: PathOperation): Body | undefined {
  if (requestBody === undefined) return undefined;
  const [entry] = Object.entries(dereference(document, requestBody).content ?? {});
  if (entry === undefined) return undefined;
  const [type, { schema = {}, examples = {} }] = entry;
  return { type, schema, examples };
}

/** The first example: the fullest one stands first in the spec. */
function exampleBlock(
  document: OpenApiDocument,
  examples: Readonly<Record<string, unknown>>,
): string {
  const [first] = Object.values(examples) as { readonly $ref?: string }[];
  if (first === undefined) return '';
  const { value } = dereference<{ $ref?: string; value?: unknown }>(document, first);
  if (typeof value === 'string') return `\`\`\`\`text\n${value}\n\`\`\`\``;
  return `\`\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\``;
}
