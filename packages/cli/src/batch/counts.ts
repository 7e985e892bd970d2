/** What became of the rows of a run, and of those before it. */
import { type History } from './ledger-lines.ts';
import { type Figures } from './progress.ts';
import { type Seen } from './result-format.ts';
import { RowSet } from './row-set.ts';
import { Riskiest } from './tally.ts';

export class Counts {
  readonly riskiest: Riskiest;
  /** Rows that may have been billed and have no result. */
  readonly doubtful: RowSet = new RowSet();
  /** Of those, the ones that are asked for again. */
  readonly retried: RowSet = new RowSet();
  /** Why, of this run. */
  readonly codes: Map<number, string> = new Map<number, string>();
  /** Rows that were read, and of those the ones of this part. */
  readonly rows: { rows: number; own: number } = { rows: 0, own: 0 };
  /** Where the last of them begins. */
  line = 1;
  /** Rows of the input, where it was counted. */
  total: number | undefined;
  /** Rows that were done, or in doubt, before this run. */
  skipped = 0;
  /** Rows that were turned away, and are not retried by this run. */
  open = 0;
  /** Results of earlier runs. */
  before = 0;
  responses = 0;
  #done = new RowSet();
  #refused = 0;
  #warnings = 0;
  #doubts = 0;

  constructor(riskiest: number) {
    this.riskiest = new Riskiest(riskiest);
  }

  /** A result of an earlier run. */
  see(seen: Seen): void {
    this.riskiest.add(seen);
    if (seen.error !== undefined) this.#refused++;
  }

  /** @param done - Grows with the results. */
  begin(done: RowSet, { sent }: History, retry: boolean): void {
    this.#done = done;
    this.before = done.size;
    for (const row of sent) if (!done.has(row)) (retry ? this.retried : this.doubtful).add(row);
  }

  isSettled(row: number): boolean {
    return this.#done.has(row) || this.doubtful.has(row);
  }

  read(row: number, line: number): void {
    this.rows.rows = row;
    this.line = line;
  }

  responded(seen: Seen): void {
    this.responses++;
    this.#done.add(seen.row);
    this.#warnings += seen.warnings.length;
    this.see(seen);
  }

  doubt(row: number, code: string): void {
    this.#doubts++;
    this.doubtful.add(row);
    this.codes.set(row, code);
  }

  figures(
    rejected: number,
    size: number,
    read: { readonly lines: number; readonly bytes: number },
  ): Omit<Figures, 'spent' | 'waiting'> {
    const done = this.skipped + rejected + this.responses + this.#doubts + this.open;
    const total = this.#ownTotal(size, read);
    return {
      done,
      total: Math.max(done, total),
      isEstimate: this.total === undefined,
      responses: this.responses,
      rejected,
      doubtful: this.doubtful.size,
      refused: this.#refused,
      warnings: this.#warnings,
    };
  }

  /** Rows of this part: by the lines of the file, as long as it is not wholly read. */
  #ownTotal(size: number, { lines, bytes }: { lines: number; bytes: number }): number {
    const { rows, own } = this.rows;
    if (rows === 0) return this.total ?? 0;
    const share = own / rows;
    if (this.total !== undefined) return Math.round(this.total * share);
    const allLines = bytes === 0 ? 0 : (lines * size) / bytes;
    return Math.round((rows / this.line) * allLines * share);
  }
}
