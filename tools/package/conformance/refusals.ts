/** What the service refuses, and what the SDK does before it is asked. */
import {
  AuthenticationError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraud,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
} from 'minfraud-sdk';
import { equal, failureOf, holds, refused } from './expect.ts';
import type { Checks } from './checks.ts';
import { optionsOf, withFault } from './service.ts';

const transaction = { device: { ipAddress: '203.0.113.7' } };

export const refusals: Checks = {
  'a request with two mistakes names both': async (service) => {
    const client = new MinFraud({ ...optionsOf(service), invalid: 'throw' });
    const wrong = { device: { ipAddress: '999.0.0.1' }, order: { currency: 'dollars' } };
    const { issues } = await refused(InvalidRequestError, client.score(wrong));
    equal(
      issues.map(({ path }) => path),
      ['device.ipAddress', 'order.currency'],
    );
  },
  'what is left out is told': async (service) => {
    const client = new MinFraud(optionsOf(service));
    const { warnings } = await client.score({ ...transaction, billing: { country: 'Atlantis' } });
    equal(
      warnings.map(({ code, inputPointer }) => [code, inputPointer]),
      [['INPUT_DROPPED', '/billing/country']],
    );
  },
  '400 of the service': async (service) => {
    const fault = { path: 'score', status: 400, code: 'REQUEST_INVALID' };
    const error = await withFault(service, fault, () =>
      refused(InvalidRequestError, new MinFraud(optionsOf(service)).score(transaction)),
    );
    equal([error.status, error.code], [400, 'REQUEST_INVALID']);
  },
  401: async (service) => {
    const client = new MinFraud({ ...optionsOf(service), licenseKey: 'not-the-right-license-key' });
    const error = await refused(AuthenticationError, client.score(transaction));
    equal([error.status, error.attempts], [401, 1]);
    holds(!JSON.stringify(error).includes('not-the-right'), 'the key is in no error');
  },
  402: async (service) => {
    const client = new MinFraud(optionsOf(service, service.emptyAccountId));
    const { status, code } = await refused(InsufficientFundsError, client.insights(transaction));
    equal([status, code], [402, 'INSUFFICIENT_FUNDS']);
  },
  403: async (service) => {
    const client = new MinFraud(optionsOf(service, service.scoreOnlyAccountId));
    const { status, code } = await refused(PermissionRequiredError, client.factors(transaction));
    equal([status, code], [403, 'PERMISSION_REQUIRED']);
  },
  429: async (service) => {
    const client = new MinFraud({ ...optionsOf(service), maxRetries: 0 });
    const fault = { path: 'score', status: 429, retryAfter: 7 };
    const error = await withFault(service, fault, () =>
      refused(RateLimitError, client.score(transaction)),
    );
    equal([error.status, error.retryAfter], [429, 7]);
  },
  '429, and then a response': async (service) => {
    let retries = 0;
    const hooks = { onRetry: () => (retries += 1) };
    const fault = { path: 'score', status: 429, retryAfter: 0, times: 1 };
    const client = new MinFraud({ ...optionsOf(service), hooks });
    const { riskScore } = await withFault(service, fault, () => client.score(transaction));
    holds(riskScore > 0, 'a score at the second attempt');
    equal(retries, 1);
  },
  'a response that is a page': async (service) => {
    const fault = { path: 'score', malformed: 'html' };
    const error = await withFault(service, fault, () =>
      failureOf(new MinFraud(optionsOf(service)).score(transaction)),
    );
    equal(MinFraudError.is(error) && error.code, 'RESPONSE_NOT_JSON');
  },
};
