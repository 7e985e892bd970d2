/** Finds the browser that tests drive. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

/** What distributions call it. */
const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** @throws Error that says in one line what is missing. */
export function launchChromium(): Promise<Browser> {
  // Without its sandbox, since containers often cannot make one; only pages of this package are opened.
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
}

/**
 * The path of Chromium: the one that the variable CHROMIUM names, or the first in PATH.
 *
 * @throws Error that says in one line what is missing.
 */
export function chromiumPath(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { CHROMIUM: chosen = '', PATH: path = '' } = environment;
  if (chosen !== '') {
    if (canRun(chosen)) return chosen;
    throw new Error(`CHROMIUM names ${chosen}, which is no program that can be run.`);
  }
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
  if (found !== undefined) return found;
  throw new Error(
    `Chromium is missing: install it (apt-get install chromium) or set CHROMIUM. Looked in PATH for ${names.join(', ')}.`,
  );
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
