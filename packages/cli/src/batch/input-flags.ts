/** Flags that say what a file of orders holds, whether it is scored or reported. */
import { text, texts, type Value, type Values } from '../flag-kinds.ts';
import { type DateOrder, type Decimal, type SystemName, systemNames } from '../orders/mapping.ts';

interface Choice<Word extends string> {
  readonly kind: 'enum';
  readonly values: readonly Word[];
  readonly optional: true;
  readonly brief: string;
}

const choice = <Word extends string>(values: readonly Word[], brief: string): Choice<Word> => ({
  kind: 'enum',
  values,
  optional: true,
  brief,
});

export const inputFlags: {
  readonly from: Choice<SystemName | 'none'>;
  readonly map: Values<string>;
  readonly set: Values<string>;
  readonly 'group-by': Value<string>;
  readonly 'time-zone': Value<string>;
  readonly 'date-order': Choice<DateOrder>;
  readonly decimal: Choice<Decimal>;
  readonly keep: Values<string>;
  readonly delimiter: Value<string>;
  readonly rejects: Value<string>;
} = {
  from: choice(
    [...systemNames, 'none'],
    'system that exported the CSV file, recognized by its headings if not given',
  ),
  map: texts(
    'field of a column, such as "Order Total=order.amount"; "COLUMN=" ignores the column',
    'column=field',
  ),
  set: texts(
    'value for every order that has none of its own, such as order.currency=EUR',
    'field=value',
  ),
  'group-by': text('rows with the same value in this column are one order; - for none', 'column'),
  'time-zone': text('time zone of times without one, such as Europe/Berlin, UTC or +02:00', 'zone'),
  'date-order': choice(
    ['dmy', 'mdy'],
    'whether dates such as 01/09/2026 start with the day or the month',
  ),
  decimal: choice(['.', ','], 'decimal separator of numbers such as 1.234'),
  keep: texts('column to copy into the results, under "kept"', 'column'),
  delimiter: text('character between the columns of a CSV file; detected by default', 'character'),
  rejects: text('file for rows with mistakes: NDJSON with line, pointer and message', 'file'),
};

/** Of a file of reports, which has no numbers and no times. */
export const reportInputFlags: Pick<
  typeof inputFlags,
  'from' | 'map' | 'group-by' | 'delimiter' | 'rejects'
> = {
  from: inputFlags.from,
  map: inputFlags.map,
  'group-by': inputFlags['group-by'],
  delimiter: inputFlags.delimiter,
  rejects: inputFlags.rejects,
};
