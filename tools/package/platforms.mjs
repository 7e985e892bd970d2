/**
 * Tries the packed packages on every platform that docs/edge.md names: `npm run check:platforms`, after a build.
 * `npm run check:platforms -- NAME…` tries those whose names begin so: `node`, `node-22`, `next`,
 * `typescript-5.0`.
 *
 * The tools are installed into tools/package/platforms, away from the main node_modules, whose .bin they
 * would shadow. One that is missing is a failure.
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { register } from 'tsx/esm/api';
import { inChromium } from './platforms/browser.mjs';
import { bundling } from './platforms/bundlers.mjs';
import { onHosts } from './platforms/hosts.mjs';
import { expectedRequests, inProcess } from './platforms/in-process.mjs';
import { inNext } from './platforms/next.mjs';
import { inNextCache } from './platforms/next-cache.mjs';
import { ownClients } from './platforms/own-client.mjs';
import { inShops } from './platforms/shops.mjs';
import { inTestRunners } from './platforms/test-runners.mjs';
import { installTools } from './platforms/tools.mjs';
import { inTypeScript } from './platforms/typescript.mjs';
import { conformanceInWorkers } from './platforms/workers.mjs';
import { createProject } from './project.mjs';

// For what these checks share with tests, which are TypeScript.
register();

/** The longest come first, so that none of them is left over when all others are done. */
const all = [
  ...inNext,
  ...inNextCache,
  ...bundling,
  ...inChromium,
  ...conformanceInWorkers,
  ...onHosts,
  ...inShops,
  ...inTestRunners,
  ...ownClients,
  ...inTypeScript,
  ...inProcess,
];
/** As many as a small machine has cores. */
const AT_A_TIME = 2;

const names = process.argv.slice(2);
const chosen = all.filter(
  ({ runtime }) => names.length === 0 || names.some((name) => runtime.startsWith(name)),
);
if (chosen.length === 0) {
  const known = [...new Set(all.map(({ runtime }) => runtime))];
  console.error(`Nothing is called ${names.join(' ')}. There is: ${known.join(', ')}.`);
  process.exit(1);
}

await installTools();
const project = await createProject();
try {
  const expected = await expectedRequests(project);
  const results = await runAll(chosen, { project, expected });
  printTable(results);
  const failed = results.filter(({ error }) => error !== undefined).length;
  console.log(`\n${results.length - failed} of ${results.length} passed.`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  project.remove();
}

/** Runs checks and gives their results in the order of the checks. */
async function runAll(checks, context) {
  const results = [];
  const waiting = checks.entries();
  const worker = async () => {
    for (const [index, check] of waiting) results[index] = await resultOf(check, context);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return results;
}

async function resultOf({ runtime, script, check }, context) {
  const started = performance.now();
  const result = { runtime, script };
  try {
    result.note = await check(context);
  } catch (error) {
    result.error = error;
  }
  result.seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result.error === undefined) console.log(`ok   ${runtime}: ${script} (${result.seconds} s)`);
  else console.log(`FAIL ${runtime}: ${script}\n${result.error.stack ?? result.error}`);
  return result;
}

function printTable(results) {
  const rows = results
    .map(({ runtime, script, note, error, seconds }) => [
      runtime,
      script,
      error === undefined ? `ok${note ? `: ${note}` : ''}` : `FAIL: ${firstLine(error)}`,
      seconds,
    ])
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  const table = [['runtime', 'script', 'result', 's'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  console.log(['', line(table[0]), line(rule), ...rows.map(line)].join('\n'));
}

function firstLine({ message = '' }) {
  return message.split('\n')[0].slice(0, 120);
}
