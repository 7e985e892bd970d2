/** The links of a page. */
import { dirname, join, normalize } from 'node:path';
import { textOf } from './pages.ts';

export interface Link {
  /** From the root of the repository. */
  readonly file: string;
  /** Without `#`; empty for a whole page. */
  readonly anchor: string;
}

/** A page without its blocks of code. */
export const prose = (page: string): string => textOf(page).replaceAll(/^```[^]*?^```$/gm, '');

/** All that a page links. */
export const targets = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');

/** Links of a page to files of the repository and to places in them. */
export function localLinks(page: string): Link[] {
  return targets(page)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { file: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });
}
