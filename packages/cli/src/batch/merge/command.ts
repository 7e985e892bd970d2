/** The flags and the help of `minfraud batch merge`. */
import { buildCommand, type Command } from '@stricli/core';
import { type CliContext } from '../../context.ts';
import { requiredText, text } from '../../flag-kinds.ts';
import { documented } from '../../help.ts';

export const mergeCommand: Command<CliContext> = documented(
  buildCommand({
    loader: () => import('./merge.ts'),
    parameters: {
      flags: {
        out: requiredText('file for the results of the whole input, in its order', 'file'),
        html: text('file for a report of all results', 'file'),
      },
      positional: {
        kind: 'array',
        minimum: 1,
        parameter: {
          parse: String,
          placeholder: 'part',
          brief: 'results of a run with --part; its ledger must be next to it',
        },
      },
    },
    docs: { brief: 'Put the results of all parts into one file, in the order of the input' },
  }),
  {
    examples: ['minfraud batch merge results-*.ndjson --out results.ndjson'],
    notes: 'Nothing is merged while a part is missing, running, unfinished or in doubt.',
  },
);
