import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraudError } from '../../src/errors.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { drive, type Kind } from '../transport/drive.ts';
import { type Fault } from '../transport/fault.ts';
import { faultGroups } from '../transport/faults.ts';

/** Retries without their waits. */
beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const dispatcher = new Agent();
afterAll(() => dispatcher.destroy());

/** A dispatcher sees more than fetch shows: what differs, with the reason. */
const differences: Readonly<
  Record<string, { readonly code: RegExp; readonly retried?: Fault['retried'] }>
> = {
  // No port is forbidden, but nothing listens there.
  'the port is one that fetch does not connect to': { code: /^CONNECTION_REFUSED$/ },
  // undici 7 compares the lengths before it looks at the syntax; undici 8 does not.
  'two different lengths': { code: /^(RESPONSE_NOT_HTTP|CONNECTION_LOST)$/ },
  'a length together with chunks': { code: /^(RESPONSE_NOT_HTTP|CONNECTION_LOST)$/ },
  // Fetch takes what it could decompress for the whole.
  'gzip that is cut': { code: /^RESPONSE_UNREADABLE$/, retried: 'unbilled calls' },
  // The fetch standard hides this status. It is the proxy's: the service has not seen the request.
  'HTTP 407 Proxy Authentication Required': { code: /^HTTP_407$/, retried: 'no' },
};

async function expectSameAsFetch(fault: Fault, kind: Kind): Promise<void> {
  const { result, error, server } = await drive(fault, kind, {
    fetch: undiciFetch({ dispatcher }),
  });
  const different = differences[fault.name];
  const retried = different?.retried ?? fault.retried;
  const again = retried === 'all calls' || (retried === 'unbilled calls' && kind === 'report');
  const attempts = again ? (fault.attempts ?? 3) : 1;
  // Not one request more than attempts, and none that the loop of the call does not know of.
  if (server !== undefined) expect(server.requests.length).toBeLessThanOrEqual(attempts);
  if (error === undefined) {
    if (kind === 'score') {
      expect(fault.outcome).toBe('success');
      expect(result).toMatchObject({ riskScore: 12.5, warnings: [] });
    }
    expect(server?.requests).toHaveLength(attempts);
    return;
  }
  if (!MinFraudError.is(error)) throw new Error('Expected an error of the tree.', { cause: error });
  expect(error.attempts).toBe(attempts);
  if (kind === 'report' && error.code === 'RESPONSE_UNEXPECTED') return;
  if (fault.outcome === 'success') throw new Error('Expected success.', { cause: error });
  if (different !== undefined) {
    expect(error.code).toMatch(different.code);
    return;
  }
  expect(error.code).toBe(fault.outcome.code);
  expect(error.name).toBe(fault.outcome.error);
  expect(error.status).toBe(fault.outcome.status);
}

/** Those that need a trusted authority are in tls.test.ts. */
const overTcp = faultGroups.map(({ title, faults }) => ({
  title,
  faults: faults.filter(({ tls }) => tls === undefined || tls === 'self-signed'),
}));

describe.each(overTcp)('$title', ({ faults }) => {
  test.each(faults)('score: $name', (fault) => expectSameAsFetch(fault, 'score'));
  test.each(faults)('report: $name', (fault) => expectSameAsFetch(fault, 'report'));
});
