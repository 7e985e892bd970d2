/**
 * Keeps a local SQLite copy of what reviewers decided in step with MaxMind:
 * `MAXMIND_ACCOUNT_ID=… MAXMIND_LICENSE_KEY=… npx tsx examples/dispositions-sqlite.ts copy.db`
 *
 * Run it from a timer. It may be killed at any point: a page's updates and the cursor behind them are
 * written in one transaction, so the next run goes on exactly where this one was cut off, with no
 * update applied twice and none left out.
 */
import sqlite from 'node-sqlite3-wasm';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type DispositionPage, MinFraud } from 'minfraud-sdk';

const { Database } = sqlite;
type Copy = InstanceType<typeof Database>;

/** Where a copy that holds nothing yet starts: before the service existed. */
const beginning = '2017-01-01T00:00:00.000000Z';

const tables = `
  CREATE TABLE IF NOT EXISTS disposition (
    minfraud_id TEXT PRIMARY KEY,
    action TEXT NOT NULL,
    action_last_updated TEXT NOT NULL,
    note TEXT,
    note_last_updated TEXT
  );
  -- Every change in the order in which it came: what your own code reads to act on each once.
  CREATE TABLE IF NOT EXISTS change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    minfraud_id TEXT NOT NULL,
    action TEXT NOT NULL,
    note TEXT
  );
  -- One row at most. Text, not a number: the cursor has microseconds, which a Date would round.
  CREATE TABLE IF NOT EXISTS cursor (id INTEGER PRIMARY KEY CHECK (id = 1), updates_after TEXT NOT NULL);
`;

/** Brings the copy up to date; gives the number of changes that were new. */
async function synchronize(client: MinFraud, file: string): Promise<number> {
  const copy = open(file);
  try {
    copy.exec(tables);
    let changes = 0;
    let cursor = cursorOf(copy);
    for await (const page of client.dispositions({ updatesAfter: cursor }).pages()) {
      apply(copy, page, cursor);
      cursor = page.lastUpdateTimestamp;
      changes += page.updates.length;
    }
    return changes;
  } finally {
    close(copy, file);
  }
}

function cursorOf(copy: Copy): string {
  const row = copy.get('SELECT updates_after FROM cursor') as { updates_after: string } | null;
  return row?.updates_after ?? beginning;
}

/** All of a page or nothing of it. */
function apply(copy: Copy, page: DispositionPage, askedAfter: string): void {
  copy.exec('BEGIN IMMEDIATE');
  try {
    // Another process that wrote meanwhile has applied this page.
    if (cursorOf(copy) !== askedAfter) throw new Error('The copy was changed by another process.');
    for (const update of page.updates) {
      const { minfraudId, action, actionLastUpdated, note = null, noteLastUpdated = null } = update;
      copy.run(
        `INSERT INTO disposition VALUES (?, ?, ?, ?, ?) ON CONFLICT (minfraud_id) DO UPDATE SET
           action = excluded.action, action_last_updated = excluded.action_last_updated,
           note = excluded.note, note_last_updated = excluded.note_last_updated`,
        [minfraudId, action, actionLastUpdated, note, noteLastUpdated],
      );
      copy.run('INSERT INTO change (minfraud_id, action, note) VALUES (?, ?, ?)', [
        minfraudId,
        action,
        note,
      ]);
    }
    copy.run(
      'INSERT INTO cursor VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET updates_after = excluded.updates_after',
      [page.lastUpdateTimestamp],
    );
    copy.exec('COMMIT');
  } catch (error) {
    if (copy.inTransaction) copy.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Opens the copy for this process alone.
 *
 * This build of SQLite, chosen since it needs neither a compiler nor a download on any platform, has two
 * peculiarities. It locks with a folder that outlives a killed process, so the process's number next
 * to it says whether its owner still lives. And it never rolls a left-over journal back, which corrupts a
 * database after a kill: a write-ahead log does not need that. better-sqlite3 and node:sqlite have
 * neither: open and go.
 */
function open(file: string): Copy {
  const owner = ownerOf(file);
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    throw new Error(`${file} is kept in step by process ${owner} already.`);
  }
  rmSync(`${file}.pid`, { force: true });
  // Two runs may come to this point at once; one of them fails here.
  writeFileSync(`${file}.pid`, String(process.pid), { flag: 'wx' });
  rmSync(`${file}.lock`, { recursive: true, force: true });
  const copy = new Database(file);
  // In this order: without shared memory only an exclusive owner can have a write-ahead log.
  copy.get('PRAGMA locking_mode = EXCLUSIVE');
  copy.get('PRAGMA journal_mode = WAL');
  return copy;
}

function close(copy: Copy, file: string): void {
  copy.close();
  rmSync(`${file}.pid`, { force: true });
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(`${file}.pid`, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const file = process.argv[2] ?? 'dispositions.db';
const baseUrl = process.env['MINFRAUD_BASE_URL'];
const client = new MinFraud(baseUrl === undefined ? {} : { baseUrl });
console.log(`${await synchronize(client, file)} changes applied to ${file}.`);
