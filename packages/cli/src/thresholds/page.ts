/** Everything that is said of thresholds as one page that opens from the disk. */
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
} from '../html/parts.ts';
import { counted, whole } from '../output/count.ts';
import { harmless } from '../output/style.ts';
import {
  assumptionLines,
  calibrationSentence,
  type Facts,
  joinLines,
  notes,
  recommendation,
  segmentNote,
} from './advice.ts';
import { type Analysis } from './analysis.ts';
import { calibrationChart, moneyCurve, tradeOff } from './page-charts.ts';
import { shownCuts } from './shown-cuts.ts';
import { cutName, cutRange, moneyWith, percentage, range, share } from './words.ts';

export async function thresholdsPage(
  analysis: Analysis,
  facts: Facts,
  made: Date,
): Promise<string> {
  const money = moneyWith(analysis.assumptions.currency);
  const mind = notes(analysis, facts);
  const sections: Section[] = [
    full('summary', 'Recommendation', summary(analysis, facts)),
    section('money', 'What a cut is worth', await moneySection(analysis, money)),
    section('trade-off', 'Frauds caught, good orders lost', await tradeOffSection(analysis)),
    section('calibration', 'Does the score mean what it says?', await calibrationSection(analysis)),
    section('assumptions', 'Assumptions', list(assumptionLines(analysis))),
    full('cuts', 'What each cut would have stopped', cutTable(analysis, money)),
    ...(analysis.dispositions.length === 0
      ? []
      : [
          full('dispositions', 'What your account’s rules said', dispositionTable(analysis, money)),
        ]),
    ...(analysis.segments.length === 0
      ? []
      : [full('segments', 'Segments', segmentTable(analysis, money))]),
    ...(mind.length === 0 ? [] : [full('mind', 'Notes', list(mind))]),
  ];
  return pageOf({
    title: 'minFraud thresholds',
    subtitle: `${counted(analysis.orders.used, 'order')}, ${counted(analysis.frauds, 'fraud')}`,
    made,
    sections,
    notice: madeUpNotice(facts.counts.madeUp, facts.counts.joined),
    main: sections.map(({ html }) => html).join('\n'),
  });
}

function full(id: string, title: string, content: string): Section {
  const made = section(id, title, content);
  return { ...made, html: made.html.replace('<section ', '<section class="full" ') };
}

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escaped(line)}</p>`).join('');

const list = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${withFlags(line)}</li>`).join('')}</ul>`;

/** The name of a flag stays on one line. */
const withFlags = (line: string): string =>
  escaped(line).replace(/--[a-z]+(-[a-z]+)*/g, '<code style="white-space:nowrap">$&</code>');

function summary(analysis: Analysis, facts: Facts): string {
  const { recommended, assumptions } = analysis;
  const money = moneyWith(assumptions.currency);
  const figures: [name: string, value: string][] =
    recommended === null
      ? []
      : [
          [
            'Review from',
            recommended.review === recommended.decline ? 'none' : cutName(recommended.review),
          ],
          ['Decline from', cutName(recommended.decline)],
          ['Worth, on the newer orders', money(recommended.money[1])],
          ['Frauds stopped', percentage(recommended.fraudStopped[1])],
          ['Good orders declined', percentage(recommended.goodDeclined[1])],
        ];
  const shown = figures.map(
    ([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`,
  );
  return `${shown.length === 0 ? '' : `<dl>${shown.join('')}</dl>`}${paragraphs(recommendation(analysis))}<div class="note">${paragraphs(joinLines(facts))}</div>`;
}

async function moneySection(
  analysis: Analysis,
  money: (amount: number) => string,
): Promise<string> {
  const rows = shownCuts(analysis).map((cut) => [
    String(cut.cut),
    escaped(range(cut.money, money)),
  ]);
  const label =
    'Line chart: what declining from each risk score on is worth, with its 95% interval.';
  return `${chart(await moneyCurve(analysis, money), label)}<p class="note">The band is the 95&nbsp;% interval.</p>${details(table(['Cut', 'Money against declining none'], rows, 'money by cut'))}`;
}

async function tradeOffSection(analysis: Analysis): Promise<string> {
  const rows = shownCuts(analysis).map((cut) => [
    ...[String(cut.cut), share(cut.recall), share(cut.goodLostShare)],
  ]);
  const label =
    'Line chart: the share of frauds that is caught by the share of good orders that is lost.';
  const often = percentage(analysis.areaUnderRoc);
  return `${chart(await tradeOff(analysis), label)}<p class="note">A fraud has a higher score than a good order ${often} of the time (area under the ROC curve).</p>${details(table(['Cut', 'Of all frauds', 'Of all good orders'], rows, 'frauds caught and good orders lost by cut'))}`;
}

async function calibrationSection(analysis: Analysis): Promise<string> {
  const rows = analysis.calibration.map(({ from, to, orders, expected, seen }) => [
    ...[`${from} to ${to}`, whole(orders), percentage(expected), share(seen)],
  ]);
  const label = 'Chart: the share of frauds in each band of scores, next to what the scores say.';
  return `<p>${escaped(calibrationSentence(analysis))}</p>${chart(await calibrationChart(analysis), label)}${legend(
    [
      ['plain', 'seen, with its 95&nbsp;% interval'],
      ['high', 'what the score says'],
    ],
  )}${details(table(['Scores', 'Orders', 'Expected', 'Seen'], rows, 'expected and seen frauds'))}`;
}

function cutTable(analysis: Analysis, money: (amount: number) => string): string {
  const columns = [
    ...['Cut', 'Orders', 'Amount', 'Frauds', 'Amount', 'Of all frauds', 'Good', 'Amount'],
    ...['Of all good', 'Precision', 'Money'],
  ];
  const { review, decline } = analysis.recommended ?? {};
  const rows = shownCuts(analysis).map((cut) => [
    cut.cut === decline || cut.cut === review
      ? `<strong>${cut.cut}</strong> ${cut.cut === decline ? 'decline' : 'review'}`
      : String(cut.cut),
    ...[whole(cut.orders), whole(cut.amount), whole(cut.fraudCaught)],
    ...[whole(cut.fraudCaughtAmount), share(cut.recall), whole(cut.goodLost)],
    ...[whole(cut.goodLostAmount), share(cut.goodLostShare)],
    ...[share(cut.precisionInterval), escaped(range(cut.money, money))],
  ]);
  return table(columns, rows, 'what each cut would have stopped');
}

function dispositionTable({ dispositions }: Analysis, money: (amount: number) => string): string {
  const rows = dispositions.map((one) => [
    escaped(harmless(one.action)),
    ...[whole(one.orders), whole(one.amount), whole(one.fraudCaught), share(one.recall)],
    ...[whole(one.goodLost), share(one.precisionInterval), escaped(range(one.money, money))],
  ]);
  const columns = [
    ...['Action', 'Orders', 'Amount', 'Frauds', 'Of all frauds', 'Good', 'Precision'],
    'Money if declined',
  ];
  return table(columns, rows, 'dispositions');
}

const mostSegments = 50;

function segmentTable({ segments }: Analysis, money: (amount: number) => string): string {
  const rows = segments
    .slice(0, mostSegments)
    .map((one) => [
      `<span class="any">${one.value === '' ? '(empty)' : escaped(harmless(one.value))}</span>`,
      ...[whole(one.orders), whole(one.frauds), share(one.fraudShare)],
      ...(one.recommended === null
        ? ['too few frauds', '', '']
        : [
            cutRange(one.recommended.review, one.recommended.reviewRange),
            cutRange(one.recommended.decline, one.recommended.declineRange),
            escaped(range(one.recommended.money, money)),
          ]),
    ]);
  const columns = ['Segment', 'Orders', 'Frauds', 'Share', 'Review from', 'Decline from', 'Money'];
  const more = segments.length - mostSegments;
  return `${table(columns, rows, 'segments')}<p class="note">${segmentNote}</p>${more > 0 ? `<p class="note">And ${whole(more)} smaller ones.</p>` : ''}`;
}
