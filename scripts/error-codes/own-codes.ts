/** What the page of error codes adds to each code of the SDK: its class, and what to do about it. */
import type { OwnErrorCodes } from '../../src/codes.ts';
import {
  ConnectionError,
  type ErrorClass,
  HttpError,
  InvalidRequestError,
  TimeoutError,
} from '../../src/errors.ts';

export interface OwnCode {
  readonly errorClass: ErrorClass;
  readonly remedy: string;
  /** Where the code alone does not say it. */
  readonly billing?: string;
}

const intercepted =
  'Check `baseUrl`, and look for a proxy, a firewall or a login page between your program and the service. `getMetadata(error)?.body` holds the body.';
const broken =
  'Look for a proxy that alters responses. `getMetadata(error)` holds the status and the headers.';
const notScored = 'not documented. Reports and dispositions are not scored queries.';
const paidTwice =
  'Decide whether a score is worth a second query, which may be billed too: see [What is billed](billing.md).';

/** A code of `src/codes.ts` that is missing here does not compile. */
export const ownCodes: Readonly<Record<keyof OwnErrorCodes, OwnCode>> = {
  VALIDATION_FAILED: {
    errorClass: InvalidRequestError,
    remedy: 'Correct every field that `error.issues` names. Retrying does not help.',
  },
  CREDENTIALS_MISSING: {
    errorClass: InvalidRequestError,
    remedy:
      'Set `MAXMIND_ACCOUNT_ID` and `MAXMIND_LICENSE_KEY`, or pass `accountId` and `licenseKey`. Both must come from the same place.',
  },
  OPTION_INVALID: {
    errorClass: InvalidRequestError,
    remedy: 'Correct the option that the message names.',
    billing:
      'no, when `error.attempts` is 0: nothing was sent. If your `fetch` was called and returned something other than a `Response`, not documented: the service may have processed the query.',
  },
  OPTION_UNKNOWN: {
    errorClass: InvalidRequestError,
    remedy: 'Correct the name of the option. The message suggests the nearest one.',
  },
  BROWSER: {
    errorClass: InvalidRequestError,
    remedy:
      'Move the client to your server. A license key in a browser is visible to every visitor.',
  },
  RESPONSE_EMPTY: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_NOT_JSON: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_NOT_UTF8: { errorClass: HttpError, remedy: broken },
  RESPONSE_NOT_OBJECT: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_NOT_A_RESULT: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_UNEXPECTED: { errorClass: HttpError, remedy: intercepted, billing: notScored },
  RESPONSE_NOT_RECORD: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_NO_CURSOR: {
    errorClass: HttpError,
    billing: notScored,
    remedy:
      'Continue later with `updatesAfter` set to the time of the last update that you received.',
  },
  RESPONSE_CONSUMED: {
    errorClass: HttpError,
    remedy: 'In your `fetch`, read a copy instead: `response.clone()`.',
  },
  RESPONSE_TOO_LARGE: { errorClass: HttpError, remedy: intercepted },
  RESPONSE_UNREADABLE: { errorClass: HttpError, remedy: broken },
  RESPONSE_NOT_HTTP: {
    errorClass: ConnectionError,
    remedy: 'Check that `baseUrl` leads to the service and not to another port or to a proxy.',
  },
  UNKNOWN_CODE: {
    errorClass: HttpError,
    remedy: 'Check that the stored response is complete: its `err` is not an error code.',
    billing: 'does not apply: `parseLegacyResponse` and `parseProxyResponse` send nothing.',
  },
  CONNECTION_REFUSED: {
    errorClass: ConnectionError,
    remedy: 'Check `baseUrl`, the network and firewalls. A retry is safe.',
  },
  DNS_FAILED: {
    errorClass: ConnectionError,
    remedy: 'Check `baseUrl` and the DNS of this machine. A retry is safe.',
  },
  TLS_FAILED: {
    errorClass: ConnectionError,
    remedy:
      'Check for an intercepting proxy, and check the CA certificates and the clock of this machine. A retry is safe.',
  },
  CONNECT_TIMEOUT: {
    errorClass: TimeoutError,
    remedy: 'Check the network and firewalls. A retry is safe.',
  },
  CONNECTION_FAILED: {
    errorClass: ConnectionError,
    remedy: 'Check the network, proxies and firewalls. A retry is safe.',
  },
  TLS_BROKEN: {
    errorClass: ConnectionError,
    remedy: `Check for an intercepting proxy. ${paidTwice}`,
  },
  CONNECTION_LOST: { errorClass: ConnectionError, remedy: paidTwice },
  TIMEOUT: {
    errorClass: TimeoutError,
    remedy: `Raise \`timeout\` if this happens often. ${paidTwice}`,
  },
  DEADLINE_EXCEEDED: {
    errorClass: TimeoutError,
    remedy: `Raise \`deadline\` if this happens often. ${paidTwice}`,
  },
};
