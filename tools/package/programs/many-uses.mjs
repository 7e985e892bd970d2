/**
 * `many-uses.mjs MAIN FILE`: runs the packed command line once for each list of words in FILE, in one process, since
 * starting ten thousand would take an hour. Prints what each wrote to both streams, and how it ended, as JSON.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [main, file] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
const uses = JSON.parse(readFileSync(file, 'utf8'));

let written = '';
const collect = (text) => {
  written += text;
  return true;
};
process.stdout.write = collect;
process.stderr.write = collect;

const results = [];
for (const [index, words] of uses.entries()) {
  written = '';
  process.exitCode = undefined;
  process.argv = [process.execPath, main, ...words];
  // Another query is another module: the program begins anew.
  await import(`${pathToFileURL(main).href}?${index}`);
  while (process.exitCode === undefined) await setImmediate();
  results.push({ words, written, status: process.exitCode });
}
process.exitCode = 0;
print(JSON.stringify(results));
