/** Blocks of shell that a user of the package types, and shell-run.ts with them. */
import type { Block } from './pages.ts';

export const commandPages = [
  'README.md',
  'docs/quick-start.md',
  'docs/proxies.md',
  'docs/other-languages.md',
] as const;

/** Without tags, and not for a clone of the repository. */
export function isTyped({ page, language, tags, code }: Block): boolean {
  return (
    language === 'sh' &&
    tags.length === 0 &&
    (commandPages as readonly string[]).includes(page) &&
    !code.includes('npm ci')
  );
}
