import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentPath, faultsDocument } from './faults-document.ts';

test('docs/faults.md says what the tests prove', () => {
  expect(readFileSync(documentPath, 'utf8')).toBe(faultsDocument());
});
