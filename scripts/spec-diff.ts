/** Entry of `npm run spec:diff`. */
import { runSpecDiff } from './spec-diff/command-line.ts';

void runSpecDiff(process.argv.slice(2), console.log).then((status) => {
  process.exitCode = status;
});
