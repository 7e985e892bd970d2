/** The charts of the page of thresholds, each as an SVG. */
import { type Mark, type Spec } from 'vega';
import { svgOf } from '../html/render.ts';
import { type Analysis, type Cut } from './analysis.ts';
import { percentage, range, share } from './words.ts';

const size = { width: 360, height: 230 } as const;

type Money = (amount: number) => string;

/** A dashed line at a recommended cut, with its name at the top. */
function cutLines({ recommended }: Analysis): { data: Spec['data']; marks: Mark[] } {
  const { review = 100, decline = 100 } = recommended ?? {};
  const lines = [
    ...(review < decline
      ? [{ cut: review, name: `review ${review}`, colour: 'var(--medium)' }]
      : []),
    ...(decline < 100 ? [{ cut: decline, name: `decline ${decline}`, colour: 'var(--high)' }] : []),
  ].map((line, at) => ({ ...line, top: 10 + 14 * at, isRight: line.cut > 70 }));
  return {
    data: [{ name: 'lines', values: lines }],
    marks: [
      {
        type: 'rule',
        from: { data: 'lines' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'cut' },
            y: { value: 0 },
            y2: { signal: 'height' },
            stroke: { field: 'colour' },
            strokeDash: { value: [4, 3] },
            description: { field: 'name' },
          },
        },
      },
      {
        type: 'text',
        aria: false,
        from: { data: 'lines' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'cut', offset: { signal: 'datum.isRight ? -4 : 4' } },
            y: { field: 'top' },
            align: { signal: "datum.isRight ? 'right' : 'left'" },
            text: { field: 'name' },
          },
        },
      },
    ],
  };
}

/** Money of declining from each cut, with its interval as a band. */
export function moneyCurve(analysis: Analysis, money: Money): Promise<string> {
  const values = analysis.cuts
    .filter(({ cut }) => cut >= firstShown(analysis))
    .map(({ cut, money: [low, value, high] }) => ({
      ...{ cut, low, value, high },
      said: `${cut}: ${range([low, value, high], money)}`,
    }));
  const lines = cutLines(analysis);
  return svgOf({
    ...size,
    data: [{ name: 'cuts', values }, ...(lines.data ?? [])],
    scales: [
      { name: 'x', type: 'linear', domain: [0, 100], range: 'width' },
      {
        name: 'y',
        type: 'linear',
        domain: {
          fields: [
            { data: 'cuts', field: 'low' },
            { data: 'cuts', field: 'high' },
          ],
        },
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
        tickCount: 6,
        format: '~s',
        title: 'Money against declining none',
      },
      {
        orient: 'bottom',
        scale: 'x',
        values: [0, 20, 40, 60, 80, 100],
        title: 'Declined from this risk score on',
      },
    ],
    marks: [
      {
        type: 'area',
        aria: false,
        from: { data: 'cuts' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'cut' },
            y: { scale: 'y', field: 'low' },
            y2: { scale: 'y', field: 'high' },
            fill: { value: 'var(--plain)' },
            fillOpacity: { value: 0.25 },
          },
        },
      },
      curve('cuts', 'cut', 'value', 'Money by cut; the table has the numbers.'),
      ...lines.marks,
    ],
  });
}

/** Below this cut so many good orders are lost that the scale would hide all others. */
function firstShown({ cuts }: Analysis): number {
  const most = Math.max(1, ...cuts.map(({ money: [, , high] }) => high));
  return cuts.find(({ money: [low] }) => low > -2 * most)?.cut ?? 0;
}

/** Frauds caught against good orders lost, from no cut at all to the lowest. */
export function tradeOff(analysis: Analysis): Promise<string> {
  const values = analysis.cuts.map(({ goodLostShare: [, lost], recall: [low, caught, high] }) => ({
    ...{ lost, low, caught, high },
  }));
  const wanted = new Map([
    [analysis.recommended?.review, 'review'],
    [analysis.recommended?.decline, 'decline'],
  ]);
  const points = analysis.cuts.flatMap((cut) => {
    const name = wanted.get(cut.cut);
    if (name === undefined || cut.orders === 0) return [];
    return [pointOf(cut, name)];
  });
  const most = Math.min(1, Math.max(0.02, ...points.map(({ lost }) => lost * 4)));
  return svgOf({
    ...size,
    data: [
      { name: 'cuts', values: values.filter(({ lost }) => lost <= most) },
      { name: 'points', values: points },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [0, most], range: 'width' },
      { name: 'y', type: 'linear', domain: [0, 1], range: 'height' },
    ],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        grid: true,
        domain: false,
        ticks: false,
        format: '.0%',
        tickCount: 5,
        title: 'Frauds caught',
      },
      {
        orient: 'bottom',
        scale: 'x',
        format: most < 0.1 ? '.1%' : '.0%',
        tickCount: 5,
        title: 'Good orders lost',
      },
    ],
    marks: [
      {
        type: 'area',
        aria: false,
        from: { data: 'cuts' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'lost' },
            y: { scale: 'y', field: 'low' },
            y2: { scale: 'y', field: 'high' },
            fill: { value: 'var(--plain)' },
            fillOpacity: { value: 0.25 },
          },
        },
      },
      curve(
        'cuts',
        'lost',
        'caught',
        'Frauds caught by good orders lost; the table has the numbers.',
      ),
      {
        type: 'symbol',
        from: { data: 'points' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'lost' },
            y: { scale: 'y', field: 'caught' },
            size: { value: 70 },
            fill: { field: 'colour' },
            description: { field: 'said' },
          },
        },
      },
      {
        type: 'text',
        aria: false,
        from: { data: 'points' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'lost', offset: 8 },
            y: { scale: 'y', field: 'caught', offset: 16 },
            text: { field: 'name' },
          },
        },
      },
    ],
  });
}

function pointOf({ cut, goodLostShare, recall }: Cut, name: string) {
  return {
    name: `${name} ${cut}`,
    lost: goodLostShare[1],
    caught: recall[1],
    colour: name === 'decline' ? 'var(--high)' : 'var(--medium)',
    said: `${name} from ${cut}: ${share(recall)} of frauds, ${share(goodLostShare)} of good orders`,
  };
}

const curve = (data: string, x: string, y: string, description: string): Mark => ({
  type: 'line',
  from: { data },
  encode: {
    enter: {
      x: { scale: 'x', field: x },
      y: { scale: 'y', field: y },
      stroke: { value: 'var(--plain)' },
      strokeWidth: { value: 2 },
      description: { value: description },
    },
  },
});

/** The share of frauds in each band of scores, with its interval, next to what the score says. */
export function calibrationChart({ calibration }: Analysis): Promise<string> {
  const values = calibration.map(({ from, to, expected, seen }) => ({
    band: `${from}–${to}`,
    expected,
    ...{ low: seen[0], seen: seen[1], high: seen[2] },
    said: `Scores ${from} to ${to}: expected ${percentage(expected)}, seen ${share(seen)}`,
  }));
  const x = { scale: 'x', field: 'band', band: 0.5 } as const;
  return svgOf({
    ...size,
    data: [{ name: 'bands', values }],
    scales: [
      { name: 'x', type: 'band', domain: { data: 'bands', field: 'band' }, range: 'width' },
      { name: 'y', type: 'linear', domain: [0, 1], range: 'height' },
    ],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        grid: true,
        domain: false,
        ticks: false,
        format: '.0%',
        tickCount: 5,
        title: 'Share of frauds',
      },
      { orient: 'bottom', scale: 'x', title: 'Risk score', labelAngle: -30, labelAlign: 'right' },
    ],
    marks: [
      {
        type: 'rule',
        aria: false,
        from: { data: 'bands' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'low' },
            y2: { scale: 'y', field: 'high' },
            stroke: { value: 'var(--plain)' },
            strokeWidth: { value: 2 },
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'bands' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'seen' },
            size: { value: 55 },
            fill: { value: 'var(--plain)' },
            description: { field: 'said' },
          },
        },
      },
      {
        type: 'symbol',
        aria: false,
        from: { data: 'bands' },
        encode: {
          enter: {
            x,
            y: { scale: 'y', field: 'expected' },
            size: { value: 160 },
            shape: { value: 'stroke' },
            stroke: { value: 'var(--high)' },
            strokeWidth: { value: 2.5 },
          },
        },
      },
    ],
  });
}
