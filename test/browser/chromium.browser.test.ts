import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-chromium-'));
  for (const name of ['google-chrome', 'chromium-browser']) {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), 0o755);
  }
  writeFileSync(join(folder, 'chromium'), 'no program');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the browser that tests drive', () => {
  test('is the one that CHROMIUM names', () => {
    const CHROMIUM = join(folder, 'google-chrome');
    expect(chromiumPath({ CHROMIUM, PATH: folder })).toBe(CHROMIUM);
  });

  test('or the first in PATH that can be run', () => {
    expect(chromiumPath({ PATH: `/nowhere::${folder}` })).toBe(join(folder, 'chromium-browser'));
  });

  test('is named in one line when it is missing', () => {
    const missing = join(folder, 'missing');
    expect(() => chromiumPath({ CHROMIUM: missing, PATH: folder })).toThrow(
      `CHROMIUM names ${missing}, which is no program that can be run.`,
    );
    expect(() => chromiumPath({ PATH: '/nowhere' })).toThrow(/^Chromium is missing: .*apt-get.*$/);
  });
});
