/** Entry of the program "minfraud". */
import { runCli } from './application.ts';
import { type CliProcess } from './context.ts';

/** What cannot be written does not end the program: queries may be under way, and files open. */
let unwritten: NodeJS.ErrnoException | undefined;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  unwritten ??= error;
});
process.stderr.on('error', () => undefined);

/** A reader that has seen enough, such as `head`: the rest is written to nobody. */
const isGone = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

const [first, ...words] = process.argv.slice(2);
if (first === '__complete') {
  void import('./complete.ts').then(({ complete }) => complete(words, process as CliProcess));
} else {
  void runCli(process.argv.slice(2), process as CliProcess).then(async (code) => {
    // Until the last of it is written, or could not be.
    await new Promise((resolve) => process.stdout.write('', resolve));
    process.exitCode = code;
    if (unwritten === undefined || isGone(unwritten)) return;
    process.stderr.write(`The output could not be written: ${unwritten.message}\n`);
    if (code === 0) process.exitCode = 1;
  });
}
