/** What charts have in common: scales, axes and marks of Vega (https://vega.github.io). */
import { type Axis, type EncodeEntry, type Mark, type Scale } from 'vega';

type Shape = 'area' | 'line' | 'rect' | 'rule' | 'symbol' | 'text';

/** @param isSilent - For what another mark says already. */
export function mark(type: Shape, data: string, enter: EncodeEntry, isSilent = false): Mark {
  return { type, from: { data }, encode: { enter }, ...(isSilent && { aria: false }) };
}

export const acrossScale = (domain: readonly [number, number]): Scale => ({
  ...{ name: 'x', type: 'linear', domain: [...domain], range: 'width' },
});

export const upScale = (domain: readonly [number, number]): Scale => ({
  ...{ name: 'y', type: 'linear', domain: [...domain], range: 'height' },
});

/** At the left, with lines across the chart. */
export const leftAxis = (title: string, format: string, more: Partial<Axis> = {}): Axis => ({
  ...{ orient: 'left', scale: 'y', grid: true, domain: false, ticks: false, tickCount: 5 },
  ...{ title, format },
  ...more,
});

export const bottomAxis = (title: string, more: Partial<Axis> = {}): Axis => ({
  ...{ orient: 'bottom', scale: 'x', title },
  ...more,
});

/** Risk scores. */
export const scoreAxis = (title: string): Axis =>
  bottomAxis(title, { values: [0, 20, 40, 60, 80, 100] });

export const colour = (name: string): string => `var(--${name})`;

/** An interval along a curve. */
export const band = (data: string, x: string, low: string, high: string): Mark =>
  mark(
    'area',
    data,
    {
      x: { scale: 'x', field: x },
      y: { scale: 'y', field: low },
      y2: { scale: 'y', field: high },
      fill: { value: colour('plain') },
      fillOpacity: { value: 0.25 },
    },
    true,
  );

export const curve = (data: string, x: string, y: string, description: string): Mark =>
  mark('line', data, {
    x: { scale: 'x', field: x },
    y: { scale: 'y', field: y },
    stroke: { value: colour('plain') },
    strokeWidth: { value: 2 },
    description: { value: description },
  });
