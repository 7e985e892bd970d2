/** Draws calls a second, and p99, over the number of calls in flight, as one SVG. */
import { type GroupMark, parse, type Scale, type Spec, View } from 'vega';

/** What one variant reached with so many calls in flight. */
export interface Point {
  readonly flying: number;
  readonly variant: string;
  readonly perSecond: number;
  /** Milliseconds that half of the calls did not exceed. */
  readonly p50: number;
  /** Milliseconds that 99 of 100 calls did not exceed. */
  readonly p99: number;
}

const width = 560;
const height = 240;
/** From the top of one panel to the top of the next: title and axis of the upper one are in between. */
const step = height + 90;

/** Colours on a light and on a dark page; four that people with any colour vision tell apart. */
const colours = {
  page: ['#ffffff', '#0d1117'],
  text: ['#1f2328', '#e6edf3'],
  line: ['#d1d9e0', '#3d444d'],
  first: ['#57606a', '#9aa4af'],
  second: ['#0072b2', '#56b4e9'],
  third: ['#008a5e', '#2fd0a0'],
  fourth: ['#c04a00', '#f0883e'],
} as const;

type Colour = keyof typeof colours;

const light = (name: Colour): string => colours[name][0];

const look = {
  // What is shown as a picture is described by the page.
  axis: {
    aria: false,
    labelColor: light('text'),
    titleColor: light('text'),
    domainColor: light('line'),
    tickColor: light('line'),
    gridColor: light('line'),
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  legend: {
    aria: false,
    labelColor: light('text'),
    labelFontSize: 12,
    symbolSize: 60,
    labelLimit: 0,
  },
} as const;

/** @returns the same text for the same points. */
export async function drawScale(points: readonly Point[]): Promise<string> {
  const view = new View(parse(specOf(points)), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const short = svg.replaceAll(/\d+\.\d{3,}/g, (digits) =>
    String(Number(Number(digits).toFixed(2))),
  );
  return `${short.replace('>', `>${darkStyle()}`)}\n`;
}

/** The file holds the colours of a light page; viewers that know of dark ones change them. */
function darkStyle(): string {
  const rules = Object.values(colours).flatMap(([bright, dark]) => [
    `[fill="${bright}"]{fill:${dark}}`,
    `[stroke="${bright}"]{stroke:${dark}}`,
  ]);
  return `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
}

function specOf(points: readonly Point[]): Spec {
  const variants = [...new Set(points.map(({ variant }) => variant))];
  const levels = [...new Set(points.map(({ flying }) => flying))];
  const decades = ticksAround(points.map(({ p99 }) => p99));
  const inks = (['first', 'second', 'third', 'fourth'] as const).map(light);
  return {
    background: light('page'),
    padding: 16,
    width,
    height: step + height,
    config: look,
    data: [{ name: 'points', values: points.map((point) => ({ ...point })) }],
    scales: [
      {
        name: 'x',
        type: 'log',
        base: 2,
        domain: [levels[0] ?? 1, levels.at(-1) ?? 1],
        range: 'width',
      },
      { name: 'ink', type: 'ordinal', domain: variants, range: inks },
      {
        name: 'shape',
        type: 'ordinal',
        domain: variants,
        range: ['circle', 'square', 'triangle-up', 'diamond'],
      },
    ],
    legends: [
      {
        fill: 'ink',
        shape: 'shape',
        orient: 'top',
        direction: 'horizontal',
        columns: 2,
        offset: 24,
      },
    ],
    marks: [
      panel(0, levels, {
        field: 'perSecond',
        title: 'Throughput: more is better',
        axis: 'calls a second',
        scale: { type: 'linear', nice: 5 },
        ticks: { tickCount: 5 },
      }),
      panel(step, levels, {
        field: 'p99',
        title: 'What 99 of 100 calls do not exceed: less is better',
        axis: 'p99 in milliseconds (logarithmic)',
        scale: { type: 'log', domain: [decades[0] ?? 1, decades.at(-1) ?? 1] },
        ticks: { values: decades },
      }),
    ],
  };
}

/** 1, 2, 5, 10, 20, … from the last that is not above the list to the first that is not below it. */
function ticksAround(list: readonly number[]): number[] {
  const all = [-2, -1, 0, 1, 2, 3, 4].flatMap((power) => [1, 2, 5].map((of) => of * 10 ** power));
  const from = all.findLast((tick) => tick <= Math.min(...list)) ?? 0;
  const to = all.find((tick) => tick >= Math.max(...list)) ?? Infinity;
  return all.filter((tick) => tick >= from && tick <= to);
}

interface Panel {
  readonly field: 'perSecond' | 'p99';
  readonly title: string;
  readonly axis: string;
  readonly scale: object;
  readonly ticks: { readonly tickCount?: number; readonly values?: number[] };
}

/** One graph: a line with a symbol at each level for every variant. */
function panel(
  y: number,
  levels: readonly number[],
  { field, title, axis, scale, ticks }: Panel,
): GroupMark {
  const place = { x: { scale: 'x', field: 'flying' }, y: { scale: 'y', field } };
  const own = {
    name: 'y',
    domain: { data: 'points', field },
    range: [height, 0],
    ...scale,
  } as Scale;
  return {
    type: 'group',
    encode: { enter: { y: { value: y }, width: { value: width }, height: { value: height } } },
    scales: [own],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        grid: true,
        ticks: false,
        domain: false,
        ...ticks,
        title: axis,
        format: ',~r',
      },
      {
        orient: 'bottom',
        scale: 'x',
        values: [...levels],
        format: 'd',
        title: 'calls in flight (logarithmic)',
      },
    ],
    marks: [
      {
        type: 'text',
        encode: {
          enter: {
            y: { value: -14 },
            text: { value: title },
            fill: { value: light('text') },
            fontSize: { value: 14 },
            fontWeight: { value: 'bold' },
          },
        },
      },
      {
        type: 'group',
        from: { facet: { name: 'of', data: 'points', groupby: 'variant' } },
        marks: [
          {
            type: 'line',
            aria: false,
            from: { data: 'of' },
            encode: {
              enter: {
                ...place,
                stroke: { scale: 'ink', field: 'variant' },
                strokeWidth: { value: 2 },
              },
            },
          },
          {
            type: 'symbol',
            aria: false,
            from: { data: 'of' },
            encode: {
              enter: {
                ...place,
                fill: { scale: 'ink', field: 'variant' },
                shape: { scale: 'shape', field: 'variant' },
                size: { value: 60 },
              },
            },
          },
        ],
      },
    ],
  };
}
