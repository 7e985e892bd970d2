#!/usr/bin/env node
/** Entry of the program "minfraud". */
import { runCli } from './application.ts';
import { type CliProcess } from './context.ts';

// A reader that has seen enough, such as `head`, is no failure of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const [first, ...words] = process.argv.slice(2);
if (first === '__complete') {
  void import('./complete.ts').then(({ complete }) => complete(words, process as CliProcess));
} else {
  void runCli(process.argv.slice(2), process as CliProcess).then((code) => {
    process.exitCode = code;
  });
}
