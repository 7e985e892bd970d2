import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fuzz } from './fuzz.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

test('no response, however broken, ends in anything but a result or an error of the tree', async () => {
  const report = await fuzz(10_000, 20_261_122);
  expect(report.wrong).toEqual([]);
  // It reaches what it is meant to reach.
  expect(report.successes).toBeGreaterThan(200);
  expect(Object.keys(report.errors).length).toBeGreaterThan(15);
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
}, 60_000);
