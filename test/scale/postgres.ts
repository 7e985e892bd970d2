/** A PostgreSQL server of a test's own, on a free port, in a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../free-port.ts';

export interface Postgres {
  /** Of a database; with a password in it. */
  readonly urlOf: (database: string) => string;
  readonly password: string;
  readonly pid: () => number;
  /** Stops it as a crash would, and starts it again: it recovers from its log. */
  readonly crashAndRestart: (pause: number) => Promise<void>;
  readonly query: (
    sql: string,
    values?: readonly unknown[],
    database?: string,
  ) => Promise<Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
}

/** Of a user without rights: PostgreSQL refuses to run as root. */
const unprivileged =
  process.getuid?.() === 0
    ? {
        uid: Number(execFileSync('id', ['-u', 'nobody'])),
        gid: Number(execFileSync('id', ['-g', 'nobody'])),
      }
    : {};

export async function startPostgres(): Promise<Postgres> {
  const bin = process.env['MINFRAUD_POSTGRES_BIN'] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-postgres-'));
  const files = join(folder, 'data');
  const password = 'p4ss-word-of-a-test';
  const port = await freePort();
  mkdirSync(files);
  chmodSync(folder, 0o755);
  if (unprivileged.uid !== undefined) chownSync(files, unprivileged.uid, unprivileged.gid);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  execFileSync(
    join(bin, 'initdb'),
    ['-D', files, '-U', 'minfraud', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'],
    {
      ...unprivileged,
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    },
  );
  const urlOf = (database: string): string =>
    `postgres://minfraud:${password}@127.0.0.1:${port}/${database}`;
  let server = start();
  await ready();
  /** A crash under way. */
  let work = Promise.resolve();

  function start(): ChildProcess {
    const settings = [
      `listen_addresses=127.0.0.1`,
      `unix_socket_directories=`,
      `max_connections=60`,
    ];
    return spawn(
      join(bin, 'postgres'),
      ['-D', files, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...unprivileged, cwd: folder, stdio: 'ignore', env: { LC_ALL: 'C' } },
    );
  }

  async function ready(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await query('SELECT 1');
        return;
      } catch (error) {
        if (attempt > 600) throw error;
        await wait(100);
      }
    }
  }

  async function query(
    sql: string,
    values: readonly unknown[] = [],
    database = 'postgres',
  ): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: urlOf(database) });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }

  return {
    ...{ urlOf, password, query, pid: () => server.pid ?? 0 },
    crashAndRestart: (pause) => {
      const crash = async (): Promise<void> => {
        // "Immediate shutdown": no checkpoint, nothing is tidied up.
        await stop('SIGQUIT');
        await wait(pause);
        server = start();
        await ready();
      };
      return (work = work.then(crash));
    },
    close: async () => {
      await work.catch(() => undefined);
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
