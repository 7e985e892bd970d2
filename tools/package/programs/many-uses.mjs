/**
 * `many-uses.mjs MAIN FILE`: runs the packed command line once for each list of words in FILE, in one process, since
 * starting thousands would take an hour. Prints what each wrote to both streams, and how it ended, as JSON. A use
 * that does not end is a failure, told with its words.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** Far above what a use takes, on a loaded machine too. */
const MAX_MS = 15_000;

const [main, file] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
const uses = JSON.parse(readFileSync(file, 'utf8'));

let written = '';
/** As a stream writes: the program waits to be told that it did. */
const collect = (text, ...rest) => {
  written += text;
  const done = rest.at(-1);
  if (typeof done === 'function') process.nextTick(done);
  return true;
};
process.stdout.write = collect;
process.stderr.write = collect;

/** Nothing to read, for each use anew: one that has been read to its end says nothing to the next. */
let input;
Object.defineProperty(process, 'stdin', { get: () => input });

/** Runs until the program has set how it ends. */
async function ended(words) {
  const start = performance.now();
  // Files and connections have their turn in between.
  while (process.exitCode === undefined) {
    if (performance.now() - start > MAX_MS) {
      throw new Error(`does not end: minfraud ${words.join(' ')}\n${written}`);
    }
    await setImmediate();
  }
}

const results = [];
for (const [index, words] of uses.entries()) {
  written = '';
  input = Readable.from([]);
  process.exitCode = undefined;
  process.argv = [process.execPath, main, ...words];
  // Another query is another module: the program begins anew.
  await import(`${pathToFileURL(main).href}?${index}`);
  await ended(words);
  results.push({ words, written, status: process.exitCode });
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
}
process.exitCode = 0;
print(JSON.stringify(results));
