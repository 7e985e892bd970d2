/** Turns an answer that is not a success into the error of the tree that a caller can act on. */
import { errorCodes } from '../generated/tables.ts';
import {
  AuthenticationError,
  type ErrorClass,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  PermissionRequiredError,
  RateLimitError,
  type MinFraudError,
  type Retry,
} from './errors.ts';
import { excerpt, type Redact } from './redact.ts';
import { type Answer, type ErrorFacts } from './transport/transport.ts';

/** The part of an answer that an error tells about. */
export type RefusedAnswer = Pick<Answer, 'status' | 'headers' | 'url' | 'bytes'>;

/** How much of a body an error keeps, and how much of it its message quotes. */
const bodyLength = 2_000;
const quoteLength = 160;

/** A status decides where the service's code is unknown, or absent as it often is. */
const classOfStatus: Readonly<Record<number, ErrorClass>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  402: InsufficientFundsError,
  403: PermissionRequiredError,
  429: RateLimitError,
};

/** What to do about it: the developer documentation's "Errors", in a sentence each. */
const adviceByClass = new Map<ErrorClass, string>([
  [InvalidRequestError, 'Correct the request; repeating it as it is will fail again.'],
  [
    AuthenticationError,
    'Check the account ID and the licence key, and that both belong to this environment.',
  ],
  [InsufficientFundsError, 'Add queries for this service to the account.'],
  [PermissionRequiredError, 'Ask MaxMind for access to this service.'],
  [RateLimitError, 'Send less, and wait as long as retryAfter says.'],
]);

const adviceByStatus: Readonly<Record<number, string>> = {
  // Documented: the service answers 403 without a body to a request of more than 20,000 bytes.
  403: 'Ask MaxMind for access to this service, and check that the request has at most 20,000 bytes and goes over https.',
  404: 'Check baseUrl: there is no such service at this address.',
  408: 'The request did not arrive in time; try again.',
  413: 'Send a smaller request: at most 20,000 bytes.',
  415: 'Something on the way changed the Accept or Content-Type header.',
};

/**
 * @param read the service's own code and message, when its answer holds them.
 * @param codes documented code → status: every documented code has exactly one class.
 */
export function serviceError(
  answer: RefusedAnswer,
  read: ErrorFacts | undefined,
  details: {
    readonly redact: Redact;
    readonly attempts: number;
    readonly retries: readonly Retry[];
    readonly codes?: Readonly<Record<string, number>> | undefined;
    readonly retryAfter?: number | undefined;
  },
): MinFraudError {
  const { status, url } = answer;
  const { redact, codes = errorCodes } = details;
  const code = read !== undefined && isCode(read.code, redact) ? read.code : undefined;
  const documented = code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
  const errorClass = classOfStatus[documented ?? status] ?? HttpError;

  const body = bodyText(answer.bytes, redact);
  const said =
    read?.message === undefined ? quoted(body) : `: ${excerpt(read.message, 500, redact)}`;
  const what = code === undefined ? `HTTP ${status}` : `${code} (HTTP ${status})`;
  const message = `${url} answered ${what}${redirectedTo(answer, redact)}${said}${/[.!?…]$/.test(said) || said === '' ? '' : '.'}`;
  return new errorClass(`${message} ${adviceFor(errorClass, status, code)}`, {
    code: code ?? `HTTP_${status}`,
    status,
    url,
    body: body === '' ? undefined : body,
    attempts: details.attempts,
    retries: details.retries,
    retryAfter: details.retryAfter,
  });
}

/** A 2xx answer that is not what the operation promises. */
export function unexpectedBody(
  answer: RefusedAnswer & Pick<Answer, 'attempts' | 'retries'>,
  code: string,
  problem: string,
  redact: Redact,
  cause?: Error,
): HttpError {
  const body = bodyText(answer.bytes, redact);
  const type = answer.headers.get('content-type');
  const typed = type === null ? '' : ` of type ${excerpt(type, 80, redact)}`;
  const advice = 'Check for a proxy or a login page between here and the service.';
  return new HttpError(
    `${answer.url} answered HTTP ${answer.status}, but its body${typed} ${problem}${quoted(body)}. ${advice}`,
    {
      code,
      status: answer.status,
      url: answer.url,
      body: body === '' ? undefined : body,
      attempts: answer.attempts,
      retries: answer.retries,
      cause,
    },
  );
}

/** Reads `{ code, error }`, where the content type says JSON: many 5xx come from elsewhere. */
export function readJsonError(answer: RefusedAnswer): ErrorFacts | undefined {
  if (!/[/+]json\b/i.test(answer.headers.get('content-type') ?? '')) return undefined;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(answer.bytes));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { code, error } = parsed as { code?: unknown; error?: unknown };
    if (typeof code !== 'string') return undefined;
    return typeof error === 'string' && error !== '' ? { code, message: error } : { code };
  } catch {
    return undefined;
  }
}

/** Lossy on purpose: whatever it is, some of it should be seen. */
function bodyText(bytes: Uint8Array, redact: Redact): string {
  return excerpt(new TextDecoder().decode(bytes.subarray(0, 40_000)), bodyLength, redact);
}

function quoted(body: string): string {
  if (body === '') return '';
  const line = body.replace(/\s+/g, ' ');
  return `: ${line.length > quoteLength ? `${line.slice(0, quoteLength)}…` : line}`;
}

/** Redirects are not followed: the credentials and the order would go where nobody sent them. */
function redirectedTo(answer: RefusedAnswer, redact: Redact): string {
  const location = answer.headers.get('location');
  if (answer.status < 300 || answer.status > 399 || location === null) return '';
  return `, a redirect to ${excerpt(location.split(/[?#]/)[0] ?? '', quoteLength, redact)}`;
}

/** A code is a word of the service's, and not something of ours that it repeats. */
function isCode(code: string, redact: Redact): boolean {
  return /^[A-Za-z]\w{0,63}$/.test(code) && redact(code) === code;
}

function adviceFor(errorClass: ErrorClass, status: number, code: string | undefined): string {
  const byClass = adviceByClass.get(errorClass);
  const byStatus = adviceByStatus[status];
  if (code === undefined && byStatus !== undefined) return byStatus;
  if (byClass !== undefined) return byClass;
  if (status >= 300 && status < 400)
    return 'Redirects are not followed: set baseUrl to the final address.';
  if (status >= 500) return 'The fault is on the service’s side: try again later.';
  return (
    byStatus ?? 'The service does not document this status: check baseUrl, and proxies on the way.'
  );
}
