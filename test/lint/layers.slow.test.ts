import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A file, and what an import in it leads to. */
type Import = readonly [file: string, specifier: string];

/** The imports that ESLint refuses. */
function refused(imports: readonly Import[]): Import[] {
  const program = join(__dirname, 'lint-imports.mjs');
  const printed = execFileSync(process.execPath, [program, JSON.stringify(imports)]);
  const messages = JSON.parse(printed.toString()) as unknown[][];
  return imports.filter((_, index) => (messages[index] ?? []).length > 0);
}

test('imports that climb, or that reach into another package, fail lint', () => {
  const climbing: Import[] = [
    ['src/formats/record.ts', '../request/encode.ts'],
    ['src/request/encode.ts', '../transport/retry.ts'],
    ['src/failure/cause.ts', '../call/call.ts'],
    ['src/call/call.ts', '../client.ts'],
    ['src/call/call.ts', 'node:fs'],
    ['src/client.ts', 'node:fs'],
    ['packages/emulator/src/start.ts', '../../../src/formats/record.ts'],
    ['packages/cli/src/main.ts', '../../emulator/src/start.ts'],
    ['packages/cli/src/batch/batch.ts', '../../../../scripts/compile.ts'],
  ];
  expect(refused(climbing)).toEqual(climbing);
});

test('imports of what is below pass', () => {
  const right: Import[] = [
    ['src/request/encode.ts', '../formats/record.ts'],
    ['src/call/call.ts', '../transport/retry.ts'],
    ['src/client.ts', './call/call.ts'],
    ['src/undici/undici-fetch.ts', 'node:stream'],
    ['packages/emulator/src/start.ts', 'minfraud-sdk/internal'],
    ['packages/emulator/src/start.ts', 'node:http'],
    ['packages/cli/src/compiler.ts', '../../../scripts/compiler.ts'],
  ];
  expect(refused(right)).toEqual([]);
});
