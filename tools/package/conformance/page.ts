/** Runs in pages and their workers: leaves the run to the program that opened them. */
import { InvalidRequestError, MinFraud } from 'minfraud-sdk';
import { conformance } from './main.ts';

Object.assign(globalThis, { conformance });

/** In a worker, which has no page to be called from: what comes of making a client. */
globalThis.addEventListener('message', () => {
  try {
    new MinFraud({ accountId: 42, licenseKey: 'not-for-every-visitor' });
    globalThis.postMessage('a client');
  } catch (error) {
    globalThis.postMessage(InvalidRequestError.is(error) ? error.code : String(error));
  }
});
