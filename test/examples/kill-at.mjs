/**
 * Preloaded into a program: kills it with SIGKILL before the file operation whose number is in KILL_AT,
 * counted from 1 over everything that changes the file system; without KILL_AT it prints how many there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env.KILL_AT ?? 0);
let operations = 0;

for (const name of [
  ...['writeSync', 'fsyncSync', 'ftruncateSync', 'unlinkSync', 'mkdirSync', 'rmdirSync'],
  ...['openSync', 'closeSync', 'rmSync', 'writeFileSync'],
]) {
  const original = fs[name];
  fs[name] = (...parameters) => {
    // Standard output is no part of the copy.
    if (name !== 'writeSync' || parameters[0] > 2) {
      operations += 1;
      if (operations === killAt) process.kill(process.pid, 'SIGKILL');
    }
    return original(...parameters);
  };
}
syncBuiltinESMExports();
if (killAt === 0) process.on('exit', () => process.stdout.write(`operations: ${operations}\n`));
