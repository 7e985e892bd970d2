/** PostgreSQL: statements, transactions, and what is done while it does not answer. */
import { setTimeout as wait } from 'node:timers/promises';
import type Pg from 'pg';
import type PgBoss from 'pg-boss';
import { CommandError, exitCodes } from '../../exit.ts';
import { harmless } from '../../output/style.ts';

type Row = Record<string, unknown>;

/** What statements run in: a transaction, or each in one of its own. */
export interface Statements {
  readonly query: <Found extends object = Row>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<Found[]>;
  /** For pg-boss, whose statements then run here too. */
  readonly db: PgBoss.Db;
}

/** The locks of a process that stands still are not to stop the others. */
const begin = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '15s'";

export class Database implements Statements {
  readonly db: PgBoss.Db;
  readonly #pool: Pg.Pool;
  readonly #place: string;
  readonly #onOutage: (message: string) => void;

  /** @param onOutage - Told once when the database does not answer, and once when it does again. */
  constructor(pool: Pg.Pool, place: string, onOutage: (message: string) => void) {
    this.#pool = pool;
    this.#place = place;
    this.#onOutage = onOutage;
    // Of connections that nothing waits for: the next statement opens another.
    pool.on('error', () => undefined);
    this.db = { executeSql: async (text, values) => this.#pool.query(text, values) };
  }

  async query<Found extends object = Row>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Found[]> {
    return (await this.#pool.query(text, [...values])).rows as Found[];
  }

  /** All of it or nothing. */
  async transaction<Result>(work: (transaction: Statements) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    // When its connection breaks between two statements; the next one fails.
    const onError = (): void => undefined;
    client.on('error', onError);
    // pg-boss keeps errors of some statements to itself, and COMMIT after one is a ROLLBACK.
    let failure: unknown;
    const run = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
      try {
        return await client.query(text, values);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
    const transaction: Statements = {
      query: async (text, values = []) => (await run(text, [...values])).rows as never,
      db: { executeSql: run },
    };
    let isOver = false;
    try {
      await run(begin);
      const result = await work(transaction);
      if (failure !== undefined) throw failure as Error;
      await run('COMMIT');
      isOver = true;
      return result;
    } finally {
      client.off('error', onError);
      // A connection in the middle of something is not used again; closing it rolls back.
      client.release(!isOver);
    }
  }

  /**
   * Runs something that may be run again until the database answers. A statement whose answer was lost
   * may have been carried out.
   *
   * @param signal - Gives up.
   */
  async persist<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      try {
        const result = await work();
        if (attempt > 1) this.#onOutage(`The database at ${this.#place} answers again.`);
        return result;
      } catch (error) {
        if (!isOutage(error) || signal?.aborted) throw this.told(error);
        // A first failure may be a deadlock, or one connection that was cut.
        if (attempt === 1) {
          this.#onOutage(
            `The database at ${this.#place} does not answer: trying until it does. ${messageOf(error)}`,
          );
        }
        const pause = Math.min(2000, 50 * 2 ** attempt) * (0.5 + Math.random());
        await wait(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      }
    }
  }

  /** An error as users see it. Nothing of the address but host and database is in it. */
  told(error: unknown): unknown {
    const { code } = error as { readonly code?: unknown };
    const isOurs = error instanceof CommandError || typeof code !== 'string';
    if (isOurs && !isOutage(error)) return error;
    const exit = isOutage(error) ? exitCodes.network : exitCodes.wrongUse;
    return new CommandError(`The database at ${this.#place}: ${messageOf(error)}`, exit);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

function messageOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  const text = message === undefined || message === '' ? 'no connection' : message;
  return harmless(code === undefined ? text : `${text} (${code})`);
}

/** Of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const passing: ReadonlySet<string> = new Set([
  // Shut down, crashed, starting; too many connections; read-only while another server takes over; taken
  // for dead in the middle of a transaction.
  ...['57P01', '57P02', '57P03', '57P05', '53300', '25006', '25P03'],
  // Two transactions in each other's way.
  ...['40001', '40P01', '55P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH'],
]);

export function isOutage(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: string;
  };
  if (typeof code === 'string') return code.startsWith('08') || passing.has(code);
  // Errors of the client library have no code.
  return /^Connection terminated|^Query read timeout|^timeout e|connection error and is not/.test(
    message,
  );
}
