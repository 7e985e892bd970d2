/** Starts emulators for a test file, and closes each of them after its test. */

import { afterEach } from '@jest/globals';
import { startEmulator, type Emulator, type EmulatorOptions } from '../src/index.ts';

const running: Emulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

export async function emulate(options?: EmulatorOptions): Promise<Emulator> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return emulator;
}
