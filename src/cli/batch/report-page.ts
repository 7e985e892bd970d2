/** The page of a report: tables that draw their own bars, so that what is seen can be read out too. */
import { type Figures } from './progress.ts';
import { type Tally } from './tally.ts';

export function reportPage(tally: Tally, figures: Figures & { readonly service: string }): string {
  const { results, mean, scores, actions, countries, warnings, reasons, riskiest } = tally;
  const sections = [
    section('summary', 'Summary', summary(figures, results, mean)),
    section('scores', 'Risk scores', scoreChart(scores)),
    section('dispositions', 'Dispositions', bars(actions, results, 'Action')),
    section('reasons', 'Top reasons', reasonTable(reasons, results)),
    section(
      'countries',
      'Countries of the IP addresses',
      bars(countries, results, 'Country', nameOf),
    ),
    section('warnings', 'Warnings', bars(warnings, results, 'Warning')),
    section('riskiest', 'Riskiest rows', riskTable(riskiest)),
  ];
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>minFraud ${escaped(figures.service)}: ${results} results</title>
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header><h1>minFraud ${escaped(figures.service)}</h1><nav aria-label="Sections"><ul>${links.join('')}</ul></nav></header>
<main id="main">
${sections.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function section(id: string, title: string, content: string): Section {
  const html = `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
  return { id, title, html };
}

function summary(figures: Figures, results: number, mean: number): string {
  const facts: [string, string | undefined][] = [
    ['Rows', whole(figures.total)],
    ['Results', whole(results)],
    ['Mean risk score', mean.toFixed(2)],
    ['Not sent (mistakes)', whole(figures.rejected)],
    ['Refused by the service', whole(figures.refused)],
    ['In doubt', whole(figures.doubtful)],
    ['Spent, at most', figures.spent === undefined ? undefined : `$${figures.spent.toFixed(2)}`],
  ];
  const shown = facts.filter(([, value]) => value !== undefined);
  return `<dl>${shown.map(([name, value]) => `<div><dt>${name}</dt><dd>${value ?? ''}</dd></div>`).join('')}</dl>`;
}

/** A drawing for the eye, and the same numbers as a table for everything else. */
function scoreChart(scores: readonly number[]): string {
  const most = Math.max(1, ...scores);
  const step = 100 / scores.length;
  const columns = scores.map((count, at) => {
    const height = (count / most) * 160;
    const kind = riskClass(at * step);
    return `<rect class="${kind}" x="${at * 32 + 2}" y="${(170 - height).toFixed(1)}" width="28" height="${height.toFixed(1)}"><title>${at * step} to ${(at + 1) * step}: ${whole(count)}</title></rect>`;
  });
  const marks = [0, 25, 50, 75, 100].map(
    (mark) =>
      `<text x="${mark * 6.4}" y="188" text-anchor="${mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle'}">${mark}</text>`,
  );
  const rows = scores
    .map((count, at) => [at, count] as const)
    .filter(([, count]) => count > 0)
    .map(
      ([at, count]) =>
        `<tr><th scope="row">${at * step} to ${(at + 1) * step}</th><td>${whole(count)}</td></tr>`,
    );
  return `<svg viewBox="0 0 640 194" role="img" aria-label="How many results have which risk score; the table below has the numbers.">${columns.join('')}<line x1="0" y1="170.5" x2="640" y2="170.5"/>${marks.join('')}</svg>
<details><summary>As a table</summary><table><thead><tr><th scope="col">Risk score</th><th scope="col">Results</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

function bars(
  counts: ReadonlyMap<string, number>,
  results: number,
  what: string,
  name: (key: string) => string = (key) => key,
): string {
  if (counts.size === 0) return '<p>None.</p>';
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rows = sorted.slice(0, 20).map(([key, count]) => {
    const share = (count / Math.max(1, results)) * 100;
    return `<tr><th scope="row">${escaped(name(key))}</th><td>${whole(count)}</td><td class="bar">${bar(share)}${share.toFixed(1)} %</td></tr>`;
  });
  const more = sorted.length > 20 ? `<p>And ${sorted.length - 20} more.</p>` : '';
  return `<table><thead><tr><th scope="col">${what}</th><th scope="col">Results</th><th scope="col">Share</th></tr></thead><tbody>${rows.join('')}</tbody></table>${more}`;
}

function reasonTable(reasons: Tally['reasons'], results: number): string {
  if (reasons.size === 0)
    return '<p>None: only results of Factors, kept as NDJSON, have reasons.</p>';
  const sorted = [...reasons].sort((a, b) => b[1].count - a[1].count).slice(0, 20);
  const rows = sorted.map(([code, { count, raised }]) => {
    const share = (count / Math.max(1, results)) * 100;
    return `<tr><th scope="row">${escaped(code)}</th><td>${whole(raised)}</td><td>${whole(count - raised)}</td><td class="bar">${bar(share)}${share.toFixed(1)} %</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">Reason</th><th scope="col">Raised the score</th><th scope="col">Lowered it</th><th scope="col">Share of results</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function riskTable(rows: Tally['riskiest']): string {
  if (rows.length === 0) return '<p>None.</p>';
  const lines = rows.map(
    ({ row, transactionId = '', riskScore = 0, action = '', country = '' }) =>
      `<tr><th scope="row">${row}</th><td>${escaped(transactionId)}</td><td class="${riskClass(riskScore)}">${riskScore}</td><td>${escaped(action)}</td><td>${escaped(country)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Row</th><th scope="col">Transaction</th><th scope="col">Risk score</th><th scope="col">Disposition</th><th scope="col">Country</th></tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

const bar = (share: number): string =>
  `<span class="fill" style="width:${Math.min(100, share).toFixed(1)}%" aria-hidden="true"></span>`;

function riskClass(risk: number): string {
  if (risk >= 70) return 'high';
  return risk >= 20 ? 'medium' : 'low';
}

function nameOf(country: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(country);
    return name === undefined || name === country ? country : `${name} (${country})`;
  } catch {
    return country;
  }
}

const whole = (count: number): string => count.toLocaleString('en-US');

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const styles = `
:root{color-scheme:light dark;--low:#1a7f4b;--medium:#9a6700;--high:#c4314b;--line:#8883;--fill:#3b6fd455}
*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem 1.5rem}
h1{margin:.5rem 0}h2{margin:2rem 0 .5rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
a:focus-visible,summary:focus-visible{outline:3px solid #3b6fd4;outline-offset:2px}
dl{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:0}dt{opacity:.8}dd{margin:0;font-size:1.4rem;font-weight:600}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.3rem .6rem;text-align:left}
td{font-variant-numeric:tabular-nums}th[scope=row]{font-weight:400;overflow-wrap:anywhere}
.bar{position:relative;width:45%;text-align:right}.fill{position:absolute;inset:.2rem auto .2rem 0;background:var(--fill);border-radius:2px}
svg{width:100%;height:auto}svg line{stroke:currentColor}svg text{fill:currentColor;font-size:14px}
rect.low{fill:var(--low)}rect.medium{fill:var(--medium)}rect.high{fill:var(--high)}
td.low{color:var(--low)}td.medium{color:var(--medium)}td.high{color:var(--high);font-weight:600}
@media(prefers-color-scheme:dark){:root{--low:#3fb97c;--medium:#d9a514;--high:#ff7b8e}}
@media print{nav,.skip{display:none}section{break-inside:avoid}}
`;
