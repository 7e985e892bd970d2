/** A page, and every other place of a browser, may not hold a license key. */
import { InvalidRequestError, MinFraud } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import { createWireClient } from 'minfraud-sdk/wire';
import { equal, failureOf, holds } from './expect.ts';
import type { Checks } from './checks.ts';
import { optionsOf } from './service.ts';

export const pages: Checks = {
  'a client is made where the key is safe': async (service) => {
    const options = { ...optionsOf(service), dangerouslyAllowBrowser: false };
    const makers: readonly (() => unknown)[] = [
      () => new MinFraud(options),
      () => new MinFraudLegacy(options),
      () => createWireClient(options),
    ];
    for (const make of makers) {
      const outcome = await failureOf(Promise.resolve().then(make)).catch(() => 'a client');
      if (service.dangerouslyAllowBrowser !== true) {
        equal(outcome, 'a client');
        continue;
      }
      holds(InvalidRequestError.is(outcome), `${String(outcome)} where a page was to be refused`);
      const { code, message } = outcome as InvalidRequestError;
      equal(code, 'BROWSER');
      holds(message.includes('server') && message.includes('dangerouslyAllowBrowser'), message);
    }
  },
};
