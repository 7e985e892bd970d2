/** Where the IP addresses are: a map of the world, darker where more results are. */
import { type Spec } from 'vega';
import { counted } from '../../output/count.ts';
import { svgOf } from '../../html/render.ts';
import world from './world.json' with { type: 'json' };

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** Steps of colour, `--map-1` to `--map-5` of the page. */
const steps = 5;

/** How many results a step begins with: each holds several times as many as the one before. */
export function mapSteps(most: number): number[] {
  const begins = Array.from({ length: steps }, (_, at) => Math.ceil((most + 1) ** (at / steps)));
  return [...new Set(begins)];
}

const outlined: ReadonlySet<string> = new Set(
  world.topology.objects.countries.geometries.flatMap((one) => ('id' in one ? [one.id] : [])),
);
const middles: Readonly<Record<string, readonly number[]>> = world.middles;

export function isOnMap(code: string): boolean {
  return outlined.has(code) || Object.hasOwn(middles, code);
}

export function worldMap(places: readonly Place[]): Promise<string> {
  const begins = mapSteps(Math.max(1, ...places.map(({ count }) => count)));
  const values = places.map(({ code, name, count }) => {
    const [longitude, latitude] = middles[code] ?? [];
    const step = begins.filter((begin) => begin <= count).length;
    const said = `${name}: ${counted(count, 'result')}`;
    return { code, said, longitude, latitude, fill: `var(--map-${step})` };
  });
  const spec: Spec = {
    width: 900,
    height: 420,
    data: [
      { name: 'places', values: values.filter(({ code }) => outlined.has(code)) },
      {
        name: 'points',
        values: values.filter(({ longitude }) => longitude !== undefined),
        transform: [
          {
            type: 'geopoint',
            projection: 'flat',
            fields: ['longitude', 'latitude'],
            as: ['x', 'y'],
          },
        ],
      },
      {
        name: 'land',
        values: world.topology,
        format: { type: 'topojson', feature: 'countries' },
        transform: [{ type: 'lookup', from: 'places', key: 'code', fields: ['id'], as: ['place'] }],
      },
      { name: 'empty', source: 'land', transform: [{ type: 'filter', expr: '!datum.place' }] },
      { name: 'counted', source: 'land', transform: [{ type: 'filter', expr: 'datum.place' }] },
    ],
    projections: [
      {
        name: 'flat',
        type: 'equalEarth',
        fit: { signal: "data('land')" },
        size: { signal: '[width, height]' },
      },
    ],
    marks: [
      {
        type: 'shape',
        aria: false,
        from: { data: 'empty' },
        encode: { enter: { fill: { value: 'var(--map-0)' }, ...outline } },
        transform: [{ type: 'geoshape', projection: 'flat' }],
      },
      {
        type: 'shape',
        from: { data: 'counted' },
        encode: {
          enter: {
            fill: { field: 'place.fill' },
            description: { field: 'place.said' },
            ...outline,
          },
        },
        transform: [{ type: 'geoshape', projection: 'flat' }],
      },
      {
        type: 'symbol',
        from: { data: 'points' },
        encode: {
          enter: {
            size: { value: 70 },
            fill: { field: 'fill' },
            description: { field: 'said' },
            stroke: { value: 'currentColor' },
            strokeWidth: { value: 0.8 },
            x: { field: 'x' },
            y: { field: 'y' },
          },
        },
      },
    ],
  };
  return svgOf(spec);
}

const outline = { stroke: { value: 'var(--page)' }, strokeWidth: { value: 0.5 } };
