/** Amounts and times as files write them. What can be read in two ways is asked about. */
import { CommandError } from '../exit.ts';

export type DecimalSign = '.' | ',';

/** @returns `undefined` for an empty cell. */
export function readAmount(
  text: string,
  decimal: DecimalSign | undefined,
  place: () => string,
): number | undefined {
  // What nearly every cell is.
  if (decimal !== ',' && /^\d+(\.\d+)?$/.test(text)) return Number(text);
  const bare = text.replace(/^[\p{Sc}\s]+|[\p{Sc}\s]+$/gu, '');
  if (bare === '') return undefined;
  const value = plainNumber(bare, decimal);
  if (value === 'both') {
    throw new CommandError(
      `${place()} "${text}" can be read in two ways. Use --decimal . or --decimal , to name the decimal separator.`,
    );
  }
  if (value === undefined || !Number.isFinite(value)) {
    if (/^[-−(]\s*[\p{Sc}\d]/u.test(text)) {
      throw new CommandError(
        `${place()} "${text}" is negative. Remove the lines of refunds, or name another column with --amount.`,
      );
    }
    throw new CommandError(
      `${place()} "${text}" is not an amount. Correct it, or name another column with --amount.`,
    );
  }
  return value;
}

function plainNumber(text: string, decimal: DecimalSign | undefined): number | 'both' | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const sign = decimal ?? signIn(text);
  if (sign === 'both') return 'both';
  const groups = sign === ',' ? '.' : ',';
  const escaped = (one: string): string => `\\${one}`;
  const shape = new RegExp(
    `^(\\d+|\\d{1,3}([${escaped(groups)}\\s']\\d{3})+)(${escaped(sign)}\\d+)?$`,
  );
  if (!shape.test(text)) return undefined;
  return Number(text.replace(/['\s]/g, '').replaceAll(groups, '').replace(sign, '.'));
}

/** `1.234,50` and `49,95` have one reading; `1,234` has two, and `1.234` is read as programs write it. */
function signIn(text: string): DecimalSign | 'both' {
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (comma < 0) return '.';
  if (dot >= 0) return comma > dot ? ',' : '.';
  const parts = text.split(',');
  if (parts.length > 2) return '.';
  return parts[1]?.length === 3 ? 'both' : ',';
}

const timeShape =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;

/** @returns `undefined` for an empty cell. */
export function readTime(text: string, place: () => string): number | undefined {
  if (text === '') return undefined;
  const time = timeIn(text);
  if (time !== undefined) return time;
  throw new CommandError(
    `${place()} "${text}" is not an unambiguous time. Write 2026-03-31 or 2026-03-31T18:00:00Z, or name another column with --time.`,
  );
}

/** Milliseconds since 1970. A time without a zone is taken as UTC: orders are told apart by days here. */
export function timeIn(text: string): number | undefined {
  if (/^\d{10}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = timeShape.exec(text) ?? [];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T${minutes}${seconds}${offsetOf(zone)}`);
  return Number.isFinite(time) ? time : undefined;
}

/** PostgreSQL writes `+00`, Shopify `-0500`. */
function offsetOf(zone: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes}`;
}
