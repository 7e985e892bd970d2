import { expect, jest, test } from '@jest/globals';
import { once } from '../../src/formats/once.ts';

test('makes nothing before it is asked', () => {
  const make = jest.fn(() => ({}));
  once(make);
  expect(make).not.toHaveBeenCalled();
});

test.each([[{}], [0], [undefined]])('makes %p one time', (value) => {
  const make = jest.fn(() => value);
  const get = once(make);
  expect(get()).toBe(value);
  expect(get()).toBe(value);
  expect(make).toHaveBeenCalledTimes(1);
});

test('tries again after a failure', () => {
  const make = jest.fn<() => number>().mockImplementationOnce(() => {
    throw new Error('not yet');
  });
  make.mockReturnValue(7);
  const get = once(make);
  expect(get).toThrow('not yet');
  expect(get()).toBe(7);
});
