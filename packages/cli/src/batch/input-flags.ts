/** Flags of a file of rows, whether it is scored here or by a queue. */
import { text, texts, type Value, type Values } from '../flag-kinds.ts';

export const inputFlags: {
  readonly service: {
    readonly kind: 'enum';
    readonly values: readonly ['score', 'insights', 'factors'];
    readonly brief: string;
  };
  readonly map: Values<string>;
  readonly delimiter: Value<string>;
  readonly rejects: Value<string>;
} = {
  service: {
    kind: 'enum',
    values: ['score', 'insights', 'factors'],
    brief: 'what to ask for each row (billed)',
  },
  map: texts(
    'what a column of a CSV file is, such as "Order Total=order.amount"; column= leaves it out',
    'column=field',
  ),
  delimiter: text('between the columns of a CSV file; found out unless given', 'character'),
  rejects: text('rows with mistakes, as NDJSON with line, pointer and message', 'file'),
};
