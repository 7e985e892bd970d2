/** Reads docs/regenerate.md as the reader does: commands to run, and files to write before them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the sentence before the block names, for blocks that are not commands. */
  readonly file: string | undefined;
}

/** The blocks below a heading of the second level, in their order. */
export function blocksUnder(heading: string): Block[] {
  const text = readFileSync(join(process.cwd(), 'docs/regenerate.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/regenerate.md has no section "${heading}"`);
  const found: Block[] = [];
  let end = 0;
  for (const match of section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)) {
    const [whole, language = '', block = ''] = match;
    const before = section.slice(end, match.index);
    const [, file] = /[Ii]n\s`([\w./-]+)`[^`]*(?:`properties`)?:\s*$/.exec(before) ?? [];
    found.push({ language, text: block, file: language === 'sh' ? undefined : file });
    end = match.index + whole.length;
  }
  return found;
}
