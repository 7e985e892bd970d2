/** The parts of a page: sections, charts, tables. */
import { whole } from '../output/count.ts';
import { styles } from './styles.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

export function section(id: string, title: string, content: string): Section {
  const html = `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
  return { id, title, html };
}

/** A chart of {@link svgOf} with its name. */
export const chart = (svg: string, label: string, kind = 'chart'): string =>
  `<div class="${kind}" role="graphics-document" aria-roledescription="visualization" aria-label="${label}">${svg}</div>`;

export function legend(entries: readonly (readonly [colour: string, text: string])[]): string {
  const items = entries.map(
    ([colour, text]) =>
      `<li><span class="swatch" style="background:var(--${colour})"></span>${text}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

export const details = (content: string, title = 'As a table'): string =>
  `<details><summary>${title}</summary>${content}</details>`;

/** Wider than a phone, it can be scrolled by its own, also with the keyboard. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  label: string,
): string {
  const head = columns.map((name) => `<th scope="col">${name}</th>`);
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="wide" role="region" aria-label="Table: ${label}" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

export interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly made: Date;
  /** For the navigation. */
  readonly sections: readonly Section[];
  /** What must be known before anything else is read. */
  readonly notice?: string | undefined;
  readonly main: string;
}

/** On top of a page whose scores an emulator made up, some or all. */
export function madeUpNotice(madeUp: number, results: number): string | undefined {
  if (madeUp === 0) return undefined;
  const which =
    madeUp === results ? 'These scores' : `${whole(madeUp)} of ${whole(results)} scores`;
  return `${which} are made up: they come from an emulator, and say nothing about the orders.`;
}

/** A whole page: no script, and nothing from elsewhere. */
export function pageOf({ title, subtitle, made, sections, notice, main }: Page): string {
  const links = sections.map((one) => `<li><a href="#${one.id}">${one.title}</a></li>`);
  const moment = made.toISOString();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}: ${escaped(subtitle)}</title>
<style>${styles()}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)} · <time datetime="${moment}">${moment.slice(0, 16).replace('T', ' ')} UTC</time></p>
<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>
${notice === undefined ? '' : `<p class="notice" role="note">${escaped(notice)}</p>\n`}</header>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
