import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe('Services in README', () => {
  test('names each operation of the spec', () => {
    const [, section = ''] = textOf('README.md').split(/^## Services$/m);
    const [services = ''] = section.split(/^## /m);
    expect(operationIds().length).toBeGreaterThan(5);
    expect(operationIds().filter((id) => !services.includes(`\`${id}\``))).toEqual([]);
  });
});
