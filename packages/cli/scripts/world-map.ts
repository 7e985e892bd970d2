/**
 * Writes the outlines of the report of `minfraud batch`: Natural Earth's countries (public domain), as
 * world-atlas packs them, named by ISO 3166-1. Run by hand when those packages change:
 * `npx tsx scripts/world-map.ts`.
 */
import { geoCentroid } from 'd3-geo';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

interface Named {
  readonly name: string;
}

type World = Topology<{ countries: GeometryCollection<Named> }>;

const worldMapFile = 'src/batch/report/world.json';

/** The outlines of larger countries, and the middle of those that are too small for one. */
function worldMap(root: string): string {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(createRequire(join(root, 'package.json')).resolve(path), 'utf8'));
  const codes = new Map(
    (
      read('i18n-iso-countries/codes.json') as [alpha2: string, alpha3: string, number: string][]
    ).map(([alpha2, , number]) => [number, alpha2]),
  );
  const codeOf = ({ id, properties }: GeometryObject<Named>): string | undefined =>
    // Kosovo has no number; this is the code that is in use for it.
    (properties as Partial<Named> | undefined)?.name === 'Kosovo' ? 'XK' : codes.get(String(id));
  const coarse = read('world-atlas/countries-110m.json') as World;
  const fine = read('world-atlas/countries-50m.json') as World;

  // Antarctica has no customers, and would take a fifth of the page.
  const shown = coarse.objects.countries.geometries.filter((one) => codeOf(one) !== 'AQ');
  const outlined = new Set(shown.map(codeOf));
  const middles: Record<string, [number, number]> = {};
  for (const one of fine.objects.countries.geometries) {
    const code = codeOf(one);
    if (code === undefined || code === 'AQ' || outlined.has(code)) continue;
    const [longitude, latitude] = geoCentroid(feature(fine, one));
    middles[code] = [Number(longitude.toFixed(1)), Number(latitude.toFixed(1))];
  }
  const countries = {
    type: 'GeometryCollection',
    geometries: shown.map((one) => ({ ...one, id: codeOf(one), properties: undefined })),
  };
  const used = new Set(
    JSON.stringify(shown.map((one) => ('arcs' in one ? one.arcs : [])))
      .match(/-?\d+/g)
      ?.map(arcAt),
  );
  // Emptied and not taken out: countries refer to arcs by their place.
  const arcs = coarse.arcs.map((arc, at) => (used.has(at) ? arc : []));
  const topology = { type: 'Topology', transform: coarse.transform, objects: { countries }, arcs };
  return `${JSON.stringify({ topology, middles })}\n`;
}

/** `~5` is arc 5 the other way round. */
function arcAt(text: string): number {
  const index = Number(text);
  return index < 0 ? ~index : index;
}

/** `--check`: writes nothing, and fails where the file is not what the packages give. */
function run(root: string, isCheck: boolean): void {
  const file = join(root, worldMapFile);
  const text = worldMap(root);
  if (!isCheck) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    throw new Error(`${worldMapFile} is not what the packages give: npx tsx scripts/world-map.ts`);
  }
}

run(fileURLToPath(new URL('..', import.meta.url)), process.argv.includes('--check'));
