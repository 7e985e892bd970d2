/** The charts of the report, each as an SVG. */
import { type Mark, type NumericValueRef, type Scale, type ScaledValueRef } from 'vega';
import { acrossScale, colour, leftAxis, mark, scoreAxis } from '../../html/chart-parts.ts';
import { svgOf } from '../../html/render.ts';
import { counted, whole } from '../../output/count.ts';

/** Narrow enough to be read on a telephone; wide screens show two in a row. */
const width = 360;
const rowHeight = 42;

export interface Bar {
  readonly name: string;
  readonly count: number;
  /** A colour of the page: `low`, `medium`, `high` or `plain`. */
  readonly colour: string;
}

/** How many results have which score: upright bars over the scale from 0 to 100. */
export function histogram(counts: readonly number[]): Promise<string> {
  const step = 100 / counts.length;
  const values = counts.map((count, at) => ({
    from: at * step,
    to: (at + 1) * step,
    count,
    said: `${at * step} to ${(at + 1) * step}: ${counted(count, 'result')}`,
  }));
  // High scores are few: on an even scale they would not be seen.
  const roots = { type: 'sqrt', domain: { data: 'scores', field: 'count' } } as const;
  return svgOf({
    width: width - 50,
    height: 210,
    data: [{ name: 'scores', values }],
    scales: [
      acrossScale([0, 100]),
      { name: 'y', ...roots, range: 'height', nice: true, zero: true },
    ],
    axes: [
      leftAxis('Results (square root scale)', ',d', { tickMinStep: 1 }),
      scoreAxis('Risk score'),
    ],
    marks: [
      mark('rect', 'scores', {
        x: { scale: 'x', field: 'from', offset: 1 },
        x2: { scale: 'x', field: 'to', offset: -1 },
        y: { scale: 'y', field: 'count' },
        y2: { scale: 'y', value: 0 },
        fill: { value: colour('plain') },
        description: { field: 'said' },
      }),
    ],
  });
}

/** Bars that lie, each under its name, with its number at the right. */
export function bars(rows: readonly Bar[], results: number): Promise<string> {
  const values = rows.map(({ name, count, colour: kind }) => ({
    name,
    count,
    colour: colour(kind),
    label: `${whole(count)} (${share(count, results)})`,
  }));
  return svgOf({
    ...sizeOf(rows),
    data: [{ name: 'rows', values }],
    scales: [acrossScale([0, Math.max(1, ...rows.map(({ count }) => count))]), nameScale],
    marks: [
      ...texts,
      lyingBar('rows', { value: 0 }, { signal: "datum.name + ': ' + datum.label" }),
    ],
  });
}

export interface SignedBar {
  readonly name: string;
  readonly raised: number;
  readonly lowered: number;
}

/** Bars from the middle: to the right what raised scores, to the left what lowered them. */
export function signedBars(rows: readonly SignedBar[]): Promise<string> {
  const side = (name: string, count: number, verb: 'raised' | 'lowered') => ({
    ...{ name, count: verb === 'raised' ? count : -count },
    colour: colour(verb === 'raised' ? 'high' : 'low'),
    said: `${name}: ${verb} ${counted(count, 'score')}`,
  });
  const sides = rows.flatMap(({ name, raised, lowered }) => [
    side(name, raised, 'raised'),
    side(name, lowered, 'lowered'),
  ]);
  const names = rows.map(({ name, raised, lowered }) => ({
    name,
    label: [raised > 0 ? `▲ ${whole(raised)}` : '', lowered > 0 ? `▼ ${whole(lowered)}` : '']
      .filter((part) => part !== '')
      .join('  '),
  }));
  const most = Math.max(1, ...rows.flatMap(({ raised, lowered }) => [raised, lowered]));
  const middle = mark(
    'rule',
    'rows',
    {
      x: { scale: 'x', value: 0 },
      y: { scale: 'y', field: 'name', offset: 21 },
      y2: { scale: 'y', field: 'name', offset: 35 },
      stroke: { value: colour('line') },
    },
    true,
  );
  return svgOf({
    ...sizeOf(rows),
    data: [
      { name: 'rows', values: names },
      { name: 'sides', values: sides.filter(({ count }) => count !== 0) },
    ],
    scales: [acrossScale([-most, most]), nameScale],
    marks: [...texts, lyingBar('sides', { scale: 'x', value: 0 }, { field: 'said' }), middle],
  });
}

export function share(count: number, results: number): string {
  return `${((count / Math.max(1, results)) * 100).toFixed(1)}%`;
}

const sizeOf = (rows: readonly unknown[]): { width: number; height: number } => ({
  width,
  height: rows.length * rowHeight,
});

const nameScale: Scale = {
  ...{ name: 'y', type: 'band', domain: { data: 'rows', field: 'name' }, range: 'height' },
};

const lyingBar = (data: string, from: NumericValueRef, said: ScaledValueRef<string>): Mark =>
  mark('rect', data, {
    x: from,
    x2: { scale: 'x', field: 'count' },
    y: { scale: 'y', field: 'name', offset: 23 },
    height: { value: 10 },
    cornerRadius: { value: 2 },
    fill: { field: 'colour' },
    description: said,
  });

/** The bar says both. */
const texts: Mark[] = (
  [
    ['left', 'name'],
    ['right', 'label'],
  ] as const
).map(([align, field]) =>
  mark(
    'text',
    'rows',
    {
      x: { value: align === 'left' ? 0 : width },
      y: { scale: 'y', field: 'name', offset: 16 },
      align: { value: align },
      text: { field },
      limit: { value: 0 },
    },
    true,
  ),
);
