import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clients } from '../clients.ts';
import { commandsOf, page } from '../commands.ts';
import { textOf } from '../../../test/docs/pages.ts';

describe('docs/other-languages.md', () => {
  test.each(clients.map(({ name, heading }) => [name, heading]))(
    'says how to generate, compile and run %s, and links its program',
    (name, heading) => {
      const { generate, compile, run } = commandsOf(heading);
      expect(generate).toMatch(/openapi-3\.0\.json|orval\.config\.cjs/);
      expect(compile.trim()).not.toBe('');
      expect(run.trim()).not.toBe('');
      expect(textOf(page)).toContain(`/blob/main/tools/languages/${name}/`);
      expect(existsSync(join(process.cwd(), 'tools', 'languages', name))).toBe(true);
    },
  );

  test('has no commands that are not run', () => {
    const headings = [...textOf(page).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    const described = headings.filter((heading) => heading?.includes(': '));
    expect(described).toEqual(clients.map(({ heading }) => heading));
  });

  test('is named when a section or a block is missing', () => {
    expect(() => commandsOf('Cobol')).toThrow('docs/other-languages.md has no section "Cobol".');
    expect(() => commandsOf('Half', '\n## Half\n\n```sh generate\ntrue\n```\n')).toThrow(
      'docs/other-languages.md: "Half" has no block of ```sh compile.',
    );
  });
});
