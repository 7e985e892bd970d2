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
  /** What stands after the language: `run`, `output`, … */
  readonly tags: readonly string[];
  readonly code: string;
}

/** The blocks of one language, with or without tags. */
export function snippets(page: string, language: string): Snippet[] {
  return blocks(page).filter((block) => block.language === language);
}

/** A block that runs, and what its page says it prints. */
export interface Program extends Snippet {
  readonly output?: string;
}

/** The blocks marked `ts run`, each with the `text output` block that follows it directly. */
export function programs(page: string): Program[] {
  const all = blocks(page);
  return all.flatMap((block, index) => {
    if (block.language !== 'ts' || !block.tags.includes('run')) return [];
    const next = all[index + 1];
    return [next?.tags.includes('output') === true ? { ...block, output: next.code } : block];
  });
}

interface Block extends Snippet {
  readonly language: string;
}

function blocks(page: string): Block[] {
  const lines = textOf(page).split('\n');
  const found: Block[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const [, language = '', tags = ''] = /^\s*```(\w+)(.*)$/.exec(lines[line] ?? '') ?? [];
    if (language === '') continue;
    const end = lines.findIndex((text, index) => index > line && text.trim() === '```');
    const code = lines.slice(line + 1, end).join('\n');
    found.push({ place: `${page}:${line + 1}`, language, tags: tags.split(' '), code });
    line = end;
  }
  return found;
}
