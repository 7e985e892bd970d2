import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { root, textOf } from './pages.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;

/** Of all operations and webhooks of the spec. */
function operationIds(): string[] {
  const text = readFileSync(join(root, 'generated/openapi.json'), 'utf8');
  const { paths, webhooks } = JSON.parse(text) as { paths: Paths; webhooks: Paths };
  return [...Object.values(paths), ...Object.values(webhooks)]
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId }) => operationId ?? []);
}

describe('the services', () => {
  test('are in docs/services.md, which is compiled: each operation of the spec', () => {
    const page = textOf('docs/services.md');
    expect(operationIds().length).toBeGreaterThan(5);
    expect(operationIds().filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
  });

  test('of README are operations of the spec, and it leads to all of them', () => {
    const [, section = ''] = textOf('README.md').split(/^## Services$/m);
    const [services = ''] = section.split(/^## /m);
    expect(services).toContain('(docs/services.md)');
    const named = [...services.replace('| `operationId`', '').matchAll(/\| `(\w+)` +\|$/gm)].map(
      ([, id = '']) => id,
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !operationIds().includes(id))).toEqual([]);
  });
});
