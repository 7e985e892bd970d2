/** The charts of the report, each as an SVG. */
import { type Spec } from 'vega';
import { svgOf } from '../../html/render.ts';

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
  const spec: Spec = {
    width: width - 50,
    height: 210,
    data: [{ name: 'scores', values }],
    scales: [
      { name: 'x', type: 'linear', domain: [0, 100], range: 'width' },
      {
        name: 'y',
        // High scores are few: on an even scale they would not be seen.
        type: 'sqrt',
        domain: { data: 'scores', field: 'count' },
        range: 'height',
        nice: true,
        zero: true,
      },
    ],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        grid: true,
        domain: false,
        ticks: false,
        tickCount: 5,
        tickMinStep: 1,
        title: 'Results (square root scale)',
        format: ',d',
      },
      { orient: 'bottom', scale: 'x', values: [0, 20, 40, 60, 80, 100], title: 'Risk score' },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'scores' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'from', offset: 1 },
            x2: { scale: 'x', field: 'to', offset: -1 },
            y: { scale: 'y', field: 'count' },
            y2: { scale: 'y', value: 0 },
            fill: { value: fill('plain') },
            description: { field: 'said' },
          },
        },
      },
    ],
  };
  return svgOf(spec);
}

/** Bars that lie, each under its name, with its number at the right. */
export function bars(rows: readonly Bar[], results: number): Promise<string> {
  const values = rows.map(({ name, count, colour }) => ({
    name,
    count,
    colour: fill(colour),
    label: `${count.toLocaleString('en-US')} (${share(count, results)})`,
  }));
  return svgOf({
    width,
    height: rows.length * rowHeight,
    data: [{ name: 'rows', values }],
    scales: [
      {
        name: 'x',
        type: 'linear',
        domain: [0, Math.max(1, ...rows.map(({ count }) => count))],
        range: 'width',
      },
      { name: 'y', type: 'band', domain: { data: 'rows', field: 'name' }, range: 'height' },
    ],
    marks: [
      nameMark,
      labelMark,
      {
        type: 'rect',
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { value: 0 },
            x2: { scale: 'x', field: 'count' },
            y: { scale: 'y', field: 'name', offset: 23 },
            height: { value: 10 },
            cornerRadius: { value: 2 },
            fill: { field: 'colour' },
            description: { signal: "datum.name + ': ' + datum.label" },
          },
        },
      },
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
  const values = rows.flatMap(({ name, raised, lowered }) => [
    {
      name,
      count: raised,
      colour: fill('high'),
      label: '',
      said: `${name}: raised ${counted(raised, 'score')}`,
    },
    {
      name,
      count: -lowered,
      colour: fill('low'),
      label: '',
      said: `${name}: lowered ${counted(lowered, 'score')}`,
    },
  ]);
  const names = rows.map(({ name, raised, lowered }) => ({
    name,
    label: [
      raised > 0 ? `▲ ${raised.toLocaleString('en-US')}` : '',
      lowered > 0 ? `▼ ${lowered.toLocaleString('en-US')}` : '',
    ]
      .filter((part) => part !== '')
      .join('  '),
  }));
  const most = Math.max(1, ...rows.flatMap(({ raised, lowered }) => [raised, lowered]));
  return svgOf({
    width,
    height: rows.length * rowHeight,
    data: [
      { name: 'rows', values: names },
      { name: 'sides', values: values.filter(({ count }) => count !== 0) },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [-most, most], range: 'width' },
      { name: 'y', type: 'band', domain: { data: 'rows', field: 'name' }, range: 'height' },
    ],
    marks: [
      nameMark,
      labelMark,
      {
        type: 'rect',
        from: { data: 'sides' },
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'count' },
            y: { scale: 'y', field: 'name', offset: 23 },
            height: { value: 10 },
            cornerRadius: { value: 2 },
            fill: { field: 'colour' },
            description: { field: 'said' },
          },
        },
      },
      {
        type: 'rule',
        aria: false,
        from: { data: 'rows' },
        encode: {
          enter: {
            x: { scale: 'x', value: 0 },
            y: { scale: 'y', field: 'name', offset: 21 },
            y2: { scale: 'y', field: 'name', offset: 35 },
            stroke: { value: 'var(--line)' },
          },
        },
      },
    ],
  });
}

/** `1 result`, `1,200 results`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en-US')} ${word}${count === 1 ? '' : 's'}`;
}

export function share(count: number, results: number): string {
  return `${((count / Math.max(1, results)) * 100).toFixed(1)}\u00a0%`;
}

const fill = (colour: string): string => `var(--${colour})`;

const textAt = (align: 'left' | 'right', field: string) =>
  ({
    type: 'text',
    // The bar says both.
    aria: false,
    from: { data: 'rows' },
    encode: {
      enter: {
        x: { value: align === 'left' ? 0 : width },
        y: { scale: 'y', field: 'name', offset: 16 },
        align: { value: align },
        text: { field },
        limit: { value: 0 },
      },
    },
  }) as const;

const nameMark = textAt('left', 'name');
const labelMark = textAt('right', 'label');
