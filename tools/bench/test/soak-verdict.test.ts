import { describe, expect, test } from '@jest/globals';
import { faultsOf, grown, type Stage } from '../soak-verdict.ts';

const good: Stage = {
  perSecond: 2_000,
  p50: 20,
  p99: 60,
  heap: 14_000_000,
  listeners: 0,
  timers: 0,
  rejections: 0,
  warnings: 0,
  watched: { requests: 500, ends: 500 },
};

/** Ten tenths, the first of which has not compiled everything; those named differ. */
function soaked(changes: Readonly<Record<number, Partial<Stage>>>): Stage[] {
  return Array.from({ length: 10 }, (_, at) => ({
    ...good,
    heap: at === 0 ? 9_000_000 : good.heap,
    ...changes[at + 1],
  }));
}

describe('a soak', () => {
  test('that leaves nothing behind has no faults', () => {
    expect(faultsOf(soaked({ 10: { heap: 14_999_000 } }), 500)).toEqual([]);
    expect(grown(soaked({}))).toBe(0);
  });

  test('fails when the heap grows from the second tenth to the last', () => {
    const faults = faultsOf(soaked({ 10: { heap: 15_200_000 } }), 500);
    expect(faults).toEqual([
      'the heap grew by 1.20 MB from the second tenth to the last, 300 bytes a call: at most 1.00 MB is taken for noise',
    ]);
  });

  test('fails when a tenth is missing or its heap is not known', () => {
    expect(faultsOf([], 500)).toHaveLength(1);
    expect(faultsOf(soaked({ 10: { heap: NaN } }), 500)).toHaveLength(1);
  });

  test.each(['listeners', 'timers', 'rejections', 'warnings'] as const)('fails over %s', (what) => {
    expect(faultsOf(soaked({ 4: { [what]: 2 } }), 500)).toEqual([`tenth 4 left 2 ${what}`]);
  });

  test('fails when hooks miss a call, or see one twice', () => {
    expect(faultsOf(soaked({ 3: { watched: { requests: 501, ends: 499 } } }), 500)).toEqual([
      'tenth 3 made 500 calls, of which hooks saw 501 requests',
      'tenth 3 made 500 calls, of which hooks saw 499 ends',
    ]);
  });
});
