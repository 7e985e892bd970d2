import { describe, expect, test } from '@jest/globals';
import { bumpBetween, greatest, isAtLeast, parseVersion, underVersion } from '../bump.ts';

test('the greatest kind decides', () => {
  expect(greatest(['patch', undefined, 'minor'])).toBe('minor');
  expect(greatest(['major', 'minor'])).toBe('major');
  expect(greatest([])).toBeUndefined();
  expect(isAtLeast('minor', 'patch')).toBe(true);
  expect(isAtLeast('minor', 'major')).toBe(false);
  expect(isAtLeast(undefined, undefined)).toBe(true);
});

test('before 1.0.0 a minor version may break', () => {
  expect(underVersion('0.4.1', 'major')).toBe('minor');
  expect(underVersion('1.4.1', 'major')).toBe('major');
  expect(underVersion('0.4.1', 'patch')).toBe('patch');
});

describe('a step between versions', () => {
  test.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.9', '1.2.10', 'patch'],
    ['1.2.3', '1.2.3', undefined],
    ['1.2.3', '1.1.9', undefined],
    ['2.0.0', '1.9.9', undefined],
  ] as const)('from %s to %s is %s', (from, to, bump) => {
    expect(bumpBetween(from, to)).toBe(bump);
  });

  test('needs versions', () => {
    expect(() => parseVersion('1.2')).toThrow('1.2 is not a version such as 1.2.3.');
    expect(() => parseVersion('1.2.3-rc.1')).toThrow('is not a version');
  });
});
