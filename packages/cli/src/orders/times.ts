/** Times as shops write them, made the date-times of RFC 3339. */
import { tzOffset } from '@date-fns/tz';
import { type DateOrder } from './mapping.ts';

export interface TimeReading {
  /** An IANA name, `UTC`, or an offset such as `+02:00`. */
  readonly timeZone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

export type FoundTime =
  | { readonly time: string }
  | { readonly lacks: 'time zone' | 'date order' | 'time of day' }
  /** Not a time. */
  | undefined;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string | undefined;
  readonly zone: string | undefined;
}

const clock = String.raw`(?:[T\s]+|,\s*)?(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}`, 'i');
const monthFirst = new RegExp(
  String.raw`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${clock}`,
  'i',
);
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})${clock}`,
  'i',
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

export function timeOf(text: string, reading: TimeReading): FoundTime {
  // What programs write: seconds or milliseconds since 1970.
  if (/^\d{10}(\d{3})?$/.test(text)) {
    return { time: new Date(Number(text.padEnd(13, '0'))).toISOString() };
  }
  const parts = partsOf(text, reading.dateOrder);
  if (parts === undefined || parts === 'two ways') {
    return parts === undefined ? undefined : { lacks: 'date order' };
  }
  const { year, month, day, time, zone } = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (time === undefined) return { lacks: 'time of day' };
  const seconds = secondsOf(time);
  if (seconds === undefined) return undefined;
  const local = new Date(date.getTime() + seconds * 1000);
  const written = local.toISOString().replace(/(\.000)?Z$/, '');
  const given = zone ?? reading.timeZone;
  if (given === undefined) return { lacks: 'time zone' };
  return { time: written + offsetText(given, local.getTime()) };
}

export function isTimeZone(name: string): boolean {
  return /^[+-]\d{2}(?::?\d{2})?$/.test(name) || !Number.isNaN(tzOffset(name, new Date(0)));
}

function partsOf(text: string, order: DateOrder | undefined): Parts | 'two ways' | undefined {
  let found = yearFirst.exec(text);
  if (found !== null) {
    const [, year, , month, day, time, zone] = found;
    return { year: Number(year), month: Number(month), day: Number(day), time, zone };
  }
  found = yearLast.exec(text);
  if (found !== null) {
    const [, one, sign, two, year, time, zone] = found;
    const [first, second] = [Number(one), Number(two)];
    // Dates with dots are written day first wherever they are written.
    const known = sign === '.' ? 'dmy' : order;
    if (known === undefined && first <= 12 && second <= 12 && first !== second) return 'two ways';
    const isDayFirst = known === undefined ? first > 12 : known === 'dmy';
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return { year: Number(year), month, day, time, zone };
  }
  found = monthFirst.exec(text);
  if (found !== null) {
    const [, name = '', day, year, time, zone] = found;
    return { year: Number(year), month: monthOf(name), day: Number(day), time, zone };
  }
  found = dayFirst.exec(text);
  if (found === null) return undefined;
  const [, day, name = '', year, time, zone] = found;
  return { year: Number(year), month: monthOf(name), day: Number(day), time, zone };
}

/** From 1; 0 for what is no month. */
function monthOf(name: string): number {
  const word = name.toLowerCase();
  if (word === 'sept') return 9;
  const short = months.indexOf(word);
  return (short < 0 ? fullMonths.indexOf(word) : short) + 1;
}

function secondsOf(time: string): number | undefined {
  const found = /^(\d+):(\d+)(?::(\d+)(?:[.,](\d+))?)?\s*([ap])?/i.exec(time);
  if (found === null) return undefined;
  const [, hour, minute, second = '0', fraction = '0', half] = found;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return hours * 3600 + Number(minute) * 60 + Number(second) + Number(`0.${fraction}`);
}

function offsetText(zone: string, local: number): string {
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  // PostgreSQL writes +02 for +02:00.
  const fixed = /^([+-]\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (fixed !== null) return `${fixed[1] ?? ''}:${fixed[2] ?? '00'}`;
  const minutes = offsetAt(zone, local);
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/**
 * Minutes that a zone is ahead of UTC at a local time. Of an hour that comes twice it is the first one; an hour
 * that is left out counts as if the clock had not been put forward.
 *
 * @param local - The local time, in milliseconds, as if it were UTC.
 */
function offsetAt(zone: string, local: number): number {
  const day = 86_400_000;
  const before = tzOffset(zone, new Date(local - day));
  const after = tzOffset(zone, new Date(local + day));
  const isRight = (offset: number): boolean =>
    tzOffset(zone, new Date(local - offset * 60_000)) === offset;
  return isRight(before) || !isRight(after) ? before : after;
}
