/** Finds a Chromium for tests that look at pages: $CHROMIUM, or one on the PATH. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** @throws Error that says what is missing. */
export function launchChromium(): Promise<Browser> {
  // Without its sandbox, since containers often cannot make one; only pages of this package are opened.
  return chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}

function findChromium(): string {
  const own = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates =
    own === undefined
      ? folders.flatMap((folder) => names.map((name) => join(folder, name)))
      : [own];
  const found = candidates.find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    `No Chromium: install one (${names.join(', ')}), or set CHROMIUM to the path of its program.`,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
