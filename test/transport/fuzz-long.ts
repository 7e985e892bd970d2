/** The fuzz test for as long as wanted: `npx tsx test/transport/fuzz-long.ts 200000 [seed]`. */
import { fuzz } from './fuzz.ts';

const calls = Number(process.argv[2] ?? 200_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

void fuzz(calls, seed).then((report) => {
  console.log(`${report.calls} calls from seed ${seed}: ${report.successes} results`);
  console.table(report.errors);
  for (const wrong of report.wrong.slice(0, 20)) console.error(wrong);
  console.log(`${report.wrong.length} wrong, ${unhandled.length} unhandled rejections`);
  process.exitCode = report.wrong.length + unhandled.length === 0 ? 0 : 1;
});
