/** What the command line adds to the codes of the SDK: `test/docs/error-codes.test.ts` compares it with its sources. */
import { table } from './table.ts';

export const commandLinePart = (): string => `## Codes of the command line

The commands print the codes above. A row that \`batch\` does not send has the code of its issue in the file of
rejects, and these as well. Rows with one of the first seven codes were not sent, so they were not billed.

${table(
  ['code', 'meaning, and what to do'],
  [
    [
      '`AMBIGUOUS_NUMBER`',
      'A number can be read in two ways: say which with `--decimal .` or `--decimal ,`.',
    ],
    ['`NO_TIME_ZONE`', 'A time has no zone: say which with `--time-zone`.'],
    [
      '`NO_DATE_ORDER`',
      'A date can be read in two ways: say which with `--date-order dmy` or `--date-order mdy`.',
    ],
    [
      '`NO_TIME_OF_DAY`',
      'A time is only a date: leave the column out with `--map COLUMN=`, or add the time.',
    ],
    [
      '`TOTAL`',
      'A line of totals, with neither an IP address nor an email address, is not an order: remove it.',
    ],
    ['`UNREADABLE`', 'A row or cell cannot be read: correct it.'],
    ['`NOT_JSON`', 'A line is not JSON: correct it at the column that the message names.'],
    [
      '`NOT_WRITTEN`',
      'The result came and could not be written, so it was billed: make room on the disk, and see `--resume`.',
    ],
    [
      '`UNKNOWN`',
      'The end of a query is not known. Billing is not documented; the service may have processed it.',
    ],
  ],
)}
### Exit codes

${table(
  ['exit code', 'meaning, and what to do'],
  [
    ['`0`', 'Done.'],
    ['`1`', 'The service, or a limit that you set, rejected the request: the message says which.'],
    ['`2`', 'Wrong use, or input to correct. Where the message says so, nothing was sent.'],
    [
      '`3`',
      'The network: no connection, or no response. Rows that are still open are sent by `--resume`.',
    ],
    [
      '`4`',
      'Some rows of a batch may have been processed and billed without a result: see [Batch](batch.md).',
    ],
    ['`130`', 'Interrupted with Ctrl-C: `--resume` continues a batch.'],
  ],
)}`;
