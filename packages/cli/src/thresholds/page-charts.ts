/** The charts of the page of thresholds, each as an SVG. */
import { type Mark, type Spec } from 'vega';
import {
  acrossScale,
  band,
  bottomAxis,
  colour,
  curve,
  leftAxis,
  mark,
  scoreAxis,
  upScale,
} from '../html/chart-parts.ts';
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
      ? [{ cut: review, name: `review ${review}`, colour: colour('medium') }]
      : []),
    ...(decline < 100
      ? [{ cut: decline, name: `decline ${decline}`, colour: colour('high') }]
      : []),
  ].map((line, at) => ({ ...line, top: 10 + 14 * at, isRight: line.cut > 70 }));
  const line = mark('rule', 'lines', {
    x: { scale: 'x', field: 'cut' },
    y: { value: 0 },
    y2: { signal: 'height' },
    stroke: { field: 'colour' },
    strokeDash: { value: [4, 3] },
    description: { field: 'name' },
  });
  const name = mark(
    'text',
    'lines',
    {
      x: { scale: 'x', field: 'cut', offset: { signal: 'datum.isRight ? -4 : 4' } },
      y: { field: 'top' },
      align: { signal: "datum.isRight ? 'right' : 'left'" },
      text: { field: 'name' },
    },
    true,
  );
  return { data: [{ name: 'lines', values: lines }], marks: [line, name] };
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
  const fields = ['low', 'high'].map((field) => ({ data: 'cuts', field }));
  return svgOf({
    ...size,
    data: [{ name: 'cuts', values }, ...(lines.data ?? [])],
    scales: [
      acrossScale([0, 100]),
      {
        ...{ name: 'y', type: 'linear', domain: { fields }, range: 'height' },
        ...{ nice: true, zero: true },
      },
    ],
    axes: [
      leftAxis('Money against declining none', '~s', { tickCount: 6 }),
      scoreAxis('Declined from this risk score on'),
    ],
    marks: [
      band('cuts', 'cut', 'low', 'high'),
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
  const point = mark('symbol', 'points', {
    x: { scale: 'x', field: 'lost' },
    y: { scale: 'y', field: 'caught' },
    size: { value: 70 },
    fill: { field: 'colour' },
    description: { field: 'said' },
  });
  const name = mark(
    'text',
    'points',
    {
      x: { scale: 'x', field: 'lost', offset: 8 },
      y: { scale: 'y', field: 'caught', offset: 16 },
      text: { field: 'name' },
    },
    true,
  );
  return svgOf({
    ...size,
    data: [
      { name: 'cuts', values: values.filter(({ lost }) => lost <= most) },
      { name: 'points', values: points },
    ],
    scales: [acrossScale([0, most]), upScale([0, 1])],
    axes: [
      leftAxis('Frauds caught', '.0%'),
      bottomAxis('Good orders lost', { format: most < 0.1 ? '.1%' : '.0%', tickCount: 5 }),
    ],
    marks: [
      band('cuts', 'lost', 'low', 'high'),
      curve(
        ...(['cuts', 'lost', 'caught'] as const),
        'Frauds caught by good orders lost; the table has the numbers.',
      ),
      ...[point, name],
    ],
  });
}

function pointOf({ cut, goodLostShare, recall }: Cut, name: string) {
  return {
    name: `${name} ${cut}`,
    lost: goodLostShare[1],
    caught: recall[1],
    colour: colour(name === 'decline' ? 'high' : 'medium'),
    said: `${name} from ${cut}: ${share(recall)} of frauds, ${share(goodLostShare)} of good orders`,
  };
}

/** The share of frauds in each band of scores, with its interval, next to what the score says. */
export function calibrationChart({ calibration }: Analysis): Promise<string> {
  const values = calibration.map(({ from, to, expected, seen }) => ({
    band: `${from}–${to}`,
    expected,
    ...{ low: seen[0], seen: seen[1], high: seen[2] },
    said: `Scores ${from} to ${to}: expected ${percentage(expected)}, seen ${share(seen)}`,
  }));
  const x = { scale: 'x', field: 'band', band: 0.5 } as const;
  const y = (field: string) => ({ scale: 'y', field }) as const;
  const plain = { value: colour('plain') };
  const interval = { x, y: y('low'), y2: y('high'), stroke: plain, strokeWidth: { value: 2 } };
  const seen = {
    ...{ x, y: y('seen'), size: { value: 55 }, fill: plain },
    description: { field: 'said' },
  };
  const expected = {
    ...{ x, y: y('expected'), size: { value: 160 }, shape: { value: 'stroke' } },
    ...{ stroke: { value: colour('high') }, strokeWidth: { value: 2.5 } },
  };
  return svgOf({
    ...size,
    data: [{ name: 'bands', values }],
    scales: [
      { name: 'x', type: 'band', domain: { data: 'bands', field: 'band' }, range: 'width' },
      upScale([0, 1]),
    ],
    axes: [
      leftAxis('Share of frauds', '.0%'),
      bottomAxis('Risk score', { labelAngle: -30, labelAlign: 'right' }),
    ],
    marks: [
      mark('rule', 'bands', interval, true),
      mark('symbol', 'bands', seen),
      mark('symbol', 'bands', expected, true),
    ],
  });
}
