import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type OpenApiDocument, operationsOf } from '../../../scripts/document.ts';
import { httpPages } from '../http-api/http-pages.ts';
import { cell, SchemaTables } from '../http-api/schema-tables.ts';

const spec = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApiDocument;
const pages = httpPages(spec);
const page = (place: string): string => pages.find((one) => one.place === place)?.markdown ?? '';

describe('the pages of the HTTP API', () => {
  test('are an overview, and one for each operation and webhook', () => {
    const operations = [...operationsOf(spec)].map(
      ({ operation }) => `http-api/${operation.operationId}`,
    );
    expect(pages.map(({ place }) => place).sort()).toEqual(
      ['http-api/index', ...operations].sort(),
    );
    for (const { path } of operationsOf(spec)) expect(page('http-api/index')).toContain(path);
  });

  test('say how to call, what to send, what comes back, and what goes wrong', () => {
    const score = page('http-api/score');
    expect(score).toContain('curl https://minfraud.maxmind.com/minfraud/v2.0/score');
    expect(score).toContain('| `device`<br>[Device](#device) |');
    expect(score).toMatch(/\| `ip_address`<br>string \|/);
    expect(score).toMatch(/### Score\n[^]*\| `risk_score`<br>number, required \|/);
    expect(score).toMatch(/\| 402 \| /);
    expect(score.match(/^### Device$/gm)).toHaveLength(1);
  });

  test('keep the license key of a text service out of the URL', () => {
    expect(page('http-api/scoreLegacy')).toContain('--data-urlencode "license_key=');
    expect(page('http-api/scoreLegacyByGet')).not.toContain('curl');
    expect(page('http-api/receiveAlert')).not.toContain('curl');
  });

  test.each(pages)('$place leads only to objects that it shows', ({ markdown }) => {
    const headings = [...markdown.matchAll(/^#+ (\w+)$/gm)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    const linked = [...markdown.matchAll(/\]\(#(\w+)\)/g)].map(([, name = '']) => name);
    expect(linked.filter((name) => !headings.includes(name))).toEqual([]);
  });

  test.each(pages)('$place has no row that a bar or a line end breaks', ({ markdown }) => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
    const broken = rows.filter((row) => row.replaceAll('\\|', '').split('|').length !== 4);
    expect(broken).toEqual([]);
  });
});

describe('a table of fields', () => {
  test('shows a schema that refers to itself once', () => {
    const reference = { $ref: '#/components/schemas/Node' };
    const schemas = { Node: { type: 'object', properties: { next: reference } } };
    const tables = new SchemaTables({ openapi: '3.1.0', info: {}, components: { schemas } });
    expect(tables.heading(reference, 'Body')).toContain('| `next`<br>[Node](#node) |');
    expect(tables.rest()).toBe('');
  });

  test('folds a long list of values', () => {
    const values = Array.from({ length: 13 }, (_, index) => `value_${index}`);
    const schema = { type: 'object', properties: { kind: { type: 'string', enum: values } } };
    const tables = new SchemaTables({ openapi: '3.1.0', info: {} });
    expect(tables.heading(schema, 'Body')).toContain('<details><summary>13 values</summary>');
  });

  test('keeps a cell in one line', () => {
    expect(cell(' a | b\n  c ')).toBe('a \\| b c');
  });
});
