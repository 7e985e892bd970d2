/** What a terminal shows: the recommendation, a table of about ten cuts, a chart of the money. */
import { whole } from '../output/count.ts';
import { harmless, type Style, wrap } from '../output/style.ts';
import {
  assumptionLines,
  calibrationSentence,
  type Facts,
  joinLines,
  notes,
  recommendation,
  segmentNote,
} from './advice.ts';
import { type Analysis, type Cut } from './analysis.ts';
import { shownCuts } from './shown-cuts.ts';
import { noCut } from './statistics/grid.ts';
import { cutName, cutRange, moneyWith, percentage, share, short } from './words.ts';

export function terminalText(analysis: Analysis, facts: Facts, style: Style): string {
  const cuts = shownCuts(analysis);
  return [
    ...joinLines(facts),
    '',
    style.bold('Assumptions'),
    ...assumptionLines(analysis).map((line) => `  ${line}`),
    '',
    ...section('Recommendation', recommendation(analysis), style),
    style.bold('What each cut would have stopped'),
    ...cutTable(cuts, analysis, style),
    '',
    style.bold(
      `Value of declining from a cut, compared with declining none${analysis.assumptions.currency === null ? '' : `, in ${harmless(analysis.assumptions.currency)}`}`,
    ),
    ...moneyChart(cuts, style),
    '',
    ...dispositionTable(analysis, style),
    ...section('Does the score mean what it says?', [calibrationSentence(analysis)], style),
    ...segmentTable(analysis, style),
    ...section('Notes', notes(analysis, facts), style),
    style.dim('Ranges are 95% intervals.'),
  ]
    .map((line) => wrapped(line, style.width))
    .join('\n');
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  if (lines.length === 0) return [];
  return [style.bold(title), ...lines.map((line) => `  ${harmless(line)}`), ''];
}

/** Tables fit by themselves; a sentence is broken between words, below its own beginning. */
function wrapped(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  if (line.length <= width || /\s{2}\S/.test(line.trim())) return line;
  return `${' '.repeat(indent)}${wrap(line.trim(), width - indent, indent)}`;
}

function columnsOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((cells) => (cells[at] ?? '').length)),
  );
  return rows.map((cells) =>
    `  ${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

/** On a narrow terminal, the columns that matter most. */
function narrowed(
  rows: readonly (readonly string[])[],
  kept: readonly number[],
  { width }: Style,
): readonly (readonly string[])[] {
  if (width >= 72) return rows;
  return rows.map((cells) => kept.map((at) => (cells[at] ?? '').slice(0, width - 28)));
}

type Column = readonly [title: string, cellOf: (cut: Cut) => string];

const cutColumn: Column = ['Cut', ({ cut }) => String(cut)];
const precisionColumn: Column = ['Precision', ({ precision }) => percentage(precision ?? 0)];
const caughtShare: Column = ['of all frauds', ({ recall }) => share(recall)];
const lostShare: Column = ['of all good', ({ goodLostShare }) => share(goodLostShare)];
const stopped: Column = ['Stopped', ({ orders }) => whole(orders)];
const caught: Column = ['Frauds', ({ fraudCaught }) => whole(fraudCaught)];
const lost: Column = ['Good', ({ goodLost }) => whole(goodLost)];
const amountOf = (name: 'amount' | 'fraudCaughtAmount' | 'goodLostAmount'): Column => [
  'Amount',
  (cut) => short(cut[name]),
];

/** The widest that fits is shown; `--json` has all. */
const layouts: readonly (readonly Column[])[] = [
  [
    ...[cutColumn, stopped, amountOf('amount'), caught, amountOf('fraudCaughtAmount'), caughtShare],
    ...[lost, amountOf('goodLostAmount'), lostShare, precisionColumn],
  ],
  [
    ...[cutColumn, stopped, amountOf('amount'), caught, caughtShare, lost],
    ...[lostShare, precisionColumn],
  ],
  [cutColumn, stopped, amountOf('amount'), caught, caughtShare, lost, lostShare],
  [cutColumn, stopped, caught, caughtShare, lost, lostShare],
  [
    ...[cutColumn, stopped],
    ['of frauds', ({ recall }) => percentage(recall[1])],
    ['of good', ({ goodLostShare }) => percentage(goodLostShare[1])],
  ],
];

function cutTable(cuts: readonly Cut[], analysis: Analysis, style: Style): string[] {
  const tables = layouts.map((columns) =>
    columnsOf([
      columns.map(([title]) => title),
      ...cuts.map((cut) => columns.map(([, cellOf]) => cellOf(cut))),
    ]),
  );
  const fits = (lines: readonly string[]): boolean =>
    lines.every((line) => line.length <= style.width);
  const [head = '', ...lines] = tables.find(fits) ?? tables.at(-1) ?? [];
  const { review, decline } = analysis.recommended ?? {};
  return [
    style.dim(head),
    ...lines.map((line, at) => {
      const cut = cuts[at]?.cut;
      return cut === review || cut === decline ? style.cyan(line) : line;
    }),
  ];
}

/** Bars from the middle: to the right what is gained. */
function moneyChart(cuts: readonly Cut[], style: Style): string[] {
  const money = moneyWith(null);
  const numbers = cuts.map(({ money: [low, value, high] }) => [
    money(value),
    `(${money(low)} to ${money(high)})`,
  ]);
  const widthOf = (at: number): number =>
    Math.max(0, ...numbers.map((cells) => (cells[at] ?? '').length));
  // A narrow terminal has no room for the interval.
  const hasInterval = style.width - 14 - widthOf(0) - widthOf(1) >= 10;
  const taken = widthOf(0) + (hasInterval ? widthOf(1) : 0);
  const room = Math.max(8, Math.min(60, style.width - 14 - taken));
  const lost = Math.max(0, ...cuts.map(({ money: [, value] }) => -value));
  const gained = Math.max(0, ...cuts.map(({ money: [, value] }) => value));
  const left = Math.round((room * lost) / Math.max(1e-9, lost + gained));
  return cuts.map(({ cut, money: [, value] }, at) => {
    const size = Math.round((Math.abs(value) / Math.max(1e-9, lost + gained)) * room);
    const bar = '█'.repeat(size);
    const before = value < 0 ? style.red(bar) : '';
    const after = value < 0 ? '' : style.green(bar);
    const [amount = '', interval = ''] = numbers[at] ?? [];
    const gap = (used: number, of: number): string => ' '.repeat(Math.max(0, of - used));
    return `  ${String(cut).padStart(4)}  ${gap(value < 0 ? size : 0, left)}${before}│${after}${gap(value < 0 ? 0 : size, room - left)}  ${amount.padStart(widthOf(0))}${hasInterval ? `  ${interval}` : ''}`;
  });
}

function dispositionTable({ dispositions }: Analysis, style: Style): string[] {
  if (dispositions.length === 0) return [];
  const rows = [
    ['Action', 'Orders', 'Amount', 'Frauds', 'of all frauds', 'Good', 'Precision'],
    ...dispositions.map((one) => [
      harmless(one.action),
      ...[whole(one.orders), short(one.amount), whole(one.fraudCaught), share(one.recall)],
      ...[whole(one.goodLost), percentage(one.precision ?? 0)],
    ]),
  ];
  const [head = '', ...lines] = columnsOf(narrowed(rows, [0, 1, 3, 5], style));
  return [style.bold("What your account's rules said"), style.dim(head), ...lines, ''];
}

const mostSegments = 15;

const noCuts = {
  review: noCut,
  reviewRange: [noCut, noCut],
  decline: noCut,
  declineRange: [noCut, noCut],
} as const;

function segmentTable({ segments }: Analysis, style: Style): string[] {
  if (segments.length === 0) return [];
  const large = segments.filter(({ recommended }) => recommended !== null);
  const small = segments.length - large.length;
  const hasRanges = style.width >= 72;
  const cut = (at: number, like: readonly [number, number]): string =>
    hasRanges ? cutRange(at, like) : cutName(at);
  const titles = hasRanges ? ['Review from', 'Decline from'] : ['Review', 'Decline'];
  const rows = [
    ['Segment', 'Orders', 'Frauds', 'Share', ...titles],
    ...large.slice(0, mostSegments).map(({ value, orders, frauds, fraudShare, recommended }) => {
      const { review, reviewRange, decline, declineRange } = recommended ?? noCuts;
      return [
        value === '' ? '(empty)' : harmless(value).slice(0, hasRanges ? style.width - 66 : 24),
        ...[whole(orders), whole(frauds), percentage(fraudShare[1])],
        ...[cut(review, reviewRange), cut(decline, declineRange)],
      ];
    }),
  ];
  const [head = '', ...lines] = columnsOf(narrowed(rows, [0, 1, 4, 5], style));
  return [
    style.bold('Segments'),
    ...(large.length === 0 ? [] : [style.dim(head), ...lines, `  ${segmentNote}`]),
    ...(small === 0
      ? []
      : [
          `  ${whole(small)} of ${whole(segments.length)} segments have too few frauds for cuts of their own.`,
        ]),
    '',
  ];
}
