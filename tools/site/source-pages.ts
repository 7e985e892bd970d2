/** Pages for the programs that guides link to, so that a reader sees code and not a download. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { DocumentReflection, type NormalizedPath, type ProjectReflection } from 'typedoc';

export const SOURCES = 'Examples and sources';

const languages: Readonly<Record<string, string>> = {
  '.ts': 'ts',
  '.go': 'go',
  '.java': 'java',
  '.py': 'python',
  '.rs': 'rust',
  '.yaml': 'yaml',
};

export function addLinkedSources(project: ProjectReflection): void {
  for (const path of linkedPaths(project)) {
    const files = sourceFiles(path);
    if (files.length === 0) continue;
    const name = relative(process.cwd(), path).replaceAll('\\', '/');
    const text = [`# ${name}`, ...files.map((file) => block(file, files.length > 1))].join('\n\n');
    const page = new DocumentReflection(name, project, [{ kind: 'text', text }], {
      group: SOURCES,
    });
    project.addChild(page);
    project.registerReflection(page, undefined, path);
  }
}

/** Every file and folder that a guide or the README links to, and that has no page. */
function linkedPaths(project: ProjectReflection): Set<NormalizedPath> {
  const documents = project.documents ?? [];
  const parts = [...(project.readme ?? []), ...documents.flatMap(({ content }) => content)];
  const paths = new Set<NormalizedPath>();
  for (const part of parts) {
    if (part.kind !== 'relative-link' || typeof part.target !== 'number') continue;
    const target = project.files.resolve(part.target, project);
    if (typeof target === 'string') paths.add(target as NormalizedPath);
  }
  return paths;
}

function sourceFiles(path: string): string[] {
  const paths = statSync(path).isDirectory()
    ? readdirSync(path).map((name) => join(path, name))
    : [path];
  return paths.filter((file) => extname(file) in languages);
}

function block(file: string, withHeading: boolean): string {
  const heading = withHeading ? `## ${basename(file)}\n\n` : '';
  const code = readFileSync(file, 'utf8').trimEnd();
  return `${heading}\`\`\`\`${languages[extname(file)] ?? ''}\n${code}\n\`\`\`\``;
}
