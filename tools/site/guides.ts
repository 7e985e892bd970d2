/** The order of the guides and their sections, from the index that a reader meets: docs/README.md. */

export interface Guide {
  readonly title: string;
  /** From the root of the repository. */
  readonly path: string;
  /** What the index says of it, or nothing. */
  readonly about: string;
}

export interface Section {
  readonly title: string;
  readonly guides: readonly Guide[];
}

/** Sections are headings of the second level, guides are list items that begin with a link to a file. */
export function readSections(index: string): Section[] {
  const [, ...parts] = index.split(/^## /m);
  return parts.map((part) => {
    const [title = ''] = part.split('\n', 1);
    const links = part.matchAll(/^- \[([^\]]+)\]\(([^):]+)\)(.*)$/gm);
    return {
      title,
      guides: [...links].map(([, name = '', target = '', rest = '']) => ({
        title: name,
        path: pathFromRoot(target),
        about: rest.replace(/^[:,]\s*/, ''),
      })),
    };
  });
}

function pathFromRoot(target: string): string {
  return target.startsWith('../') ? target.slice('../'.length) : `docs/${target}`;
}
