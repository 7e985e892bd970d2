/**
 * `install-in.mjs PROJECT`: packs what was built, and installs all of it in a project. For tests of what a customer
 * has, which run it in a copy of the repository.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { install, pack } from './install.mjs';
import { packages } from './packages.mjs';

const tarballs = mkdtempSync(join(tmpdir(), 'minfraud-tarballs-'));
try {
  const names = packages.map(({ name }) => name);
  install(process.argv[2], names, pack(tarballs));
} finally {
  rmSync(tarballs, { recursive: true, force: true });
}
