/** Turns a response that is not a success into the error of the tree that a caller can act on. */
import {
  AuthenticationError,
  type ErrorClass,
  type ErrorDetails,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  type MinFraudError,
  PermissionRequiredError,
  RateLimitError,
} from '../errors.ts';
import type { ReadResponse } from '../response/read-response.ts';
import { type Secrets, withoutSecrets } from './secrets.ts';

/** What the service's own error says about itself. */
export interface ErrorFacts {
  /** Absent where the status says it all, as in the text services. */
  readonly code?: string;
  readonly message?: string;
}

/** How much of the service's own sentence an error repeats. */
const longestSentence = 300;

/** A status decides where the service's code is unknown, or absent as it often is. */
const classOfStatus: Readonly<Record<number, ErrorClass>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  402: InsufficientFundsError,
  403: PermissionRequiredError,
  429: RateLimitError,
};

/** The class of an error that the service wrote: by its code, if that is documented, otherwise by its status. */
export function classOfError(
  code: string | undefined,
  status: number | undefined,
  codes: Readonly<Record<string, number>>,
): ErrorClass {
  const documented = code !== undefined && Object.hasOwn(codes, code) ? (codes[code] ?? 0) : 0;
  // 0: the code is unknown, or documented for several statuses.
  return classOfStatus[documented === 0 ? (status ?? 0) : documented] ?? HttpError;
}

/**
 * The code that a service gave: one that is documented, or one that looks like those, words in capitals
 * between underscores, and holds no part of a secret.
 */
export function readCode(
  code: string,
  codes: Readonly<Record<string, number>>,
  secrets: readonly string[],
): string | undefined {
  if (Object.hasOwn(codes, code)) return code;
  const isCode = code.length <= 64 && codeShape.test(code);
  return isCode && withoutSecrets(code, secrets, 64) === code ? code : undefined;
}

/** No documented code has a digit but `MD5`. */
const codeShape = /^[A-Z]{1,20}(?:_(?:MD5|[A-Z]{1,20}))*$/;

/** What to do about it: the developer documentation's "Errors", in a sentence each. */
const adviceByClass = new Map<ErrorClass, string>([
  [InvalidRequestError, 'Correct the request before you retry it.'],
  [
    AuthenticationError,
    'Check the account ID and the license key, and that both belong to this environment.',
  ],
  [InsufficientFundsError, 'Add queries for this service to the account.'],
  [PermissionRequiredError, 'Ask MaxMind for access to this service.'],
  [RateLimitError, 'Send fewer requests, and wait for retryAfter.'],
]);

const notOfService =
  'The response is not a minFraud error: check baseUrl, and look for a firewall, proxy or login page in between.';

const adviceByStatus: Readonly<Record<number, string>> = {
  400: notOfService,
  401: notOfService,
  402: notOfService,
  // Documented: the service responds with 403 without a body to a request of more than 20,000 bytes.
  403: `${notOfService} minFraud itself sends this status without a body for requests over 20,000 bytes and for plain http.`,
  404: 'Check baseUrl: this address does not serve minFraud.',
  407: 'A proxy in between requires credentials.',
  408: 'The request was not received in time: try again.',
  413: 'Send a smaller request: at most 20,000 bytes.',
  415: 'Something in between changed the Accept or Content-Type header.',
};

/**
 * @param read - The service's own code and sentence, when its response holds them.
 * @param codes - Documented code → status: every documented code has exactly one class.
 * @param retryAfter - Seconds that the service asked to wait.
 */
export function serviceError(
  response: ReadResponse,
  read: ErrorFacts | undefined,
  codes: Readonly<Record<string, number>>,
  secrets: Secrets,
  retryAfter?: number,
): MinFraudError {
  const { status, url } = response;
  const code = read?.code === undefined ? undefined : readCode(read.code, codes, secrets());
  const errorClass = classFor(read, code, status, codes);
  const said = withoutSecrets(read?.message ?? '', secrets(), longestSentence);
  const sentence = said === '' ? '.' : `: ${said}${/[.!?…]$/.test(said) ? '' : '.'}`;
  const what = code === undefined ? `HTTP ${status}` : `${code} (HTTP ${status})`;
  const advice = adviceFor(errorClass, status, code);
  return withExchange(response, errorClass, `${url} responded with ${what}${sentence} ${advice}`, {
    code: code ?? `HTTP_${status}`,
    retryAfter,
  });
}

/**
 * A status alone decides nothing: a firewall's 403 says nothing of the account. But too many requests are too
 * many, from any server.
 */
function classFor(
  read: ErrorFacts | undefined,
  code: string | undefined,
  status: number,
  codes: Readonly<Record<string, number>>,
): ErrorClass {
  if (read !== undefined) return classOfError(code, status, codes);
  return status === 429 ? RateLimitError : HttpError;
}

/** Types that pages and proxies respond with. Any other is a string of the server's, and may hold anything. */
const shownType =
  /^(?:text\/(?:html|plain|xml|css|javascript)|application\/(?:json|problem\+json|xml|xhtml\+xml|octet-stream|javascript))(?=$|;|\s)/i;

/** A 2xx response that is not what the operation promises. `problem` goes on from "its body". */
export function unexpectedBody(
  response: ReadResponse,
  code: string,
  problem: string,
): MinFraudError {
  const type = response.headers.get('content-type') ?? '';
  const shown = shownType.exec(type)?.[0];
  const typed = shown === undefined ? '' : ` of type ${shown}`;
  const advice =
    'Look for a proxy or a login page in between; getMetadata(error).body has the text.';
  const message = `${response.url} responded with HTTP ${response.status}, but its body${typed} ${problem}. ${advice}`;
  return withExchange(response, HttpError, message, { code });
}

/**
 * Reads the error document of the service, where the content type says JSON: a code in capitals and a
 * sentence. Anything else comes from something between: a firewall, a proxy, a login page.
 */
export function readJsonError({ headers, payload }: ReadResponse): ErrorFacts | undefined {
  if (!/[/+]json\b/i.test(headers.get('content-type') ?? '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { code, error } = parsed as { code?: unknown; error?: unknown };
    if (typeof code !== 'string' || !/^[A-Z][A-Z\d_]*$/.test(code)) return undefined;
    return typeof error === 'string' && error !== '' ? { code, message: error } : undefined;
  } catch {
    return undefined;
  }
}

/** The raw body stays off the error, where a log would print it: `getMetadata` has it. */
function withExchange(
  response: ReadResponse,
  errorClass: ErrorClass,
  message: string,
  details: Pick<ErrorDetails, 'code' | 'retryAfter'>,
): MinFraudError {
  const error = new errorClass(message, { ...response.exchange, ...details });
  response.describe(error, new TextDecoder().decode(response.payload));
  return error;
}

function adviceFor(errorClass: ErrorClass, status: number, code: string | undefined): string {
  const byClass = adviceByClass.get(errorClass);
  if (byClass !== undefined) return byClass;
  const byStatus = adviceByStatus[status];
  if (code === undefined && byStatus !== undefined) return byStatus;
  if (status >= 300 && status < 400) {
    return 'Redirects are not followed: set baseUrl to the final address.';
  }
  // Many responses of this kind do not come from the service itself (developer docs, "Errors").
  if (status >= 500) return 'The service, or a proxy in between, is unavailable: try again later.';
  return (
    byStatus ??
    'The service does not document this status: check baseUrl, and any proxy in between.'
  );
}
