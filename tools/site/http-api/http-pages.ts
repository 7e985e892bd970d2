/** The HTTP API of the spec as Markdown: an overview, and one page an operation. */
import { type OpenApiDocument, operationsOf } from '../../../scripts/document.ts';
import { operationPage } from './operation-page.ts';
import { serversOf } from './servers.ts';

export interface HttpPage {
  readonly title: string;
  /** From the root of the site, without `.html`. */
  readonly place: string;
  readonly markdown: string;
}

export function httpPages(document: OpenApiDocument): HttpPage[] {
  const operations = [...operationsOf(document)]
    .sort(postFirst)
    .map(({ path, method, operation }) => ({
      title: operation.summary ?? path,
      place: `http-api/${operation.operationId}`,
      line: `| [${operation.summary ?? ''}](${operation.operationId}.html) | \`${method.toUpperCase()} ${path}\` |`,
      markdown: operationPage(document, { path, method, operation }),
    }));
  return [overview(document, operations), ...operations];
}

interface Placed {
  readonly path: string;
  readonly method: string;
}

/** Of the two ways to call a text service the one that keeps the key out of the URL. */
function postFirst(one: Placed, other: Placed): number {
  return one.path === other.path ? other.method.localeCompare(one.method) : 0;
}

function overview(
  document: OpenApiDocument,
  operations: readonly { readonly line: string }[],
): HttpPage {
  const hosts = serversOf(document).map(({ url, description }) => `- \`${url}\`: ${description}`);
  const markdown = `# HTTP API

${String(document.info['description'])}

The document itself: [openapi.json](../generated/openapi.json) (OpenAPI 3.1), also in the package as
\`minfraud-sdk/openapi.json\` and, for generators that need it, \`minfraud-sdk/openapi-3.0.json\`.
[Other languages](../docs/other-languages.html) compiles clients from it.

## Servers

${hosts.join('\n')}

## Operations

| operation | request |
| --- | --- |
${operations.map(({ line }) => line).join('\n')}
`;
  return { title: 'Overview', place: 'http-api/index', markdown };
}
