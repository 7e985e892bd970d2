/** Reads from docs/other-languages.md the commands that a reader would type. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the commands of a block do; it stands behind `sh` where the block opens. */
export const phases = ['generate', 'compile', 'run'] as const;
export type Phase = (typeof phases)[number];

export const page = 'docs/other-languages.md';

/** The commands of each phase under a heading, as one shell script each. */
export function commandsOf(heading: string, text: string = readPage()): Record<Phase, string> {
  const section = sectionOf(heading, text);
  const scripts = phases.map((phase): [Phase, string] => {
    const block = new RegExp(`^\`\`\`sh ${phase}\\n([^]*?)^\`\`\`$`, 'm').exec(section);
    if (block?.[1] === undefined) {
      throw new Error(`${page}: "${heading}" has no block of \`\`\`sh ${phase}.`);
    }
    return [phase, block[1]];
  });
  return Object.fromEntries(scripts) as Record<Phase, string>;
}

function sectionOf(heading: string, text: string): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  if (start === -1) throw new Error(`${page} has no section "${heading}".`);
  const end = text.indexOf('\n## ', start + 1);
  return text.slice(start, end === -1 ? undefined : end);
}

function readPage(): string {
  return readFileSync(join(process.cwd(), page), 'utf8');
}
