/** Entry of the program "minfraud". */
import { runCli } from './application.ts';
import { type CliProcess } from './context.ts';

// A reader that has seen enough, such as `head`, is no failure of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output could not be written: ${error.message}\n`);
  process.exit(1);
});
// What is said about a run is not worth ending it, with queries under way.
process.stderr.on('error', () => undefined);

const [first, ...words] = process.argv.slice(2);
if (first === '__complete') {
  void import('./complete.ts').then(({ complete }) => complete(words, process as CliProcess));
} else {
  void runCli(process.argv.slice(2), process as CliProcess).then((code) => {
    process.exitCode = code;
  });
}
