/** A folder with an empty ledger, made before each test of a file and removed after it. */
import { afterEach, beforeEach } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface LockFolder {
  readonly folder: string;
  readonly ledger: string;
}

/** Its paths are those of the test that runs. */
export function lockFolder(): LockFolder {
  const paths = { folder: '', ledger: '' };
  beforeEach(() => {
    paths.folder = mkdtempSync(join(tmpdir(), 'minfraud-lock-'));
    paths.ledger = join(paths.folder, 'results.ndjson.ledger');
    writeFileSync(paths.ledger, '');
  });
  afterEach(() => {
    rmSync(paths.folder, { recursive: true });
  });
  return paths;
}
