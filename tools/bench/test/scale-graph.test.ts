import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import type * as graph from '../scale-graph.ts';

let drawScale: typeof graph.drawScale;
let folder: string;

// Jest cannot load the modules of vega unless they are bundled.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-graph-'));
  const outfile = join(folder, 'scale-graph.cjs');
  buildSync({
    entryPoints: ['tools/bench/scale-graph.ts'],
    outfile,
    // Its file for Node awaits at the top, which CommonJS cannot.
    alias: { 'vega-canvas': resolve('node_modules/vega-canvas/build/vega-canvas.browser.js') },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
  });
  ({ drawScale } = jest.requireActual<typeof graph>(outfile));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const variants = ['fetch with a timeout', 'insights()', 'official client 6.1.0'];
const points: graph.Point[] = [1, 16, 512].flatMap((flying) =>
  variants.map((variant, at) => ({
    flying,
    variant,
    perSecond: 1_000 * (at + 1),
    p50: flying / 2,
    p99: flying * (at + 1),
  })),
);

describe('the graph of many calls at once', () => {
  test('names its variants, its panels and its axes', async () => {
    const svg = await drawScale(points);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text);
    expect(texts).toEqual(expect.arrayContaining([...variants, '1', '16', '512']));
    expect(texts).toContain('Throughput: more is better');
    expect(texts).toContain('What 99 of 100 calls do not exceed: less is better');
    expect(texts).toContain('calls a second');
    expect(texts).toContain('p99 in milliseconds (logarithmic)');
    expect(texts.filter((text) => text === 'calls in flight (logarithmic)')).toHaveLength(2);
  });

  test('has a line and its symbols for each variant in both panels', async () => {
    const svg = await drawScale(points);
    expect(svg.match(/class="mark-line /g)).toHaveLength(2 * variants.length);
    // A legend has a symbol for each, too.
    const symbols = svg.match(/class="mark-symbol role-mark"[^]*?<\/g>/g) ?? [];
    const drawn = symbols.flatMap((group) => group.match(/<path /g) ?? []);
    expect(drawn).toHaveLength(2 * points.length);
  });

  test('is the same text for the same points', async () => {
    expect(await drawScale(points)).toBe(await drawScale(points));
  });

  test('has a background of its own, and other colours for a dark page', async () => {
    const svg = await drawScale(points);
    expect(svg).toMatch(/<rect [^>]*fill="#ffffff"/);
    expect(svg).toMatch(/<style>@media \(prefers-color-scheme:dark\)\{/);
    const dark = /<style>([^]*?)<\/style>/.exec(svg)?.[1] ?? '';
    const drawn = svg.replace(/<style>[^]*?<\/style>/, '');
    const inks = [...drawn.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, ink]) => ink ?? '');
    const staying = [...new Set(inks)].filter((ink) => !dark.includes(`[fill="${ink}"]`));
    expect(staying).toEqual([]);
  });
});
