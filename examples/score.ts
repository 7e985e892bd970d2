/**
 * `npm start`: a purchase goes through every service, and what came back is told to a fraud analyst.
 *
 * Without credentials it talks to the built-in emulator. With MAXMIND_ACCOUNT_ID and
 * MAXMIND_LICENSE_KEY (of a sandbox account) in the environment it talks to MaxMind's sandbox.
 * `npm start --silent -- --json` prints the same as JSON.
 */
import process from 'node:process';
import { run } from './demo/run.ts';

// `| head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run({
  arguments: process.argv.slice(2),
  environment: process.env,
  isTerminal: process.stdout.isTTY,
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
