/** The pages a reader meets, and what is in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root: string = join(__dirname, '..', '..');

/** Every page, by its path from the root. */
export function pages(): string[] {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return [
    ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'spec/README.md'],
    ...docs.map((name) => `docs/${name}`),
  ];
}

export const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** A block of code in a page. */
export interface Snippet {
  /** `README.md:23`, the line where the block begins. */
  readonly place: string;
  readonly code: string;
}

/** The blocks of one language. */
export function snippets(page: string, language: string): Snippet[] {
  const lines = textOf(page).split('\n');
  const found: Snippet[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    if (lines[line]?.trim() !== `\`\`\`${language}`) continue;
    const end = lines.findIndex((text, index) => index > line && text.trim() === '```');
    found.push({ place: `${page}:${line + 1}`, code: lines.slice(line + 1, end).join('\n') });
    line = end;
  }
  return found;
}
