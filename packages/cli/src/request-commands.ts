/** The commands that send one request: their flags are the fields of the spec. */
import { buildCommand, type Command } from '@stricli/core';
import {
  legacyOrderFields,
  proxyFields,
  reportFields,
  type RequestField,
  transactionFields,
} from '../generated/cli-flags.ts';
import { type CliContext } from './context.ts';
import { documented } from './help.ts';
import { reportInputFlags } from './batch/input-flags.ts';
import { number, text, toggle } from './flag-kinds.ts';
import { requestFlags } from './input/request-flags.ts';
import { outputFlags, sessionFlags, uncheckedFlag, wholeNumber } from './shared-flags.ts';

const fileOf = (brief: string) =>
  ({
    kind: 'tuple',
    parameters: [{ parse: String, optional: true, placeholder: 'file', brief }],
  }) as const;

type AnyLoader = () => Promise<unknown>;

/**
 * A command whose fields come from the spec. Their names are data, so its flags have no static type;
 * the command reads them by the same table that made them.
 */
function requestCommand(
  loader: AnyLoader,
  fields: readonly RequestField[],
  brief: string,
  examples: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
  file = 'JSON, in camelCase or as the service spells it; - is standard input',
): Command<CliContext> {
  const command = buildCommand<Record<string, unknown>, [string | undefined], CliContext>({
    loader: loader as never,
    parameters: {
      flags: {
        ...requestFlags(fields),
        ...uncheckedFlag,
        ...more,
        ...outputFlags,
        ...sessionFlags,
      } as never,
      positional: fileOf(file),
    },
    docs: { brief },
  });
  return documented(command, { examples, fields });
}

const transactionExamples = (name: string): string[] => [
  `minfraud ${name} --ip 203.0.113.200 --email customer@example.com --amount 49.95 --currency USD --emulator`,
  `minfraud ${name} order.json --json`,
];

export const score: Command<CliContext> = requestCommand(
  async () => (await import('./commands/transaction.ts')).score,
  transactionFields,
  'Get the risk score of a transaction (billed)',
  transactionExamples('score'),
);

export const insights: Command<CliContext> = requestCommand(
  async () => (await import('./commands/transaction.ts')).insights,
  transactionFields,
  'Get the score, with details about address, card, device and email (billed)',
  transactionExamples('insights'),
);

export const factors: Command<CliContext> = requestCommand(
  async () => (await import('./commands/transaction.ts')).factors,
  transactionFields,
  'Get Insights, with the reasons for the score (billed)',
  transactionExamples('factors'),
);

export const report: Command<CliContext> = requestCommand(
  () => import('./commands/report.ts'),
  reportFields,
  'Report how a transaction turned out (not billed)',
  [
    'minfraud report --tag chargeback --transaction-id order-3456 --emulator',
    'minfraud report chargebacks.csv --tag chargeback --out reported.ndjson',
  ],
  {
    ...reportInputFlags,
    out: text('for CSV or NDJSON: record of what was reported, for --resume', 'file'),
    resume: toggle('for CSV or NDJSON: skip what --out lists as reported'),
    'dry-run': toggle('for CSV or NDJSON: check all rows without sending anything'),
    concurrency: number(wholeNumber, 'for CSV or NDJSON: requests in flight; default 8'),
  },
  'one report as JSON (- is standard input), or a file of reports as CSV or NDJSON',
);

export const legacy: Command<CliContext> = requestCommand(
  () => import('./commands/legacy.ts'),
  legacyOrderFields,
  'Score an order with minFraud Legacy (billed)',
  ['minfraud legacy --ip 203.0.113.24 --city Berlin --country DE --emulator'],
);

export const proxy: Command<CliContext> = requestCommand(
  () => import('./commands/proxy.ts'),
  proxyFields,
  'Score an IP address with Proxy Detection (billed)',
  ['minfraud proxy --ip 203.0.113.230 --emulator'],
);
