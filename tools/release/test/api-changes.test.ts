import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { apiChanges } from '../api-changes.ts';

const report = (code: string): string => `## API Report File for "minfraud-sdk"

\`\`\`ts

// @public
${code}
// (No @packageDocumentation comment for this package)

\`\`\`
`;

const before = report(`export interface Query {
    readonly secret: string;
}

// @public
export function sign(query: Query): string;
export { Score, Insights }
`);

test('the same report changes nothing, whatever its comments say', () => {
  const after = before.replace('// @public', '// @beta');
  expect(apiChanges(before, after)).toEqual({
    added: [],
    removed: [],
    changedLines: [],
    bump: undefined,
  });
});

test('one more export needs a minor version', () => {
  const after = before.replace('Score, Insights', 'Score, Insights, Factors');
  expect(apiChanges(before, after)).toMatchObject({ added: ['Factors'], bump: 'minor' });
});

test('an export that is gone needs a major version', () => {
  const after = before.replace(/export function sign.*/, '');
  expect(apiChanges(before, after)).toMatchObject({ removed: ['sign'], bump: 'major' });
  const unlisted = before.replace('Score, ', '');
  expect(apiChanges(before, unlisted)).toMatchObject({ removed: ['Score'], bump: 'major' });
});

test('a line that differs is told, for a person to judge', () => {
  const after = before.replace('readonly secret: string;', 'readonly secret: Uint8Array;');
  expect(apiChanges(before, after)).toEqual({
    added: [],
    removed: [],
    changedLines: ['    readonly secret: string;'],
    bump: 'minor',
  });
});

test('a new entry is a minor version, and one that is gone a major one', () => {
  expect(apiChanges(undefined, before)).toMatchObject({ bump: 'minor', removed: [] });
  expect(apiChanges(before, undefined)).toMatchObject({ bump: 'major', added: [] });
});

test('the reports of this package are read', () => {
  const real = readFileSync('api/alerts.api.md', 'utf8');
  const without = real.replace(/export function isAlertSender.*/, '');
  expect(without).not.toBe(real);
  expect(apiChanges(real, without)).toMatchObject({ removed: ['isAlertSender'], bump: 'major' });
  expect(apiChanges(undefined, real).added).toContain('verifyAlert');
});

test('what is not a report is refused', () => {
  expect(() => apiChanges('# Another page', before)).toThrow('not a report of API Extractor');
});
