/** RFC 3339 date-times: recognises them, and writes a `Date` as one. */

/**
 * Whether a text is a date-time with an offset, on a day and at a time that exist. Leap seconds are
 * taken where they may be: at 23:59:60 UTC.
 */
export function isDateTime(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const offset = offsetMinutes(text, endOfFraction(text));
  // NaN, for what is no number, fails each of these.
  if (!(hour <= 23 && minute <= 59 && second <= 60 && offset > -1440)) return false;
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  if (day > daysIn(year, month)) return false;
  if (!isPunctuated(text)) return false;
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

function isPunctuated(text: string): boolean {
  const middle = text.charAt(10);
  return (
    text.charAt(4) === '-' &&
    text.charAt(7) === '-' &&
    (middle === 'T' || middle === 't' || middle === ' ') &&
    text.charAt(13) === ':' &&
    text.charAt(16) === ':'
  );
}

/** Where the offset begins. */
function endOfFraction(text: string): number {
  if (text.charAt(19) !== '.') return 19;
  let at = 20;
  while (isDigit(text.charCodeAt(at))) at++;
  return at === 20 ? NaN : at;
}

/** What the text's clock is ahead of UTC: `Z`, `+hh:mm` or `+hhmm`. NaN when that is no time of a day. */
function offsetMinutes(text: string, at: number): number {
  const sign = text.charAt(at);
  if ((sign === 'Z' || sign === 'z') && text.length === at + 1) return 0;
  const colon = text.charAt(at + 3) === ':' ? 1 : 0;
  if ((sign !== '+' && sign !== '-') || text.length !== at + 5 + colon) return NaN;
  const hours = twoDigits(text, at + 1);
  const minutes = twoDigits(text, at + 3 + colon);
  if (!(hours <= 23 && minutes <= 59)) return NaN;
  return (hours * 60 + minutes) * (sign === '-' ? -1 : 1);
}

/** The number that two digits of the text make; NaN when one is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A `Date`, also one of another realm, as an RFC 3339 text in UTC; `undefined` for anything else, for an
 * invalid date, and for a year that RFC 3339 cannot write.
 */
export function dateTimeOf(value: object): string | undefined {
  try {
    const text = Date.prototype.toISOString.call(value);
    return /^\d/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
