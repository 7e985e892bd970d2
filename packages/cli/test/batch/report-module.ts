/** The report with its charts in one file: Jest cannot load the ES modules of Vega. */
import { jest } from '@jest/globals';
import { buildSync } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as report from '../../src/batch/report/report.ts';

const root = join(__dirname, '..', '..', '..', '..');

export function loadReport(): typeof report {
  const folder = join(root, 'node_modules', '.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `minfraud-report-${process.pid}.cjs`);
  buildSync({
    entryPoints: [join(root, 'packages/cli/src/batch/report/report.ts')],
    outfile,
    // The SDK is read from its sources: a fresh clone has no dist.
    conditions: ['minfraud-source'],
    // Its file for Node awaits at the top, which CommonJS cannot.
    alias: { 'vega-canvas': join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js') },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
  });
  return jest.requireActual<typeof report>(outfile);
}
