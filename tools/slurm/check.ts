/**
 * `npm run check:slurm`: a file of orders in 16 parts on a real Slurm, with tasks requeued and killed at
 * random. Nothing may be billed twice, and nothing lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '../../packages/cli/src/thresholds/statistics/random.ts';
import { doubtfulRows, resultLines, writeOrders } from '../../packages/cli/test/batch/orders.ts';
import {
  buildProgram,
  start,
  type Program,
  type Run,
} from '../../packages/cli/test/batch/program.ts';
import { startScoringServer } from '../../packages/cli/test/batch/scoring-server.ts';
import { disturb } from './faults.ts';
import { missingPrograms, type Slurm, startSlurm, versionOf } from './slurm.ts';
import { afterSettling, beforeSettling } from './verdict.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rows: { type: 'string', default: '20000' },
    faults: { type: 'string', default: '40' },
  },
});
const [seed, rows, faults] = [values.seed, values.rows, values.faults].map(Number) as [
  number,
  number,
  number,
];
const parts = 16;

const missing = missingPrograms();
if (missing.length > 0) {
  console.error(
    `Slurm is not installed (${missing.join(', ')}). On Debian: apt-get install --no-install-recommends slurm-wlm munge`,
  );
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'minfraud-slurm-'));
const program = await buildProgram(join(import.meta.dirname, '..', '..', 'packages', 'cli'));
const server = await startScoringServer();
server.delay = 150;
const account = {
  MAXMIND_ACCOUNT_ID: '42',
  MAXMIND_LICENSE_KEY: 'key-of-a-test',
  MINFRAUD_BASE_URL: server.url,
};
let slurm: Slurm | undefined;
const part = (index: number): string => join(folder, `part-${index}.ndjson`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void cleanUp().finally(() => process.exit(1));
  });
}
const indexes = Array.from({ length: parts }, (_, at) => at + 1);

try {
  slurm = await startSlurm(folder);
  console.log(`${versionOf()}: ${rows} rows in ${parts} parts, ${faults} faults, seed ${seed}`);
  writeOrders(join(folder, 'orders.csv'), rows);
  const job = await slurm.submit(writeScript(program), account);
  const done = await disturb(slurm, job, {
    faults,
    random: seeded(seed),
    progress: () => server.billed.size / rows,
  });
  console.log(`Requeued ${done.requeued} times, killed ${done.killed} times.`);

  const doubts = new Map(
    indexes.map((index) => [
      index,
      doubtfulRows(readFileSync(join(folder, `slurm-${job}_${index}.out`), 'utf8')),
    ]),
  );
  const doubtful = [...doubts.values()].flat();
  const results = indexes.flatMap((index) => resultLines(part(index)));
  const problems = beforeSettling({ rows, billed: server.billed, results, doubtful });
  console.log(`${results.length} results, ${doubtful.length} rows in doubt.`);
  if (doubtful.length === 0) problems.push('No row is in doubt: the kills hit nothing.');

  const early = await minfraud(
    'merge',
    ...indexes.map(part),
    '--out',
    join(folder, 'early.ndjson'),
  );
  if (early.code === 0) problems.push('Parts in doubt were merged.');
  server.delay = 0;
  for (const index of indexes) {
    if (doubts.get(index)?.length === 0) continue;
    const flags = ['--service', 'score', '--part', `${index}/${parts}`, '--out', part(index)];
    const { code, stderr } = await minfraud(
      join(folder, 'orders.csv'),
      ...flags,
      '--resume',
      '--retry-doubtful',
    );
    if (code !== 0) problems.push(`Part ${index} was not settled: ${stderr}`);
  }
  const merged = join(folder, 'merged.ndjson');
  const { code, stderr } = await minfraud('merge', ...indexes.map(part), '--out', merged);
  if (code !== 0) problems.push(`The parts were not merged: ${stderr}`);
  problems.push(
    ...afterSettling({ rows, billed: server.billed, results: resultLines(merged), doubtful }),
  );
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('No row was billed twice, and each has one result after merge.');
} finally {
  await cleanUp();
}

async function cleanUp(): Promise<void> {
  await slurm?.stop();
  await server.close();
  program.remove();
  rmSync(folder, { recursive: true, force: true });
}

function minfraud(...argv: string[]): Promise<Run> {
  return start(program, ['batch', ...argv], account).end;
}

/** The script of docs/scale.md, a little quicker, with the program of this check for npx. */
function writeScript({ path }: Program): string {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scale.md'), 'utf8');
  const script = /## Slurm array\n\n```text\n([^]*?)```/.exec(guide)?.[1];
  if (
    script?.includes('npx minfraud-cli batch orders.csv') !== true ||
    !script.includes('--rate 6\n')
  ) {
    throw new Error('docs/scale.md has no Slurm script that this check can run.');
  }
  const npx = join(folder, 'npx');
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${path}" "$@"\n`);
  chmodSync(npx, 0o755);
  const file = join(folder, 'job.sh');
  writeFileSync(file, script.replace('exec npx', `exec ${npx}`).replace('--rate 6', '--rate 60'));
  return file;
}
