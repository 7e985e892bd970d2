/** The report as it is published: bundled with its charts, which Jest cannot load otherwise. */
import { jest } from '@jest/globals';
import { buildSync } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as report from '../../src/cli/batch/report/report.ts';

const root = join(__dirname, '..', '..');

/** Vega measures text by a canvas where one is installed; what is published never looks for it. */
export const withoutCanvas: Readonly<Record<string, string>> = {
  'vega-canvas': join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js'),
};

export function loadReport(): typeof report {
  const folder = join(root, 'node_modules', '.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `minfraud-report-${process.pid}.cjs`);
  buildSync({
    entryPoints: [join(root, 'src/cli/batch/report/report.ts')],
    outfile,
    alias: { ...withoutCanvas },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
  });
  return jest.requireActual<typeof report>(outfile);
}
