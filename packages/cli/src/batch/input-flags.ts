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
    'whose export a CSV file is; recognised by its headings unless given',
  ),
  map: texts(
    'what a column of a CSV file is, such as "Order Total=order.amount"; column= leaves it out',
    'column=field',
  ),
  set: texts(
    'the same for every order that does not say it, such as order.currency=EUR',
    'field=value',
  ),
  'group-by': text('rows with the same value in this column are one order; - for none', 'column'),
  'time-zone': text('of times without one, such as Europe/Berlin, UTC or +02:00', 'zone'),
  'date-order': choice(['dmy', 'mdy'], 'of dates such as 01/09/2026: day or month first'),
  decimal: choice(['.', ','], 'the decimal sign of numbers such as 1.234'),
  keep: texts('a column to carry into the results, under "kept"', 'column'),
  delimiter: text('between the columns of a CSV file; found out unless given', 'character'),
  rejects: text('rows with mistakes, as NDJSON with line, pointer and message', 'file'),
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
