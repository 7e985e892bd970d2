/** The flags and the help of `minfraud batch`. */
import { buildCommand, buildRouteMap, type Command, type RouteMap } from '@stricli/core';
import { type CliContext } from '../context.ts';
import { number, text, toggle } from '../flag-kinds.ts';
import { documented } from '../help.ts';
import { positiveNumber, sessionFlags, wholeNumber } from '../shared-flags.ts';
import { mergeCommand } from './merge/command.ts';
import { inputFlags } from './input-flags.ts';
import { dollars } from './money.ts';
import { partOf } from './part.ts';

const service = {
  kind: 'enum',
  values: ['score', 'insights', 'factors'],
  brief: 'what to ask for each row (billed)',
} as const;

const runCommand: Command<CliContext> = documented(
  buildCommand({
    loader: () => import('./batch.ts'),
    parameters: {
      flags: {
        out: text('results; .csv for a table, anything else for NDJSON', 'file'),
        service,
        ...inputFlags,
        part: {
          kind: 'parsed',
          parse: partOf,
          optional: true,
          placeholder: 'k/n',
          brief:
            'every N-th order only, with results and ledger of its own: "minfraud batch merge"',
        },
        resume: toggle('go on where an earlier run of the same input and output ended'),
        'start-or-resume': toggle(
          '--resume where there is an earlier run, else start: for engines that start a task again',
        ),
        'take-over': toggle(
          'go on though a run on another machine did not end in order: it has stopped for certain',
        ),
        'retry-doubtful': toggle(
          'with --resume: ask again for rows that may have been billed without an answer',
        ),
        'dry-run': toggle('check and price all rows, and send nothing'),
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
          dollars,
          'of one query in US dollars, for --budget and the sums shown',
          'usd',
        ),
        budget: number(dollars, 'US dollars to spend at most, all runs together', 'usd'),
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
      'minfraud batch orders_export.csv --from shopify --service score --dry-run',
      'minfraud batch orders.csv --service insights --out results.ndjson --resume --html report.html',
    ],
    notes:
      'What each column is, is found by its name and shown first. The riskiest rows come at the end, with --resume also later: that sends only what is left.',
  },
);

/** `minfraud batch INPUT`, or a command whose name stands in the place of the input. */
export const batchRoutes: RouteMap<CliContext> = buildRouteMap({
  // No file is called so.
  routes: { '(input)': runCommand, merge: mergeCommand },
  defaultCommand: '(input)',
  docs: { brief: runCommand.brief, hideRoute: { '(input)': true } },
});
