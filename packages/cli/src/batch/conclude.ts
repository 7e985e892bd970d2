/** The end of a run: what the user has to know, and the exit code. */
import { type CliContext, print, say } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { counted, whole } from '../output/count.ts';
import { harmless, styleOf } from '../output/style.ts';
import { type Mistakes } from '../orders/mistakes.ts';
import { type Counts } from './counts.ts';
import { type BatchFlags } from './flags.ts';
import { type History } from './ledger-lines.ts';
import { type Figures } from './progress.ts';
import { type Origins } from './origins.ts';
import { rangesOf } from './row-set.ts';
import { type Stop } from './stop.ts';

export interface End {
  readonly flags: BatchFlags;
  readonly out: string;
  readonly figures: Figures;
  readonly input: string;
  readonly mistakes: Mistakes;
  readonly counts: Counts;
  readonly origins: Origins;
  readonly history: History;
  readonly ended: Stop | undefined;
}

const rowsThat = (rows: number, one: string, more: string): string =>
  `${counted(rows, 'row')} ${rows === 1 ? one : more}`;

/** What the user has to know, the most important last. */
export function conclude(context: CliContext, end: End): void {
  const { out, flags, figures, input, mistakes, history, counts, ended } = end;
  const { doubtful, riskiest, codes } = counts;
  const style = styleOf(context.process.stderr, context.process.env);
  const table = styleOf(context.process.stdout, context.process.env);
  if (riskiest.rows.length > 0) {
    print(context, table.bold('Riskiest rows'));
    for (const { row, transactionId, riskScore = 0, action } of riskiest.rows) {
      const risk = String(riskScore);
      // In columns, where the terminal has room for them.
      const pad = (text: string, length: number): string =>
        table.width < 60 ? text : text.padEnd(length);
      const parts = [
        ...[pad(`row ${row}`, 12), risk.padStart(table.width < 60 ? 0 : 6)],
        ...[pad(harmless(action ?? ''), 14), harmless(transactionId ?? '')],
      ];
      print(context, `  ${parts.join('  ')}`.trimEnd());
    }
  }
  const before = counts.before > 0 ? `, ${whole(counts.before)} before` : '';
  say(context, `${counted(figures.responses, 'response')} in this run${before}. Results: ${out}`);
  if (end.origins.hasMadeUp) say(context, 'The scores are made up: they come from an emulator.');
  if (figures.rejected > 0) {
    const rejects = flags.rejects ?? '--rejects FILE lists them';
    say(
      context,
      `${rowsThat(figures.rejected, 'has mistakes and was', 'have mistakes and were')} not sent: ${rejects}.`,
    );
    for (const line of mistakes.lines(input, figures.done)) say(context, line);
    const advice = flags.invalid === 'drop' ? undefined : mistakes.advice(figures.done);
    if (advice !== undefined) say(context, `  ${advice}`);
  }
  if (figures.refused > 0) {
    say(
      context,
      `${rowsThat(figures.refused, 'was', 'were')} rejected by the service: see "error" in the results.`,
    );
  }
  if (counts.open > 0) {
    say(
      context,
      `${rowsThat(counts.open, 'was', 'were')} not processed by the service, and can be retried with --resume.`,
    );
  }
  if (ended !== undefined) {
    const advice = ended.isFinal ? '' : ' Continue with --resume.';
    say(context, `${style.yellow('Stopped.')} ${harmless(ended.message)}${advice}`);
  }
  if (doubtful.size > 0) {
    say(
      context,
      style.red(
        `${rowsThat(doubtful.size, 'is', 'are')} in doubt: possibly billed, but without a result.`,
      ),
    );
    say(context, `  Rows ${rangesOf(doubtful)}`);
    const known = [...new Map([...history.doubts, ...codes])].filter(([row]) => doubtful.has(row));
    const why = [...new Set(known.map(([, code]) => code))].join(', ');
    if (why !== '')
      say(context, `  Cause: ${why}; rows without one were in flight when a run was cut short.`);
    say(context, '  They are not retried unless you add --resume --retry-doubtful.');
  }
  context.process.exitCode = exitCodeOf(end);
}

/** What cannot be written does not undo the run, whose end has been told. */
export function sayUnwritten(context: CliContext, what: string, why: string): void {
  say(context, `The ${what} was not written: ${why}`);
  if (context.process.exitCode === exitCodes.done) context.process.exitCode = exitCodes.wrongUse;
}

const endCodes = {
  refused: exitCodes.refused,
  budget: exitCodes.refused,
  network: exitCodes.network,
  disk: exitCodes.wrongUse,
  input: exitCodes.wrongUse,
  interrupted: exitCodes.interrupted,
} as const;

function exitCodeOf({ ended, counts, figures }: End): ExitCode {
  if (ended !== undefined) return endCodes[ended.why];
  if (counts.doubtful.size > 0) return exitCodes.doubt;
  if (counts.open > 0) return exitCodes.network;
  const results = counts.before + counts.responses;
  // Every row has mistakes: the mapping is wrong, or the file.
  return results === 0 && figures.rejected > 0 ? exitCodes.wrongUse : exitCodes.done;
}
