/** Puts the text of a cell into a request, as its column says. */
import { type RequestField, transactionFields } from '../../generated/cli-flags.ts';
import { set, valueOf } from '../input/request-flags.ts';
import { paymentOf } from './gateways.ts';
import { type Column, type Mapping } from './mapping.ts';
import { numberOf } from './numbers.ts';
import { timeOf } from './times.ts';

export interface CellIssue {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Puts text into its place; what it cannot read for certain is an issue. */
export type CellReader = (text: string, request: Record<string, unknown>) => CellIssue | undefined;

/** @param place - Without what stands behind its colon. */
export function pointerOf(place: string): string {
  const field = transactionFields.find(({ path }) => path === place);
  const wire = field?.wire ?? place;
  return `/${wire.replace('[]', '/0').replaceAll('.', '/')}`;
}

export function readerOf(
  column: Exclude<Column, null>,
  heading: string,
  mapping: Omit<Mapping, 'columns'>,
): CellReader {
  const [place = '', reading] = column.split(':');
  const issue = (code: string, message: string): CellIssue => ({
    pointer: pointerOf(place),
    code,
    message,
  });
  const target = place.replace('shoppingCart[].', '');
  if (place.endsWith('.name')) return nameReader(place.slice(0, -'.name'.length));
  if (place.startsWith('payment.')) return paymentReader(place, target);
  if (place === 'event.time') return timeReader(reading, heading, mapping, issue);
  const type = typeOf(place, reading);
  if (type === 'number' || type === 'integer') {
    return (text, request) => {
      const value = numberOf(text, mapping.decimal);
      if (value === 'two ways') {
        const [whole = '', rest = ''] = text.split(/[.,]/);
        return issue(
          'AMBIGUOUS_NUMBER',
          `${text} is ${whole}.${rest} or ${whole}${rest}: say which with --decimal . or --decimal ,`,
        );
      }
      // What is no number stays text, and the request's check says so.
      set(request, target, value ?? text);
      return undefined;
    };
  }
  // No postal code begins with the apostrophe that shops put before all of them, such as 'YO1 7HH.
  const isPostal = place.endsWith('.postal');
  return (written, request) => {
    const text = isPostal ? written.replace(/^'/, '') : written;
    const value = valueOf(type, text);
    set(request, target, reading === 'upper' ? text.toUpperCase() : value);
    return undefined;
  };
}

/** The field of a column, for turning its text into a value. */
function typeOf(place: string, reading: string | undefined): RequestField['type'] {
  if (reading === 'number' || reading === 'boolean') return reading;
  return transactionFields.find(({ path }) => path === place)?.type ?? 'string';
}

/** "Doe, Jane", or the last word is the last name. */
function nameReader(group: string): CellReader {
  return (text, request) => {
    const [family = '', given] = text.split(/\s*,\s*/);
    const cut = text.lastIndexOf(' ');
    const isTurned = given !== undefined && text.indexOf(',') === text.lastIndexOf(',');
    const first = isTurned ? given : cut < 0 ? text : text.slice(0, cut).trim();
    const last = isTurned ? family : cut < 0 ? '' : text.slice(cut + 1);
    if (first !== '') set(request, `${group}.firstName`, first);
    if (last !== '') set(request, `${group}.lastName`, last);
    return undefined;
  };
}

function paymentReader(place: string, target: string): CellReader {
  if (!['payment.gateway', 'payment.method', 'payment.processor'].includes(place)) {
    return (text, request) => {
      set(request, target, place === 'payment.wasAuthorized' ? valueOf('boolean', text) : text);
      return undefined;
    };
  }
  return (text, request) => {
    const payment = paymentOf(text);
    if (payment?.processor !== undefined) set(request, 'payment.processor', payment.processor);
    else if (payment?.method !== undefined && place !== 'payment.processor') {
      set(request, 'payment.method', payment.method);
    } else if (place !== 'payment.gateway') set(request, place, text);
    return undefined;
  };
}

function timeReader(
  reading: string | undefined,
  heading: string,
  { timeZone, dateOrder }: Omit<Mapping, 'columns'>,
  issue: (code: string, message: string) => CellIssue,
): CellReader {
  // "Created date (UTC)" says it itself.
  const isUtc = reading === 'utc' || /\b(utc|gmt)\b/i.test(heading.replaceAll('_', ' '));
  const zone = isUtc ? 'UTC' : timeZone;
  return (text, request) => {
    const found = timeOf(text, { timeZone: zone, dateOrder });
    if (found === undefined || 'time' in found) {
      set(request, 'event.time', found?.time ?? text);
      return undefined;
    }
    return issue(`NO_${found.lacks.toUpperCase().replaceAll(' ', '_')}`, lacking[found.lacks]);
  };
}

const lacking = {
  'time zone':
    'has no time zone: say which with --time-zone, such as --time-zone Europe/Berlin or --time-zone UTC',
  'date order':
    'may have the day or the month first: say which with --date-order dmy or --date-order mdy',
  'time of day': 'is a day without a time: leave the column out with --map COLUMN=',
} as const;
