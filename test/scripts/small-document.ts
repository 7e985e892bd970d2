/** Small OpenAPI documents for the tests of single steps. */
import type { OpenApiDocument, PathItem, Schema } from '../../scripts/document.ts';

/** A document with these schemas and nothing that uses them. */
export function documentOf(schemas: Record<string, Schema>): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1.0.0' },
    paths: {},
    components: { schemas },
  };
}

/** The same document, all of whose operations need basic credentials. */
export function withBasicCredentials(document: OpenApiDocument): OpenApiDocument {
  const securitySchemes = { basic: { type: 'http', scheme: 'basic' } };
  return {
    ...document,
    security: [{ basic: [] }],
    components: { ...document.components, securitySchemes },
  };
}

/** One operation that takes the schema `request` and responds with 200 and the schema `response`. */
export function documentWithOperation(
  schemas: Record<string, Schema>,
  { request, response }: { request?: string; response?: string },
): OpenApiDocument {
  const json = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const item = {
    post: {
      operationId: 'call',
      ...(request === undefined ? {} : { requestBody: { content: json(request) } }),
      responses: { '200': response === undefined ? {} : { content: json(response) } },
    },
  } satisfies PathItem;
  return { ...withBasicCredentials(documentOf(schemas)), paths: { '/call': item } };
}

export function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
