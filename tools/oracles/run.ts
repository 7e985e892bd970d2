/**
 * `npm run check:oracles`: the same input through our code and MaxMind's own clients must give the same
 * output, but for differences that are listed with their reason.
 */
import { parseArgs } from 'node:util';
import { compareBodies } from './bodies.ts';
import { compareCases, missingLines } from './cases.ts';
import { compareEmails } from './emails.ts';
import { compareFixtures, readSamples } from './fixtures.ts';
import {
  javaClient,
  javascriptClient,
  MissingError,
  pythonClient,
  pythonFixtures,
} from './install.ts';
import { compareService } from './services.ts';
import { compareStatistics } from './statistics.ts';
import type { Comparison } from './tally.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    addresses: { type: 'string', default: '20000' },
    transactions: { type: 'string', default: '600' },
    javascript: { type: 'string' },
    python: { type: 'string' },
  },
});
const seed = Number(values.seed);

try {
  const python = pythonClient(values.python);
  const java = javaClient();
  const clients = [javascriptClient(values.javascript), python];
  const samples = await readSamples(python, pythonFixtures());
  const comparisons = [
    ...(await Promise.all(
      [...clients, java].map((client) => compareBodies(client, Number(values.transactions), seed)),
    )),
    ...(await Promise.all(
      clients.map((client) =>
        compareEmails(client, Number(values.addresses), seed, samples.addresses),
      ),
    )),
    ...(await compareFixtures(python, samples)),
    ...(await compareCases()),
    await compareStatistics(python, seed),
  ];
  for (const client of [...clients, java]) {
    const { version = '' } = comparisons.find((one) => one.client === client.name) ?? {};
    comparisons.push(await compareService(client, version));
  }
  comparisons.forEach(report);
  const unexplained = comparisons.reduce((sum, { tally }) => sum + tally.unexplained.length, 0);
  const unseen = comparisons.flatMap(({ tally }) => tally.unseen);
  if (unexplained > 0) {
    console.error(
      `${unexplained} differences without a reason (seed ${seed}): decide who is right, then mend ` +
        'our code or add the reason to tools/oracles/*-differences.ts.',
    );
  }
  for (const name of unseen) {
    console.error(
      `Known difference "${name}" did not occur: remove it, or generate what shows it.`,
    );
  }
  const missing = missingLines();
  for (const line of missing) console.error(`tools/oracles/README.md lacks the line ${line}`);
  if (unexplained + unseen.length + missing.length > 0) process.exitCode = 1;
  else console.log(`Every difference has a known reason (seed ${seed}).`);
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function report({ client, version, subject, tally }: Comparison): void {
  console.log(`${client} ${version}: ${subject}, ${tally.agreed} the same in every part`);
  for (const [name, count] of tally.differed) console.log(`  ${count} differences: ${name}`);
  for (const { why, evidence } of tally.unexplained.slice(0, 10)) {
    console.log(`  UNEXPLAINED, ${why}: ${JSON.stringify(evidence).slice(0, 400)}`);
  }
}
