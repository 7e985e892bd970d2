/** Examples of the packed SDK, copied as their README says. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies examples out of the packed SDK. What is tried with them is not the machine's speed: a call gets a
 * minute where a shop gives it two seconds.
 *
 * @param to - A folder that is there.
 * @param files - Their paths in both.
 */
export function copyExamples({ installed }, to, files) {
  for (const file of files) {
    const copy = join(to, file);
    cpSync(join(installed('minfraud-sdk'), 'examples', file), copy, { recursive: true });
    if (!copy.endsWith('.ts')) continue;
    const code = readFileSync(copy, 'utf8');
    writeFileSync(copy, code.replace('deadline: 2_000', 'deadline: 60_000'));
  }
}
