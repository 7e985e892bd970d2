/** `minfraud batch merge`: puts the results of all parts into one file, in the order of the input. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CliContext, print, say } from '../../context.ts';
import { CommandError, exitCodes } from '../../exit.ts';
import { counted } from '../../output/count.ts';
import { beside, checkApart, settled } from '../files.ts';
import { lock } from '../lock.ts';
import { checkReplaceable, NewFile } from '../new-file.ts';
import { formatOf, type ResultFormat } from '../result-format.ts';
import { checkParts, type MergePart, readPart } from './parts.ts';
import { mergedLines, sortedRuns } from './sort.ts';

interface Flags {
  readonly out: string;
  readonly html?: string | undefined;
}

export default async function (
  this: CliContext,
  flags: Flags,
  ...given: readonly string[]
): Promise<void> {
  const ofParts = given.flatMap((path) => [
    { role: path, path },
    { role: `the ledger of ${path}`, path: `${path}${beside.ledger}` },
  ]);
  const html = flags.html === undefined ? [] : [{ role: '--html', path: flags.html }];
  await checkApart([...ofParts, { role: '--out', path: flags.out }, ...html]);
  if (flags.html !== undefined) await checkReplaceable('--html', flags.html);
  if (existsSync(flags.out)) {
    throw new CommandError(`${flags.out} already exists. Choose another file with --out.`);
  }
  const releases: (() => Promise<void>)[] = [];
  try {
    const parts: MergePart[] = [];
    for (const path of given) {
      const results = await settled(path);
      const ledger = await settled(`${results}${beside.ledger}`);
      if (!existsSync(ledger)) throw new CommandError(`${path} has no ledger ${ledger}.`);
      // A part that is still at work would be merged half.
      releases.push((await lock(ledger)).release);
      parts.push(await readPart(path, results, ledger));
    }
    const whole = checkParts(parts);
    const format = formatOf(flags.out, whole.header.mapping.keep);
    checkFormat(parts, flags.out, format);
    const rows = await writeMerged(parts, format, await settled(flags.out));
    if (rows !== whole.results) {
      await rm(flags.out, { force: true });
      throw new CommandError(
        `The parts have ${rows} results, but their ledgers list ${whole.results}. Nothing was merged.`,
      );
    }
    print(
      this,
      `${counted(rows, 'result')} of ${counted(parts.length, 'part')}, in the order of the input: ${flags.out}`,
    );
    if (whole.rejected > 0) {
      say(
        this,
        `${counted(whole.rejected, 'row')} with mistakes were not sent: see --rejects of the parts.`,
      );
    }
    if (flags.html !== undefined) {
      const { writeReport } = await import('../report/report.ts');
      const figures = { responses: rows, doubtful: 0, refused: 0, warnings: 0, spent: undefined };
      const { service } = whole.header;
      const total = { done: whole.rows, total: whole.rows, rejected: whole.rejected };
      await writeReport(flags.html, flags.out, format, { ...figures, ...total, service });
      say(this, `Report: ${flags.html}`);
    }
    if (rows === 0 && whole.rejected > 0) this.process.exitCode = exitCodes.wrongUse;
  } finally {
    for (const release of releases) await release();
  }
}

/** A table holds less than NDJSON, so neither is made of the other. */
function checkFormat(parts: readonly MergePart[], out: string, format: ResultFormat): void {
  for (const { name, keep } of parts) {
    if (formatOf(name, keep).head === format.head) continue;
    throw new CommandError(
      `${name} and ${basename(out)} have different formats: a name that ends in .csv or .tsv means a table, and any other NDJSON. Give --out the same ending as the parts.`,
    );
  }
}

/** @returns how many results were written. */
async function writeMerged(
  parts: readonly MergePart[],
  format: ResultFormat,
  out: string,
): Promise<number> {
  const folder = await mkdtemp(join(dirname(out), `${basename(out)}.merge-`));
  const file = await NewFile.begin(out);
  try {
    const runs = [];
    for (const [at, { results, name }] of parts.entries()) {
      runs.push(...(await sortedRuns(results, name, format, join(folder, `part-${at}`))));
    }
    await file.write(format.head);
    let rows = 0;
    for await (const { row, text } of mergedLines(runs)) {
      if (row.isRepeated) {
        throw new CommandError(`Row ${row.number} has a result in two parts. Nothing was merged.`);
      }
      rows++;
      await file.write(`${text}\n`);
    }
    await file.finish();
    return rows;
  } catch (error) {
    await file.discard();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
