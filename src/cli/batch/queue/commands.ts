/** The flags and the help of the commands of a queue. */
import { buildCommand, type Command } from '@stricli/core';
import { type CliContext } from '../../context.ts';
import { number, text, toggle } from '../../flag-kinds.ts';
import { documented } from '../../help.ts';
import { outputFlags, positiveNumber, sessionFlags, wholeNumber } from '../../shared-flags.ts';
import { inputFlags } from '../input-flags.ts';

const queue = text(
  'postgres://HOST/DATABASE; better in MINFRAUD_QUEUE, since an argument can be seen by others',
  'url',
);

const batch = number(wholeNumber, 'its number, where there are several', 'number');

const limits = {
  rate: number(positiveNumber, 'queries a second at most, of all workers together', 'number'),
  price: number(positiveNumber, 'of one query in US dollars', 'usd'),
  budget: number(positiveNumber, 'US dollars to spend at most, of all workers together', 'usd'),
};

const notes = 'Needs a PostgreSQL database and the packages pg-boss and pg: see docs/scale.md.';

const submit = documented(
  buildCommand({
    loader: () => import('./submit.ts'),
    parameters: {
      flags: {
        queue,
        ...inputFlags,
        ...limits,
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
    docs: { brief: 'Put a file into a queue, for many machines to work on' },
  }),
  {
    examples: ['minfraud batch submit orders.csv --service insights --price 0.01 --budget 500'],
    notes,
  },
);

const work = documented(
  buildCommand({
    loader: () => import('./work.ts'),
    parameters: {
      flags: {
        queue,
        batch: number(wholeNumber, 'work on this one only', 'number'),
        concurrency: number(wholeNumber, 'queries under way at once; 16 unless given', 'number'),
        follow: toggle('stay when all is done, and take batches as they come'),
        lease: number(
          wholeNumber,
          'after which others take over from a worker that is not heard of; 30 unless given',
          'seconds',
        ),
        ...sessionFlags,
      },
    },
    docs: { brief: 'Work on a queue, with any number of others' },
  }),
  { examples: ['minfraud batch work', 'minfraud batch work --concurrency 64 --follow'], notes },
);

const status = documented(
  buildCommand({
    loader: () => import('./status.ts'),
    parameters: { flags: { queue, batch, ...outputFlags } },
    docs: { brief: 'How far the batches of a queue are, and which rows are in doubt' },
  }),
  { examples: ['minfraud batch status', 'minfraud batch status --json'], notes },
);

const results = documented(
  buildCommand({
    loader: () => import('./results.ts'),
    parameters: {
      flags: {
        queue,
        batch,
        out: {
          kind: 'parsed',
          parse: String,
          placeholder: 'file',
          brief: 'a new file; .csv for a table, anything else for NDJSON',
        },
      },
    },
    docs: { brief: 'Write the results of a batch to a file, by row' },
  }),
  { examples: ['minfraud batch results --out results.ndjson'], notes },
);

const resume = documented(
  buildCommand({
    loader: () => import('./resume.ts'),
    parameters: {
      flags: {
        queue,
        batch,
        ...limits,
        'retry-doubtful': toggle(
          'ask again for rows that may have been billed without an answer, once',
        ),
      },
    },
    docs: { brief: 'Let a batch go on that was stopped, or change its limits' },
  }),
  {
    examples: [
      'minfraud batch resume --batch 1 --budget 1000',
      'minfraud batch resume --batch 1 --retry-doubtful',
    ],
    notes,
  },
);

const drop = documented(
  buildCommand({
    loader: () => import('./drop.ts'),
    parameters: {
      flags: {
        queue,
        batch,
        'lose-results': toggle('also where its results were not fetched'),
      },
    },
    docs: { brief: 'Delete a batch and its data from the queue' },
  }),
  { examples: ['minfraud batch drop --batch 1'], notes },
);

/** Their names stand where the input of `minfraud batch` does: a file of such a name is `./submit`. */
export const queueCommands: Readonly<
  Record<'submit' | 'work' | 'status' | 'results' | 'resume' | 'drop', Command<CliContext>>
> = { submit, work, status, results, resume, drop };
