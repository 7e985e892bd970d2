/** The same for programs that read: every guide as Markdown next to its page, llms.txt and llms-full.txt. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ProjectReflection } from 'typedoc';
import type { Section } from './guides.ts';

export function writeMarkdown(
  project: ProjectReflection,
  sections: readonly Section[],
  spec: string,
  out: string,
): void {
  const root = process.cwd();
  const sources = (project.documents ?? []).flatMap((document) => {
    const path = project.files.getReflectionPath(document);
    return path === undefined ? [] : [relative(root, path)];
  });
  for (const path of ['README.md', spec, ...sources]) {
    cpSync(path, join(out, path), { recursive: true });
  }
  const pages = ['README.md', ...new Set(sections.flatMap(({ guides }) => guides.map(pathOf)))];
  writeFileSync(join(out, 'llms.txt'), llmsIndex(sections, spec));
  writeFileSync(join(out, 'llms-full.txt'), pages.map(withPath).join('\n\n'));
}

const pathOf = ({ path }: { readonly path: string }): string => path;

const withPath = (path: string): string =>
  `<!-- ${path} -->\n\n${readFileSync(path, 'utf8').trim()}`;

/** As https://llmstxt.org describes it. */
function llmsIndex(sections: readonly Section[], spec: string): string {
  const lists = sections.map(({ title, guides }) => {
    const links = guides.map((guide) => {
      const about = guide.about === '' ? '' : `: ${guide.about}`;
      return `- [${guide.title}](${guide.path})${about}`;
    });
    return `## ${title}\n\n${links.join('\n')}\n`;
  });
  return [
    '# minfraud-sdk\n',
    '> TypeScript SDK for every MaxMind minFraud service. Server only: Node 20.19 or newer, Bun, Deno, edge runtimes.\n',
    `- [README](README.md): installation and one example of everything\n- [OpenAPI document](${spec}): every operation, field and limit\n- [All guides in one file](llms-full.txt)\n`,
    ...lists,
  ].join('\n');
}
