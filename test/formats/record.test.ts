import { describe, expect, test } from '@jest/globals';
import { define, isRecord } from '../../src/formats/record.ts';

describe('isRecord', () => {
  test.each([
    ['an object', {}, true],
    ['an object without a prototype', Object.create(null), true],
    ['a list', [], false],
    ['null', null, false],
    ['a text', 'text', false],
    ['undefined', undefined, false],
  ])('%s', (_, value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});

describe('define', () => {
  test('makes an ordinary property', () => {
    const target: Record<string, unknown> = {};
    define(target, 'name', 1);
    target['name'] = 2;
    expect(JSON.stringify(target)).toBe('{"name":2}');
  });

  test('makes a property of __proto__, and leaves the prototype alone', () => {
    const target = {};
    define(target, '__proto__', { polluted: true });
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(Object.keys(target)).toEqual(['__proto__']);
    expect('polluted' in target).toBe(false);
  });
});
