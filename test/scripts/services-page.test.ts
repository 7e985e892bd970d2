import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { OpenApiDocument, PathItem, Schema } from '../../scripts/document.ts';
import { pageBanner, servicesPage } from '../../scripts/services-page.ts';
import { documentOf, reference, withBasicCredentials } from './small-document.ts';

const schemas: Record<string, Schema> = {
  SmallOrder: {
    type: 'object',
    additionalProperties: false,
    properties: { a_b: { type: 'string' } },
  },
  Receipt: { type: 'object', properties: { id: { type: 'string' } } },
  Refusal: {
    type: 'object',
    properties: {
      code: { type: 'string', 'x-extensible-enum': ['NO'] },
    },
  },
};
const json = (schema: Schema, ...examples: unknown[]) => ({
  content: {
    'application/json': {
      schema,
      examples: Object.fromEntries(examples.map((value, at) => [`e${at}`, { value }])),
    },
  },
});

const page = (item: object): string =>
  servicesPage({
    ...withBasicCredentials(documentOf(schemas)),
    paths: { '/a': item as PathItem },
  });

describe('the page of the services', () => {
  const long = { list: Array.from({ length: 99 }, (_, at) => at) };
  const post = {
    operationId: 'weigh',
    summary: 'Weigh an order',
    description: 'Says how heavy it is.',
    'x-body-limit': 90,
    requestBody: json(reference('SmallOrder'), long, { a_b: 'x' }),
    responses: {
      '200': json(reference('Receipt'), { id: 'y' }),
      '402': json(reference('Refusal')),
    },
  };

  test('says that an operation is deprecated, since when and what to use', () => {
    const told = { deprecated: true, 'x-deprecated': { since: 'May 2026', use: 'Use `score`.' } };
    const start = 'Weigh an order. Says how heavy it is.\n\n';
    expect(page({ post })).not.toContain('eprecated');
    expect(page({ post: { ...post, deprecated: true } })).toContain(`${start}**Deprecated**\n`);
    expect(page({ post: { ...post, ...told } })).toContain(
      `${start}**Deprecated** since May 2026. Use \`score\`.\n`,
    );
  });

  test('says of a method what it takes, gives and may end with', () => {
    const text = page({ post });
    expect(text.startsWith(`${pageBanner}\n`)).toBe(true);
    expect(text).toContain(
      '| `weigh` | POST | `/a` | [`client.weigh(order)`](#clientweighorder) |',
    );
    expect(text).toContain('## client.weigh(order)\n\nWeigh an order. Says how heavy it is.');
    expect(text).toContain('`POST /a`');
    expect(text).toContain('- Request: `SmallOrder`, sent as a body in JSON of at most 90 bytes.');
    expect(text).toContain('- Result: `Receipt`.');
    expect(text).toContain('It is not retried once the service may have processed it.');
    expect(text).toContain('| 402 | `InsufficientFundsError` | `NO` |');
  });

  test('shows the longest example that can be read in passing', () => {
    const text = page({ post });
    expect(text).toContain('Request:\n\n```json\n{\n  "a_b": "x"\n}\n```');
    expect(text).toContain('Response:\n\n```json\n{\n  "id": "y"\n}\n```');
  });

  test('shows the parameters of a query, and a success without a body', () => {
    const text = page({
      get: {
        operationId: 'list',
        'x-retryable': true,
        parameters: [
          {
            name: 'since',
            in: 'query',
            schema: { type: 'string' },
            examples: { one: { value: 'noon' } },
          },
        ],
        responses: { '204': { description: 'Nothing.' } },
      },
    });
    expect(text).toContain('- Request: `ListQuery`, sent as the query.');
    expect(text).toContain('- Result: nothing but its metadata; a success has no body.');
    expect(text).toContain('It is retried also when the response was lost.');
    expect(text).toContain('{\n  "since": "noon"\n}');
  });

  test('has a method for every operation of the shipped document, and its webhook', () => {
    const shipped = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApiDocument;
    const headings = [...servicesPage(shipped).matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(
      expect.arrayContaining([
        'client.score(transaction)',
        'client.report(report)',
        'client.dispositions(query)',
        'legacyClient.score(order)',
        'legacyClient.proxyDetection(request)',
        'parseAlert(url)',
      ]),
    );
  });
});
