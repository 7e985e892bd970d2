/** The flags and the help of `minfraud batch`. */
import { buildCommand, type Command } from '@stricli/core';
import { type CliContext } from '../context.ts';
import { documented } from '../help.ts';
import { positiveNumber, sessionFlags, wholeNumber } from '../shared-flags.ts';

const text = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, optional: true, brief, placeholder }) as const;

const number = (parse: (text: string) => number, brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse, optional: true, brief, placeholder }) as const;

const toggle = (brief: string) =>
  ({ kind: 'boolean', optional: true, withNegated: false, brief }) as const;

export const batchCommand: Command<CliContext> = documented(
  buildCommand({
    loader: () => import('./batch.ts'),
    parameters: {
      flags: {
        service: {
          kind: 'enum',
          values: ['score', 'insights', 'factors'],
          brief: 'what to ask for each row (billed)',
        },
        out: text('results; .csv for a table, anything else for NDJSON', 'file'),
        resume: toggle('go on where an earlier run of the same input and output ended'),
        'retry-doubtful': toggle(
          'with --resume: ask again for rows that may have been billed without an answer',
        ),
        'dry-run': toggle('check and price all rows, and send nothing'),
        map: {
          kind: 'parsed',
          parse: String,
          optional: true,
          variadic: true,
          placeholder: 'column=field',
          brief:
            'what a column of a CSV file is, such as "Order Total=order.amount"; column= leaves it out',
        },
        delimiter: text('between the columns of a CSV file; found out unless given', 'character'),
        rejects: text('rows with mistakes, as NDJSON with line, pointer and message', 'file'),
        invalid: {
          kind: 'enum',
          values: ['drop', 'throw'],
          optional: true,
          brief:
            'a value that breaks a documented rule: its row is not sent (throw, unless given), or is sent without it (drop)',
        },
        concurrency: number(wholeNumber, 'queries under way at once; 16 unless given', 'number'),
        rate: number(positiveNumber, 'queries a second at most', 'number'),
        price: number(
          positiveNumber,
          'of one query in US dollars, for --budget and the sums shown',
          'usd',
        ),
        budget: number(positiveNumber, 'US dollars to spend at most, all runs together', 'usd'),
        riskiest: number(wholeNumber, 'rows to list at the end; 10 unless given', 'number'),
        html: text('a report of all results as one page: charts, a map, the riskiest rows', 'file'),
        ...sessionFlags,
      },
      positional: {
        kind: 'tuple',
        parameters: [
          {
            parse: String,
            placeholder: 'input',
            brief: 'CSV with a header, or NDJSON (.ndjson, .jsonl)',
          },
        ],
      },
    },
    docs: { brief: 'Score a file of any size, and list its riskiest rows; no row is billed twice' },
  }),
  {
    examples: [
      'minfraud batch orders.csv --service insights --out results.ndjson --emulator',
      'minfraud batch orders.csv --service score --dry-run --price 0.005',
      'minfraud batch orders.csv --service insights --out results.ndjson --resume --html report.html',
    ],
    notes:
      'What each column is, is found by its name and shown first. The riskiest rows come at the end, with --resume also later: that sends only what is left.',
  },
);
