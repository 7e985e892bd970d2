/** The pages a reader meets, and what is in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the repository: where tests and scripts are started. */
export const root: string = process.cwd();

/** Every page, by its path from the root. */
export function pages(): string[] {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return [
    ...['README.md', 'CONTRIBUTING.md', 'tools/release/README.md', 'SECURITY.md', 'spec/README.md'],
    'examples/README.md',
    ...docs.map((name) => `docs/${name}`),
  ];
}

export const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** A block of code in a page. */
export interface Snippet {
  /** `README.md:23`, the line where the block begins. */
  readonly place: string;
  /** What stands after the language: `server`, `sends=score`, `output`, … */
  readonly tags: readonly string[];
  readonly code: string;
}

export interface Block extends Snippet {
  readonly page: string;
  readonly language: string;
}

/** A block of TypeScript, and what its page says it prints. */
export interface Program extends Block {
  readonly output?: string;
}

/** The blocks of one language, with or without tags. */
export function snippets(page: string, language: string): Block[] {
  return blocks(page).filter((block) => block.language === language);
}

/** What a block says of itself behind the language, such as `file` in `ts file=examples/score.ts`. */
export function tagValue({ tags }: Snippet, name: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The TypeScript of a page but for files that it shows, each with the `text output` that follows it. */
export function programs(page: string): Program[] {
  const all = blocks(page);
  return all.flatMap((block, index) => {
    if (block.language !== 'ts' || tagValue(block, 'file') !== undefined) return [];
    const next = all[index + 1];
    return [next?.tags.includes('output') === true ? { ...block, output: next.code } : block];
  });
}

/** All blocks of a page that name their language. */
export function blocks(page: string): Block[] {
  const lines = textOf(page).split('\n');
  const found: Block[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const [, language = '', tags = ''] = /^\s*```(\w+)(.*)$/.exec(lines[line] ?? '') ?? [];
    if (language === '') continue;
    const end = lines.findIndex((text, index) => index > line && text.trim() === '```');
    const code = lines.slice(line + 1, end).join('\n');
    const words = tags.split(' ').filter((tag) => tag !== '');
    found.push({ page, place: `${page}:${line + 1}`, language, tags: words, code });
    line = end;
  }
  return found;
}
