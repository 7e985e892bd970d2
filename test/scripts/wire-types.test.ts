import { expect, test } from '@jest/globals';
import { wireTypes } from '../../scripts/wire-types.ts';
test('x', async () => {
  expect(
    await wireTypes({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: {} }, ''),
  ).toContain('paths');
});
