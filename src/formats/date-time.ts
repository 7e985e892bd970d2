/** Reads RFC 3339 date-times to their last digit, orders them, and writes a `Date` as one. */

/**
 * Whether a text is a date-time with an offset, on a day and at a time that exist. A leap second is
 * taken where one may be: at 23:59:60 UTC.
 */
export function isDateTime(text: string): boolean {
  return read(text) !== undefined;
}

/**
 * Whether a moment lies after another one, however many digits the fractions of their seconds have;
 * `undefined` when one of the texts is not an RFC 3339 date-time.
 */
export function isAfter(moment: string, other: string): boolean | undefined {
  const [a, b] = [read(moment), read(other)];
  if (a === undefined || b === undefined) return undefined;
  if (a.minute !== b.minute) return a.minute > b.minute;
  if (a.second !== b.second) return a.second > b.second;
  const digits = Math.max(a.fraction.length, b.fraction.length);
  return a.fraction.padEnd(digits, '0') > b.fraction.padEnd(digits, '0');
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

/** A moment. Minute and second are apart, since a leap second is the 61st of its minute. */
interface Moment {
  /** Whole minutes since 1970 in UTC. */
  readonly minute: number;
  readonly second: number;
  /** The digits behind the point. */
  readonly fraction: string;
}

const shape =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;

function read(text: string): Moment | undefined {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(Number);
  const [fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = parts.slice(7);
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  // A day or month that does not exist has moved on to another one.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  const ahead = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const ofDay = hour * 60 + minute - ahead;
  if (second === 60 && (ofDay + 2 * minutesOfDay) % minutesOfDay !== minutesOfDay - 1) {
    return undefined;
  }
  return { minute: midnight.getTime() / 60_000 + ofDay, second, fraction };
}

const minutesOfDay = 1440;
