/** Reads a Retry-After header: seconds, or a moment in one of HTTP's three date forms. */

/**
 * How long the service asks to wait, in milliseconds from now; `undefined` when it does not ask or
 * asks in a form that RFC 9110 does not know.
 * @param now ms since the epoch, for an answer that carries no usable Date of its own.
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
