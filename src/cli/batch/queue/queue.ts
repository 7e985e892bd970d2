/** A connection to the queue: PostgreSQL with pg-boss on it. */
import type PgBoss from 'pg-boss';
import { type CliContext, say } from '../../context.ts';
import { CommandError } from '../../exit.ts';
import { queueAddress } from './address.ts';
import { Database } from './database.ts';
import { queuePackages } from './packages.ts';
import { bossSchema, checkVersion, install, isInstalled } from './schema.ts';

export interface Queue {
  readonly database: Database;
  readonly boss: PgBoss;
}

/** How many connections one process holds at most. */
const connections = 4;

/**
 * Opens the queue, uses it, and closes it also after an error.
 *
 * @param isNew - Makes the tables where they are not there.
 */
export async function withQueue(
  context: CliContext,
  flag: string | undefined,
  use: (queue: Queue) => Promise<void>,
  isNew = false,
): Promise<void> {
  const { pg, PgBoss: Boss } = queuePackages();
  const { connectionString, place } = queueAddress(context, flag);
  const pool = new pg.Pool({
    ...{ connectionString, max: connections, application_name: 'minfraud' },
    ...{ connectionTimeoutMillis: 10_000, query_timeout: 120_000, keepAlive: true },
  });
  const database = new Database(pool, place, (message) => {
    say(context, message);
  });
  try {
    await (isNew ? database.transaction(install) : requireTables(database));
    // What it would do by the clock is not wanted: a job that expires would be handed out again.
    const boss = new Boss({
      ...{ db: database.db, schema: bossSchema, migrate: isNew },
      ...{ supervise: false, schedule: false },
    });
    await boss.start();
    await use({ database, boss });
  } catch (error) {
    throw database.told(error);
  } finally {
    await database.close();
  }
}

async function requireTables(database: Database): Promise<void> {
  if (!(await isInstalled(database))) {
    throw new CommandError('Nothing was ever submitted to this database: "minfraud batch submit".');
  }
  await checkVersion(database);
}

/** A database that does not write its log to the disk may forget what was sent, which is then sent again. */
export async function requireDurable(database: Database): Promise<void> {
  const [found] = await database.query<{ fsync: string }>('SHOW fsync');
  if (found?.fsync === 'on') return;
  throw new CommandError(
    'This database runs with fsync off: after a crash it may have forgotten which rows were sent. Turn it on.',
  );
}
