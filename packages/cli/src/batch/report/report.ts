/** A report of all results as one page that opens from the disk: no script, no network. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { linesOf } from '../lines.ts';
import { NewFile } from '../new-file.ts';
import { type Figures } from '../progress.ts';
import { type ResultFormat } from '../result-format.ts';
import { Riskiest, type Tally } from '../tally.ts';
import { reportPage } from './page.ts';
import { stoppedFrom } from './stopped.ts';

export async function writeReport(
  file: string,
  results: string,
  format: ResultFormat,
  figures: Figures & { readonly service: string },
): Promise<void> {
  const tally = await count(results, format);
  const page = await reportPage(tally, await stoppedFrom(results), {
    ...figures,
    results: basename(results),
    made: new Date(),
  });
  await NewFile.whole(file, page);
}

const scoreSteps = 20;

async function count(results: string, format: ResultFormat): Promise<Tally> {
  const scores = Array.from({ length: scoreSteps }, () => 0);
  const actions = new Map<string, number>();
  const countries = new Map<string, { count: number; mean: number }>();
  const warnings = new Map<string, number>();
  const reasons = new Map<string, { count: number; raised: number }>();
  const riskiest = new Riskiest(25);
  let scored = 0;
  let madeUp = 0;
  let sum = 0;
  for await (const { text } of linesOf(createReadStream(results))) {
    const seen = format.decode(text);
    if (seen?.riskScore === undefined) continue;
    scored++;
    if (seen.isMadeUp) madeUp++;
    sum += seen.riskScore;
    const step = Math.min(scoreSteps - 1, Math.floor(seen.riskScore / (100 / scoreSteps)));
    scores[step] = (scores[step] ?? 0) + 1;
    if (seen.action !== undefined) add(actions, seen.action);
    if (seen.country !== undefined) {
      const { count, mean } = countries.get(seen.country) ?? { count: 0, mean: 0 };
      const next = mean + (seen.riskScore - mean) / (count + 1);
      countries.set(seen.country, { count: count + 1, mean: next });
    }
    for (const code of new Set(seen.warnings)) add(warnings, code);
    for (const { code, multiplier } of seen.reasons) {
      const known = reasons.get(code) ?? { count: 0, raised: 0 };
      reasons.set(code, {
        count: known.count + 1,
        raised: known.raised + (multiplier > 1 ? 1 : 0),
      });
    }
    riskiest.add(seen);
  }
  return {
    ...{ results: scored, madeUp, mean: scored === 0 ? 0 : sum / scored, scores },
    ...{ actions, countries, warnings, reasons, riskiest: riskiest.rows },
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
