/** What happens to each row, written down in the database: before it is sent, and what became of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, formatOf, seenOf } from '../result-format.ts';
import { type RowLedger, type Stop } from '../runner.ts';
import { type Claims } from './claims.ts';
import { type Database, type Statements } from './database.ts';
import { Together } from './together.ts';

type Mark =
  | { readonly kind: 'marked' | 'taken' | 'over budget' | 'gone' }
  | { readonly kind: 'quiet'; readonly seconds: number }
  | { readonly kind: 'stopped' };

type End =
  | { readonly kind: 'answered'; readonly row: number; readonly answered: Answered }
  | { readonly kind: 'doubt'; readonly row: number; readonly code: string }
  /** Another worker has it. */
  | { readonly kind: 'taken'; readonly row: number };

export interface LedgerParts {
  readonly database: Database;
  readonly claims: Claims;
  readonly batch: number;
  readonly worker: number;
  readonly stop: AbortController;
  /** The service wants quiet, as another worker has heard. */
  readonly onQuiet: (seconds: number) => void;
}

const { encode } = formatOf('.ndjson');

export class QueueLedger implements RowLedger {
  readonly #parts: LedgerParts;
  readonly #marks: Together<number, Mark>;
  readonly #releases: Together<number, undefined>;
  readonly #ends: Together<End, undefined>;
  #isOverBudget = false;
  #isGone = false;
  #isStopped = false;

  constructor(parts: LedgerParts) {
    this.#parts = parts;
    this.#marks = new Together((rows) => this.#markAll(rows));
    this.#releases = new Together((rows) => this.#releaseAll(rows));
    this.#ends = new Together((ends) => this.#endAll(ends));
  }

  /** The budget has no room for a further query. */
  get isOverBudget(): boolean {
    return this.#isOverBudget;
  }

  /** The worker was taken for dead: it has to begin anew. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Another worker, or a person, stopped the batch. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Whether the row may be sent, which is then written down durably. */
  async sent(row: number): Promise<boolean> {
    const { stop, onQuiet } = this.#parts;
    while (!stop.signal.aborted && !this.#isOverBudget) {
      const mark = await this.#marks.add(row);
      if (mark.kind === 'marked') return true;
      if (mark.kind === 'quiet') {
        onQuiet(mark.seconds);
        await wait(mark.seconds * 1000, undefined, { signal: stop.signal }).catch(() => undefined);
        continue;
      }
      if (mark.kind === 'taken') await this.#ends.add({ kind: 'taken', row });
      if (mark.kind === 'over budget') this.#isOverBudget = true;
      if (mark.kind === 'gone') {
        this.#isGone = true;
        stop.abort({ why: 'network', message: 'Taken for dead by others.' } satisfies Stop);
      }
      if (mark.kind === 'stopped') {
        this.#isStopped = true;
        stop.abort({ why: 'refused', message: 'Another worker stopped it.' } satisfies Stop);
      }
      return false;
    }
    return false;
  }

  async released(row: number): Promise<void> {
    await this.#releases.add(row);
  }

  async doubt(row: number, code: string): Promise<void> {
    await this.#ends.add({ kind: 'doubt', row, code });
  }

  /** Resolves when the answer is durable. It is paid for, so this does not give up. */
  async keep(answered: Answered): Promise<void> {
    await this.#ends.add({ kind: 'answered', row: answered.row, answered });
  }

  async #markAll(rows: readonly number[]): Promise<Mark[]> {
    const { database, batch, worker, stop } = this.#parts;
    const call = (): Promise<MarkRow[]> =>
      database.query<MarkRow>(
        'SELECT verdict, pause, room::float8, marked FROM minfraud.mark_sent($1, $2, $3, $4)',
        [batch, worker, rows, this.#attemptsOf(rows)],
      );
    const [found] = await database.persist(call, stop.signal);
    if (found === undefined) throw new Error('The ledger gave no answer.');
    const { verdict, pause, room, marked } = found;
    if (verdict === 'quiet') return rows.map(() => ({ kind: 'quiet', seconds: pause ?? 1 }));
    if (verdict !== 'marked') return rows.map(() => ({ kind: verdict }));
    const own = new Set(marked);
    return rows.map((row, at) => {
      if (own.has(row)) return { kind: 'marked' };
      return { kind: room !== null && at >= room ? 'over budget' : 'taken' };
    });
  }

  async #releaseAll(rows: readonly number[]): Promise<undefined[]> {
    const { database, batch, worker } = this.#parts;
    const attempts = this.#attemptsOf(rows);
    await database.persist(() =>
      database.query('SELECT minfraud.release($1, $2, $3, $4)', [batch, worker, rows, attempts]),
    );
    return rows.map(() => undefined);
  }

  async #endAll(ends: readonly End[]): Promise<undefined[]> {
    const { database, claims, batch, worker } = this.#parts;
    const answers = ends.flatMap((end) => (end.kind === 'answered' ? [end.answered] : []));
    const doubts = ends.flatMap((end) =>
      end.kind === 'doubt' ? [{ ...end, ...claims.sliceOf(end.row) }] : [],
    );
    const over = claims.ended(ends.map(({ row }) => row));
    const seen = answers.map(seenOf);
    const keep = async (statements: Statements): Promise<readonly string[]> => {
      const [kept] = await statements.query<{ own: string[] | null }>(
        'SELECT minfraud.keep($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS own',
        [
          ...[batch, worker, answers.map(({ row }) => row)],
          answers.map((answered) => encode(answered).trimEnd()),
          seen.map(({ error }) => error !== undefined),
          seen.map(({ warnings }) => warnings.length),
          doubts.map(({ row }) => row),
          doubts.map(({ attempt }) => attempt),
          doubts.map(({ job }) => job),
          doubts.map(({ code }) => code),
          over,
        ],
      );
      return kept?.own ?? [];
    };
    await database.persist(async () => {
      if (over.length === 0) await keep(database);
      else {
        await database.transaction(async (transaction) => {
          await claims.complete(transaction, await keep(transaction));
        });
      }
    });
    return ends.map(() => undefined);
  }

  #attemptsOf(rows: readonly number[]): number[] {
    return rows.map((row) => this.#parts.claims.sliceOf(row).attempt);
  }
}

interface MarkRow {
  readonly verdict: 'marked' | 'gone' | 'stopped' | 'quiet';
  readonly pause: number | null;
  readonly room: number | null;
  readonly marked: number[] | null;
}
