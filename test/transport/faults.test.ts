import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraudError } from '../../src/errors.ts';
import { drive } from './drive.ts';
import { type Fault, type Outcome } from './fault.ts';
import { faultGroups } from './faults.ts';

/** Retries without their waits. */
beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const all = faultGroups.flatMap((group) => group.faults);

test('there are at least forty faults, each with its own name', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(new Set(all.map((fault) => fault.name)).size).toBe(all.length);
});

describe.each(faultGroups)('$title', ({ faults }) => {
  test.each(faults)('score: $name', async (fault) => {
    const { result, error, server, durationMs } = await drive(fault, 'score');
    const attempts = fault.retried === 'all calls' ? (fault.attempts ?? 3) : 1;
    if (fault.outcome === 'success') {
      expect(error).toBeUndefined();
      expect(result).toMatchObject({ riskScore: 12.5, warnings: [] });
      expect(server?.requests).toHaveLength(attempts);
    } else {
      expectError(error, fault.outcome, attempts);
    }
    // A query that the server has read is billed: never a second one, unless it refused the first.
    if (fault.retried !== 'all calls') expect(server?.requests.length ?? 0).toBeLessThanOrEqual(1);
    // Every fault ends, and not by its luck: ten seconds are what a shared machine may stand still.
    expect(durationMs).toBeLessThan((fault.timeout ?? 30_000) * attempts + 10_000);
  });

  test.each(faults)('report: $name', async (fault) => {
    const { error, server } = await drive(fault, 'report');
    const attempts = fault.retried === 'no' ? 1 : (fault.attempts ?? 3);
    if (error === undefined) {
      expect(server?.requests).toHaveLength(attempts);
    } else {
      expect(MinFraudError.is(error)).toBe(true);
      expect(error).toMatchObject({ attempts });
      expect(sameForReports(fault) || (error as MinFraudError).code === 'RESPONSE_UNEXPECTED').toBe(
        true,
      );
      if (sameForReports(fault)) expectError(error, fault.outcome as object as Failed, attempts);
    }
  });
});

type Failed = Exclude<Outcome, 'success'>;

function expectError(
  error: unknown,
  { error: name, code, status }: Failed,
  attempts: number,
): void {
  if (!MinFraudError.is(error)) throw new Error('Expected an error of the tree.', { cause: error });
  expect({
    name: error.name,
    code: error.code,
    status: error.status,
    attempts: error.attempts,
  }).toEqual({ name, code, status, attempts });
  expect(error.message).toMatch(/[.]$/);
  expect(error.url).toMatch(/^https?:\/\/[^?]*$/);
}

/** Of a report nobody reads the content, only that there is none. */
function sameForReports({ outcome }: Fault): boolean {
  return outcome !== 'success' && !/^(RESPONSE_(NOT_[AJOU]|EMPTY)|HTTP_20)/.test(outcome.code);
}
