/** Decides whether a failed attempt is retried, and after how long. Knows no clock and no socket. */
import { ConnectionError, type MinFraudError } from '../errors.ts';
import { processingOf } from '../failure/processing.ts';

/** What the decision depends on apart from the failure itself. */
export interface RetryState {
  /** Of the attempt that failed; counts from 1. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** The spec's `x-retryable`: the operation does no harm, and costs nothing, when done twice. */
  readonly retryable: boolean;
  /** Until the call's deadline, in ms. */
  readonly remaining: number;
  /** 0 ≤ random < 1. */
  readonly random: number;
}

/** The first wait is up to this long, the second up to twice as long, and so on. */
const firstBackoff = 250;
const longestBackoff = 8_000;

/**
 * A service that asks for a longer wait gets it from the caller, who sees the error with its
 * `retryAfter` at once: returning early would be rude, and waiting for minutes is not our decision.
 */
export const longestRetryAfter = 30_000;

/** Milliseconds to wait before the next attempt, or `undefined`: do not retry. */
export function retryDelay(error: MinFraudError, state: RetryState): number | undefined {
  if (state.attempt > state.maxRetries || !mayRetry(error, state.retryable)) return undefined;
  const asked = (error.retryAfter ?? 0) * 1000;
  if (asked > longestRetryAfter) return undefined;
  // Full jitter: clients that failed together do not come back together.
  const backoff = Math.min(longestBackoff, firstBackoff * 2 ** (state.attempt - 1));
  const delay = Math.max(asked, Math.round(state.random * backoff));
  return delay < state.remaining ? delay : undefined;
}

function mayRetry(error: MinFraudError, retryable: boolean): boolean {
  switch (processingOf(error)) {
    case 'not-sent':
      // What this package itself did not send will not be better the next time.
      return ConnectionError.is(error);
    case 'refused':
      return error.status === 429 || error.status === 503;
    case 'perhaps-processed':
      // A query that is sent twice may be billed twice.
      return retryable && isPassing(error);
  }
}

/** Whether the next attempt may well succeed. */
function isPassing(error: MinFraudError): boolean {
  const { code, status = 0 } = error;
  if (code === 'DEADLINE_EXCEEDED') return false;
  if (ConnectionError.is(error) || code === 'RESPONSE_UNREADABLE') return true;
  return status >= 500 || status === 408 || status === 421 || status === 425;
}

/**
 * How long the service asks to wait, in milliseconds from now; `undefined` when it does not ask or
 * asks in a form that RFC 9110 does not know.
 * @param now ms since the epoch, for a response that carries no usable Date of its own.
 */
export function readRetryAfter(
  headers: { get(name: string): string | null },
  now: number,
): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  // Headers joins several of them by commas; the service gets the longest wait that it asked for.
  if (/^\d+(\.\d+)?(\s*,\s*\d+(\.\d+)?)*$/.test(value)) {
    return Math.min(longestWait, Math.max(...value.split(',').map(Number)) * 1000);
  }
  const until = parseHttpDate(value, now);
  if (until === undefined) return undefined;
  // Measured on the service's clock where it shows one: ours may be minutes off.
  const date = headers.get('date');
  const sent = date === null ? undefined : parseHttpDate(date.trim(), now);
  return Math.min(longestWait, Math.max(0, until - (sent ?? now)));
}

/** A year, in ms: 400 digits are a number beyond all numbers, which JSON cannot write. */
const longestWait = 31_536_000_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 9110 §5.6.7. Not Date.parse: it reads the asctime form in the machine's time zone. */
const forms = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/** Milliseconds since the epoch. */
export function parseHttpDate(text: string, now: number): number | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const month = months.indexOf(groups['month'] ?? '');
    const day = Number(groups['day']);
    const [hours = 0, minutes = 0, seconds = 0] = (groups['time'] ?? '').split(':').map(Number);
    let year = Number(groups['year']);
    if (groups['year']?.length === 2) year = fullYear(year, now);
    const date = new Date(Date.UTC(year, month, day, hours, minutes, Math.min(seconds, 59)));
    const real =
      month >= 0 && date.getUTCDate() === day && hours < 24 && minutes < 60 && seconds <= 60;
    return real ? date.getTime() : undefined;
  }
  return undefined;
}

/** Two digits that seem more than 50 years ahead mean the latest past year that ends in them. */
function fullYear(twoDigits: number, now: number): number {
  const current = new Date(now).getUTCFullYear();
  const year = current - (current % 100) + twoDigits;
  return year > current + 50 ? year - 100 : year;
}
