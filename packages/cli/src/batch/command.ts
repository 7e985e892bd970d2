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
  brief: 'the service to call for each row (billed)',
} as const;

const runCommand: Command<CliContext> = documented(
  buildCommand({
    loader: () => import('./batch.ts'),
    parameters: {
      flags: {
        out: text('file for the results: .csv for a table, anything else for NDJSON', 'file'),
        service,
        ...inputFlags,
        part: {
          kind: 'parsed',
          parse: partOf,
          optional: true,
          placeholder: 'k/n',
          brief:
            'score only every N-th order, with results and a ledger of its own; see "minfraud batch merge --help"',
        },
        resume: toggle('continue an earlier run of the same input and output'),
        'start-or-resume': toggle(
          'resume an earlier run, or start a new one: for schedulers that restart failed jobs',
        ),
        'take-over': toggle(
          'continue a run that was killed on another machine; make sure that it has stopped',
        ),
        'retry-doubtful': toggle(
          'with --resume: retry rows that may have been billed without a response',
        ),
        'dry-run': toggle('check all rows and show what they cost, without sending anything'),
        invalid: {
          kind: 'enum',
          values: ['drop', 'throw'],
          optional: true,
          brief:
            'for an invalid value, drop sends the row without it; throw, the default, does not send the row',
        },
        concurrency: number(wholeNumber, 'requests in flight; default 16', 'number'),
        rate: number(positiveNumber, 'maximum requests per second', 'number'),
        price: number(
          dollars,
          'price of one query in US dollars, for --budget and the totals shown',
          'usd',
        ),
        budget: number(dollars, 'maximum US dollars to spend, all runs together', 'usd'),
        riskiest: number(wholeNumber, 'rows to list at the end; default 10', 'number'),
        html: text('file for a report of all results: charts, a map, the riskiest rows', 'file'),
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
    docs: { brief: 'Score a file of orders of any size; no row is billed twice' },
  }),
  {
    examples: [
      'minfraud batch orders.csv --service insights --out results.ndjson --emulator',
      'minfraud batch orders.csv --service score --dry-run --price 0.005',
      'minfraud batch orders_export.csv --from shopify --service score --dry-run',
      'minfraud batch orders.csv --service insights --out results.ndjson --resume --html report.html',
    ],
    notes:
      'Columns are matched by name, and the mapping is shown before anything is sent. The riskiest rows are listed at the end; --resume sends only what is left and lists them again.',
  },
);

/** `minfraud batch INPUT`, or a command whose name stands in the place of the input. */
export const batchRoutes: RouteMap<CliContext> = buildRouteMap({
  // No file is called so.
  routes: { '(input)': runCommand, merge: mergeCommand },
  defaultCommand: '(input)',
  docs: { brief: runCommand.brief, hideRoute: { '(input)': true } },
});
