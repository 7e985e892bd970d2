/**
 * The tables of the queue, next to those of pg-boss.
 *
 * Rows are queued in slices, one pg-boss job each: pg-boss sorts all waiting jobs to find the next one.
 * What keeps a row from being billed twice is the primary key of `sent`, not pg-boss.
 */
import { CommandError } from '../../exit.ts';
import { type Statements } from './database.ts';

/** Where pg-boss keeps its tables: apart from those of other programs, of which it may be another version. */
export const bossSchema = 'minfraud_jobs';

/** Of the tables below; another number is another layout. */
const version = 1;

const tables = `
CREATE SCHEMA minfraud;

CREATE TABLE minfraud.setup (version int NOT NULL);
INSERT INTO minfraud.setup VALUES (${version});

-- A file that was submitted. loading: not worked on yet; open; done: every row has ended.
CREATE TABLE minfraud.batch (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  service text NOT NULL,
  sha256 text NOT NULL,
  mapping jsonb NOT NULL,
  rows int NOT NULL,
  loaded int NOT NULL DEFAULT 0,
  rejected int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'loading',
  fetched bool NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (service, sha256)
);

-- Money and pace of a batch, which all workers share. Millionths of a dollar.
CREATE TABLE minfraud.meter (
  batch int PRIMARY KEY,
  price bigint,
  budget bigint,
  rate float8,
  queries bigint NOT NULL DEFAULT 0,
  next_turn timestamptz NOT NULL DEFAULT now(),
  quiet_until timestamptz NOT NULL DEFAULT now(),
  waves int NOT NULL DEFAULT 0,
  stopped text
) WITH (fillfactor = 20);

-- A process that works. It is gone when it says so, or when it was not heard of in time.
CREATE TABLE minfraud.worker (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  machine text NOT NULL,
  pid int NOT NULL,
  lease float8 NOT NULL,
  alive_until timestamptz NOT NULL,
  gone bool NOT NULL DEFAULT false
) WITH (fillfactor = 50);

-- Which worker holds which slice.
CREATE TABLE minfraud.claim (
  job uuid PRIMARY KEY,
  batch int NOT NULL,
  worker int NOT NULL
);

-- The ledger: a row is written here, durably, before it is sent. Its key is what lets one worker send it.
CREATE TABLE minfraud.sent (
  batch int NOT NULL,
  row int NOT NULL,
  attempt smallint NOT NULL,
  worker int NOT NULL,
  PRIMARY KEY (batch, row, attempt)
) PARTITION BY LIST (batch);

CREATE TABLE minfraud.result (
  batch int NOT NULL,
  row int NOT NULL,
  answer json NOT NULL,
  PRIMARY KEY (batch, row)
) PARTITION BY LIST (batch);

-- Rows that were sent and have no result.
CREATE TABLE minfraud.doubt (
  batch int NOT NULL,
  row int NOT NULL,
  attempt smallint NOT NULL,
  job uuid NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (batch, row)
);

-- What each worker counted, so that no two wait for each other to count.
CREATE TABLE minfraud.tally (
  batch int NOT NULL,
  worker int NOT NULL,
  answers int NOT NULL,
  refused int NOT NULL,
  warnings int NOT NULL,
  PRIMARY KEY (batch, worker)
) WITH (fillfactor = 50);

-- A commit that is lost is a row that is billed twice: also where the database is set to commit lazily.
CREATE FUNCTION minfraud.be_durable() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
END $$;

-- Whether a worker is not taken for dead, which it then is not until the transaction is over. A lock on its
-- row would make its next sign of life wait.
CREATE FUNCTION minfraud.lives(worker int) RETURNS bool LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('minfraud'), lives.worker);
  RETURN EXISTS (SELECT FROM minfraud.worker AS known WHERE known.id = lives.worker AND NOT known.gone);
END $$;

-- Takes workers for dead that were not heard of in time. While the database was down none could be.
CREATE FUNCTION minfraud.bury() RETURNS void LANGUAGE sql AS $$
  WITH late AS MATERIALIZED (
    SELECT id FROM minfraud.worker WHERE NOT gone AND now() >
      greatest(alive_until, pg_postmaster_start_time() + lease * interval '1 second')
  )
  UPDATE minfraud.worker SET gone = true
  WHERE id IN (SELECT id FROM late WHERE pg_try_advisory_xact_lock(hashtext('minfraud'), late.id))
    AND alive_until < now();
$$;

-- Writes rows down before they are sent. Those of "marked" may be sent, by this worker and no other.
-- May be called again when its answer was lost.
CREATE FUNCTION minfraud.mark_sent(
  of_batch int, by_worker int, of_rows int[], of_attempts smallint[],
  OUT verdict text, OUT pause float8, OUT room bigint, OUT marked int[]
) LANGUAGE plpgsql AS $$
DECLARE
  shared minfraud.meter;
  added bigint;
BEGIN
  PERFORM minfraud.be_durable();
  IF NOT minfraud.lives(by_worker) THEN verdict := 'gone'; RETURN; END IF;
  SELECT * INTO STRICT shared FROM minfraud.meter WHERE batch = of_batch FOR UPDATE;
  IF shared.stopped IS NOT NULL THEN verdict := 'stopped'; RETURN; END IF;
  pause := extract(epoch FROM shared.quiet_until - clock_timestamp());
  IF pause > 0 THEN verdict := 'quiet'; RETURN; END IF;
  IF shared.budget IS NOT NULL THEN
    room := greatest(0, shared.budget / shared.price - shared.queries);
  END IF;
  WITH added_rows AS (
    INSERT INTO minfraud.sent (batch, row, attempt, worker)
    SELECT of_batch, asked.row, asked.attempt, by_worker
    FROM unnest(of_rows, of_attempts) WITH ORDINALITY AS asked (row, attempt, place)
    WHERE room IS NULL OR asked.place <= room
    ON CONFLICT DO NOTHING
    RETURNING 1
  )
  SELECT count(*) INTO added FROM added_rows;
  UPDATE minfraud.meter SET queries = queries + added WHERE batch = of_batch;
  SELECT array_agg(ledger.row) INTO marked
  FROM unnest(of_rows, of_attempts) AS asked (row, attempt)
  JOIN minfraud.sent AS ledger
    ON ledger.batch = of_batch AND ledger.row = asked.row AND ledger.attempt = asked.attempt
  WHERE ledger.worker = by_worker;
  verdict := 'marked';
END $$;

-- Takes rows back that the service cannot have billed.
CREATE FUNCTION minfraud.release(of_batch int, by_worker int, of_rows int[], of_attempts smallint[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE removed bigint;
BEGIN
  -- Locked in the same order as above.
  PERFORM FROM minfraud.meter WHERE batch = of_batch FOR UPDATE;
  WITH removed_rows AS (
    DELETE FROM minfraud.sent AS ledger
    USING unnest(of_rows, of_attempts) AS given (row, attempt)
    WHERE ledger.batch = of_batch AND ledger.row = given.row AND ledger.attempt = given.attempt
      AND ledger.worker = by_worker
    RETURNING 1
  )
  SELECT count(*) INTO removed FROM removed_rows;
  UPDATE minfraud.meter SET queries = queries - removed WHERE batch = of_batch;
END $$;

-- Rows that have a result by now are not in doubt.
CREATE FUNCTION minfraud.note_doubts(
  of_batch int, doubtful int[], attempts smallint[], jobs uuid[], codes text[]
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO minfraud.doubt (batch, row, attempt, job, code)
  SELECT of_batch, given.row, given.attempt, given.job, given.code
  FROM unnest(doubtful, attempts, jobs, codes) AS given (row, attempt, job, code)
  WHERE NOT EXISTS (
    SELECT FROM minfraud.result AS known WHERE known.batch = of_batch AND known.row = given.row
  )
  ON CONFLICT DO NOTHING;
$$;

-- What became of rows. Answers are kept once each, also those that come when the row was already said to
-- be in doubt; of slices that are over with that the claims, and those that this worker held are returned.
CREATE FUNCTION minfraud.keep(
  of_batch int, by_worker int,
  answered int[], answers text[], refused bool[], warnings int[],
  doubtful int[], attempts smallint[], jobs uuid[], codes text[],
  over uuid[]
) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE own uuid[];
BEGIN
  PERFORM minfraud.be_durable();
  -- Dead or not: but a row must not be found in doubt in the same moment.
  PERFORM minfraud.lives(by_worker);
  WITH given AS (
    SELECT * FROM unnest(answered, answers, refused, warnings) AS given (row, answer, refused, warnings)
  ), kept AS (
    INSERT INTO minfraud.result (batch, row, answer)
    SELECT of_batch, given.row, given.answer::json FROM given
    ON CONFLICT DO NOTHING
    RETURNING row
  )
  INSERT INTO minfraud.tally AS counted (batch, worker, answers, refused, warnings)
  SELECT of_batch, by_worker, count(*), count(*) FILTER (WHERE given.refused), coalesce(sum(given.warnings), 0)
  FROM given JOIN kept USING (row)
  ON CONFLICT (batch, worker) DO UPDATE SET
    answers = counted.answers + excluded.answers,
    refused = counted.refused + excluded.refused,
    warnings = counted.warnings + excluded.warnings;
  DELETE FROM minfraud.doubt WHERE batch = of_batch AND row = ANY (answered);
  PERFORM minfraud.note_doubts(of_batch, doubtful, attempts, jobs, codes);
  WITH dropped AS (
    DELETE FROM minfraud.claim WHERE worker = by_worker AND job = ANY (over) RETURNING job
  )
  SELECT array_agg(job) INTO own FROM dropped;
  RETURN own;
END $$;

-- The places of so many queries in the line of a batch with a rate: seconds until the first, and between.
CREATE FUNCTION minfraud.take_turns(of_batch int, many int, OUT first float8, OUT gap float8)
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE minfraud.meter
  SET next_turn = greatest(next_turn, clock_timestamp()) + many * (interval '1 second' / rate)
  WHERE batch = of_batch AND rate IS NOT NULL
  RETURNING extract(epoch FROM next_turn - clock_timestamp()) - many / rate, 1 / rate INTO first, gap;
END $$;

-- The service, or the network, wants quiet: as long as it said, or longer each time.
CREATE FUNCTION minfraud.be_quiet(of_batch int, seconds float8, OUT pause float8, OUT waves int)
LANGUAGE plpgsql AS $$
DECLARE
  shared minfraud.meter;
  now_ timestamptz;
BEGIN
  SELECT * INTO STRICT shared FROM minfraud.meter WHERE batch = of_batch FOR UPDATE;
  now_ := clock_timestamp();
  waves := shared.waves;
  IF now_ >= shared.quiet_until THEN
    waves := waves + 1;
    seconds := coalesce(seconds, least(60, 2 ^ (waves - 1)) * (0.75 + random() / 2));
  END IF;
  UPDATE minfraud.meter AS meter
  SET waves = be_quiet.waves,
      quiet_until = greatest(quiet_until, now_ + coalesce(seconds, 0) * interval '1 second')
  WHERE batch = of_batch
  RETURNING extract(epoch FROM quiet_until - now_) INTO pause;
END $$;
`;

/** Makes the tables where they are not there. */
export async function install(transaction: Statements): Promise<void> {
  // One at a time.
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext('minfraud.setup'))");
  if (await isInstalled(transaction)) await checkVersion(transaction);
  else await transaction.db.executeSql(tables, []);
}

export async function isInstalled(statements: Statements): Promise<boolean> {
  const [found] = await statements.query<{ there: boolean }>(
    "SELECT to_regclass('minfraud.setup') IS NOT NULL AS there",
  );
  return found?.there === true;
}

export async function checkVersion(statements: Statements): Promise<void> {
  const [found] = await statements.query<{ version: number }>('SELECT version FROM minfraud.setup');
  if (found?.version === version) return;
  throw new CommandError(
    'The tables in this database were made by another version of minfraud-sdk. Finish its batches with that version, or use another database.',
  );
}
