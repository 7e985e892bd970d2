import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

describe('the map of the report', () => {
  test('is what the packages with its outlines give', () => {
    const check = ['--import', 'tsx', 'scripts/world-map.ts', '--check'];
    expect(execFileSync(process.execPath, check, { cwd: root, encoding: 'utf8' })).toBe('');
  });
});
