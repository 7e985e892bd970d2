/** Calls that are given up: by the caller, and by the clock. */
import { MinFraud, TimeoutError } from 'minfraud-sdk';
import { equal, failureOf, holds, refused } from './expect.ts';
import type { Checks } from './checks.ts';
import { optionsOf, withFault } from './service.ts';

const transaction = { device: { ipAddress: '203.0.113.7' } };
/** A response that no attempt here waits for. */
const late = { path: 'score', delay: 20_000 };

export const time: Checks = {
  'an abort before the call': async (service) => {
    const reason = new Error('the customer left');
    const signal = AbortSignal.abort(reason);
    const client = new MinFraud(optionsOf(service));
    holds((await failureOf(client.score(transaction, { signal }))) === reason, 'the own reason');
  },
  'an abort during the call': async (service) => {
    const reason = new Error('the customer left');
    const controller = new AbortController();
    const client = new MinFraud(optionsOf(service));
    const error = await withFault(service, late, () => {
      setTimeout(() => {
        controller.abort(reason);
      }, 100);
      return failureOf(client.score(transaction, { signal: controller.signal }));
    });
    holds(error === reason, `${String(error)} where the own reason was expected`);
  },
  'a timeout': async (service) => {
    const client = new MinFraud({ ...optionsOf(service), timeout: 150, maxRetries: 0 });
    const error = await withFault(service, late, () =>
      refused(TimeoutError, client.score(transaction)),
    );
    equal(error.attempts, 1);
  },
  'a deadline': async (service) => {
    const client = new MinFraud(optionsOf(service));
    const error = await withFault(service, late, () =>
      refused(TimeoutError, client.score(transaction, { deadline: 150 })),
    );
    equal(error.code, 'DEADLINE_EXCEEDED');
  },
  'a body that stops': async (service) => {
    const client = new MinFraud({ ...optionsOf(service), timeout: 300, maxRetries: 0 });
    await withFault(service, { path: 'score', drip: 5_000 }, () =>
      refused(TimeoutError, client.score(transaction)),
    );
  },
};
