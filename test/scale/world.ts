/** What a test of many machines needs: a database of its own, a service that counts, and the program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram, type Program, type Run, type Running, start } from '../batch/program.ts';
import { type ScoringServer, startScoringServer } from '../batch/scoring-server.ts';
import { type Postgres, startPostgres } from './postgres.ts';

export interface World {
  readonly postgres: Postgres;
  readonly server: ScoringServer;
  readonly program: Program;
  readonly folder: string;
  /** An empty database for the commands that follow. */
  readonly newDatabase: () => Promise<void>;
  readonly database: () => string;
  readonly env: () => Readonly<Record<string, string>>;
  readonly start: (...argv: readonly string[]) => Running;
  /** Runs `minfraud batch …` to its end. */
  readonly batch: (...argv: readonly string[]) => Promise<Run>;
  /** As `minfraud batch status --json` tells it. */
  readonly status: () => Promise<Status>;
  readonly close: () => Promise<void>;
}

export interface Status {
  readonly id: number;
  readonly state: string;
  readonly rows: number;
  readonly loaded: number;
  readonly answers: number;
  readonly rejected: number;
  readonly refused: number;
  readonly doubts: number;
  readonly queries: number;
  readonly doubtfulRows: string;
  readonly stopped: string | null;
  readonly isOverBudget: boolean;
  readonly workers: readonly unknown[];
}

export async function openWorld(): Promise<World> {
  const [postgres, server, program] = await Promise.all([
    startPostgres(),
    startScoringServer(),
    buildProgram(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-scale-'));
  let number = 0;
  const database = (): string => `test_${number}`;
  const env = (): Record<string, string> => ({
    MINFRAUD_QUEUE: postgres.urlOf(database()),
    MAXMIND_ACCOUNT_ID: '42',
    MAXMIND_LICENSE_KEY: 'key-of-a-test',
    MINFRAUD_BASE_URL: server.url,
  });
  const started = new Set<Running>();
  const startOne = (...argv: readonly string[]): Running => {
    const running = start(program, ['batch', ...argv], env());
    started.add(running);
    void running.end.then(() => started.delete(running));
    return running;
  };
  const batch = (...argv: readonly string[]): Promise<Run> => startOne(...argv).end;
  return {
    ...{ postgres, server, program, folder, database, env, start: startOne, batch },
    newDatabase: async () => {
      number++;
      await postgres.query(`CREATE DATABASE ${database()}`);
      server.billed.clear();
      Object.assign(server, { delay: 0, instead: undefined, onBilled: undefined });
    },
    status: async () => {
      const { stdout, stderr } = await batch('status', '--json');
      if (stdout === '') throw new Error(stderr);
      const [only] = JSON.parse(stdout) as Status[];
      if (only === undefined) throw new Error('There is no batch.');
      return only;
    },
    close: async () => {
      // Left over by a test that failed.
      for (const running of started) running.kill('SIGKILL');
      await server.close();
      program.remove();
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `1-3, 7` → 1, 2, 3, 7. */
export function rowsOf(ranges: string): number[] {
  if (ranges === '') return [];
  return ranges.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

/** Of `order-1` and so on; those of `wrong` have an invalid address. */
export function writeFileOfOrders(
  path: string,
  rows: number,
  isWrong: (row: number) => boolean = () => false,
): void {
  const lines = ['Order ID,ip,Order Total'];
  for (let row = 1; row <= rows; row++) {
    lines.push(`order-${row},${isWrong(row) ? 'nowhere' : '203.0.113.7'},${row}.5`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

export interface ResultLine {
  readonly row: number;
  readonly line: number;
  readonly transactionId: string;
  readonly result?: { readonly id: string; readonly riskScore: number };
}

export function readResults(path: string): ResultLine[] {
  const text = readFileSync(path, 'utf8');
  if (text === '') return [];
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultLine);
}

export const upTo = (rows: number): number[] => Array.from({ length: rows }, (_, at) => at + 1);

/** Orders that were asked for more than once. */
export function askedTwice({ billed }: ScoringServer): number[] {
  return [...billed].filter(([, count]) => count > 1).map(([id]) => Number(id.slice(6)));
}
