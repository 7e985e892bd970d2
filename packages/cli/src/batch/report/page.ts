/** The page of a report. Each chart has its numbers next to it as a table, for what cannot see it. */
import { counted, money, whole } from '../../output/count.ts';
import { type Figures } from '../progress.ts';
import { type Tally } from '../tally.ts';
import { type Bar, bars, histogram, share, signedBars } from './charts.ts';
import { type Stopped } from './stopped.ts';
import { isOnMap, mapSteps, type Place, worldMap } from './map.ts';
import {
  chart,
  details,
  escaped,
  legend,
  madeUpNotice,
  pageOf,
  type Section,
  section,
  table,
} from '../../html/parts.ts';

export interface ReportFigures extends Figures {
  readonly service: string;
  /** The name of the results file. */
  readonly results: string;
  readonly made: Date;
}

export async function reportPage(
  tally: Tally,
  stopped: readonly Stopped[],
  figures: ReportFigures,
): Promise<string> {
  const { results, madeUp, scores, actions, countries, warnings, reasons, riskiest } = tally;
  // Also where only a figure of the page is shown to others.
  const kind = madeUp === 0 ? '' : madeUp === results ? ' (made up)' : ' (partly made up)';
  const figure = (id: string, title: string, content: string): Section =>
    section(id, `${title}${kind}`, content);
  const sections = {
    summary: section('summary', 'Summary', summary(figures, tally)),
    riskiest: figure('riskiest', 'Riskiest rows', riskTable(riskiest)),
    scores: figure('scores', 'Risk scores', await scoreChart(scores, stopped, results)),
    dispositions: figure(
      'dispositions',
      'Dispositions',
      await barChart(actions, results, 'Action', actionColour),
    ),
    reasons: figure('reasons', 'Top reasons', await reasonChart(reasons)),
    warnings: figure(
      'warnings',
      'Warnings',
      await barChart(warnings, results, 'Warning', () => 'medium'),
    ),
    countries: figure(
      'countries',
      'Countries of the IP addresses',
      await countryMap(countries, results),
    ),
  };
  const htmlOf = (...names: readonly (keyof typeof sections)[]): string =>
    names.map((name) => sections[name].html).join('\n');
  return pageOf({
    title: `minFraud ${figures.service}${kind}`,
    subtitle: figures.results,
    made: figures.made,
    sections: Object.values(sections),
    notice: madeUpNotice(madeUp, results),
    main: `${htmlOf('summary', 'riskiest')}
<div class="column">
${htmlOf('scores')}
</div>
<div class="column">
${htmlOf('dispositions', 'reasons', 'warnings')}
</div>
${htmlOf('countries')}`,
  });
}

function summary(figures: ReportFigures, { results, madeUp, mean }: Tally): string {
  const { total, rejected, refused, doubtful, spent } = figures;
  // An emulator bills nothing.
  const isBilled = madeUp === 0 || madeUp < results;
  const facts: [name: string, value: string | undefined][] = [
    ['Rows', whole(total)],
    ['Results', whole(results)],
    ['Made up by an emulator', madeUp === 0 ? undefined : whole(madeUp)],
    ['Mean risk score', mean.toFixed(2)],
    ['Not sent (mistakes)', whole(rejected)],
    ['Rejected by the service', whole(refused)],
    ['In doubt', whole(doubtful)],
    ['Spent, at most', spent === undefined || !isBilled ? undefined : money(spent)],
  ];
  const shown = facts.filter(([, value]) => value !== undefined);
  return `<dl>${shown.map(([name, value]) => `<div><dt>${name}</dt><dd>${value ?? ''}</dd></div>`).join('')}</dl>`;
}

async function scoreChart(
  scores: readonly number[],
  stopped: readonly Stopped[],
  results: number,
): Promise<string> {
  const step = 100 / scores.length;
  const svg = await histogram(scores);
  const rows = scores
    .map((count, at) => ({ name: `${at * step} to ${(at + 1) * step}`, count }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => [name, whole(count)]);
  const label = 'Bar chart: how many results have which risk score.';
  return `${chart(svg, label)}${details(table(['Risk score', 'Results'], rows, 'results by risk score'))}${stoppedTable(stopped, results)}`;
}

/** What declining would have stopped: the figures of a policy, in place of colours for made-up limits. */
function stoppedTable(stopped: readonly Stopped[], results: number): string {
  const example = stopped.find(({ from }) => from === 60) ?? stopped.at(-1);
  if (example === undefined) return '';
  const sum = ({ amount, currency }: Stopped): string =>
    amount === undefined
      ? ''
      : `${whole(Math.round(amount))}${currency === '' ? '' : ` ${escaped(currency ?? '')}`}`;
  const hasAmounts = example.amount !== undefined;
  const rows = stopped.map((one) => [
    ...[String(one.from), whole(one.results), share(one.results, results)],
    ...(hasAmounts ? [sum(one)] : []),
  ]);
  const columns = ['From score', 'Results', 'Share', ...(hasAmounts ? ['Amount'] : [])];
  const amount = hasAmounts ? `, ${sum(example)}` : '';
  return `<p>Declining from ${example.from} would have stopped ${counted(example.results, 'order')}${amount}.</p>
${table(columns, rows, 'what declining from a score would have stopped')}
<p class="note">Which score to decline from depends on what became of the orders: see <a href="${guide}">Choosing thresholds</a>.${hasAmounts ? '' : ' Amounts are shown where the results keep them (--keep) and all are in one currency.'}</p>`;
}

const guide = 'https://github.com/OWNER/minfraud-sdk/blob/main/docs/thresholds.md';

async function barChart(
  counts: ReadonlyMap<string, number>,
  results: number,
  what: string,
  colourOf: (name: string) => string,
): Promise<string> {
  if (counts.size === 0) return '<p>None.</p>';
  const sorted: Bar[] = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => ({ name, count, colour: colourOf(name) }));
  const svg = await bars(sorted.slice(0, mostBars), results);
  const rows = sorted.map(({ name, count }) => [
    escaped(name),
    whole(count),
    share(count, results),
  ]);
  const label = `Bar chart: results by ${what.toLowerCase()}.`;
  const tableOf = table([what, 'Results', 'Share'], rows, `results by ${what.toLowerCase()}`);
  return `${chart(svg, label)}${more(sorted.length)}${details(tableOf)}`;
}

async function reasonChart(reasons: Tally['reasons']): Promise<string> {
  if (reasons.size === 0) {
    return '<p>None: only results of Factors, kept as NDJSON, have reasons.</p>';
  }
  const sorted = [...reasons]
    .map(([name, { count, raised }]) => ({ name, count, raised, lowered: count - raised }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const svg = await signedBars(sorted.slice(0, mostBars));
  const rows = sorted.map(({ name, raised, lowered }) => [
    escaped(name),
    whole(raised),
    whole(lowered),
  ]);
  const columns = ['Reason', 'Raised the score', 'Lowered it'];
  return `${chart(svg, 'Bar chart: how often a reason raised or lowered a score.')}${legend([
    ['high', 'raised the score'],
    ['low', 'lowered it'],
  ])}${more(sorted.length)}${details(table(columns, rows, 'reasons'))}`;
}

async function countryMap(countries: Tally['countries'], results: number): Promise<string> {
  if (countries.size === 0) {
    return '<p>None: results of Score have no country.</p>';
  }
  const places = [...countries]
    .map(([code, { count, mean }]) => ({ code, name: nameOf(code), count, mean }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const svg = await worldMap(places);
  const lines = places.map(({ name, count, mean }) => [
    escaped(name),
    whole(count),
    share(count, results),
    mean.toFixed(2),
  ]);
  const columns = ['Country', 'Results', 'Share', 'Mean risk score'];
  return `${chart(svg, 'Map of the world: how many results are from which country.', 'map')}${mapLegend(places)}
<p class="note">Circles are countries too small for an outline.${offMap(places)} Outlines: Natural Earth.</p>
${table(columns, lines.slice(0, mostCountries), 'countries with most results')}${rest(columns, lines, mostCountries, 'countries')}`;
}

function mapLegend(places: readonly Place[]): string {
  const begins = mapSteps(Math.max(...places.map(({ count }) => count)));
  const entries = begins.map((begin, at): [string, string] => {
    const next = begins[at + 1];
    const end = next === undefined ? 'and more' : next - 1 === begin ? '' : `to ${whole(next - 1)}`;
    return [`map-${at + 1}`, `${whole(begin)} ${end}`.trim()];
  });
  return legend(entries);
}

function offMap(places: readonly Place[]): string {
  const missing = places.filter(({ code }) => !isOnMap(code)).map(({ name }) => escaped(name));
  return missing.length === 0 ? '' : ` Not on the map: ${missing.join(', ')}.`;
}

function riskTable(rows: Tally['riskiest']): string {
  if (rows.length === 0) return '<p>None.</p>';
  const lines = rows.map(({ row, transactionId = '', riskScore = 0, action = '', country }) => [
    String(row),
    String(riskScore),
    `<span class="any">${escaped(transactionId)}</span>`,
    breakable(action),
    country === undefined ? '' : escaped(nameOf(country)),
  ]);
  const columns = ['Row', 'Risk score', 'Transaction', 'Disposition', 'Country'];
  return `${table(columns, lines.slice(0, mostRows), 'riskiest rows')}${rest(columns, lines, mostRows, 'rows')}`;
}

const mostBars = 12;
const mostCountries = 15;
const mostRows = 10;

/** What a table leaves out, for those who ask. */
function rest(
  columns: readonly string[],
  lines: readonly (readonly string[])[],
  shown: number,
  what: string,
): string {
  const left = lines.slice(shown);
  return left.length === 0
    ? ''
    : details(table(columns, left, `more ${what}`), `${left.length} more ${what}`);
}

const more = (count: number): string =>
  count > mostBars ? `<p class="note">The ${mostBars} most frequent of ${count}.</p>` : '';

function actionColour(action: string): string {
  if (action === 'accept') return 'low';
  return action === 'reject' ? 'high' : 'medium';
}

function nameOf(country: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(country);
    return name === undefined || name === country ? country : `${name} (${country})`;
  } catch {
    return country;
  }
}

/** Words like `manual_review` may go over two lines. */
const breakable = (text: string): string => escaped(text).replaceAll('_', '_<wbr>');
