/** `minfraud report`: about one order, or about each of a file. */
import { reportFields } from '../../generated/cli-flags.ts';
import type { TransactionReport } from 'minfraud-sdk';
import { type SessionFlags, withRequest } from '../account/session.ts';
import { type CliContext } from '../context.ts';
import { explained } from '../input/places.ts';
import { readRequest } from '../input/read.ts';
import { invalidOption } from '../invalid-option.ts';
import { type OutputFlags, printResult } from '../output/print.ts';

type Flags = SessionFlags &
  OutputFlags & { readonly unchecked?: boolean } & Readonly<Record<string, unknown>>;

/** A report for each row; JSON holds one report. */
const isTable = (file: string | undefined): file is string =>
  file !== undefined && /\.(csv|tsv|txt|ndjson|jsonl)$/i.test(file);

export default async function (this: CliContext, flags: Flags, file?: string): Promise<void> {
  if (isTable(file)) {
    const { reportFile } = await import('../reports/file.ts');
    await reportFile(this, flags, file);
    return;
  }
  const report = await readRequest<TransactionReport>(this, file, reportFields, flags);
  await explained(reportFields, () =>
    withRequest(this, flags, 'json', ({ client }) =>
      // The response has no body, so its checks are all there is.
      client().report(report, invalidOption(flags.unchecked)),
    ),
  );
  printResult(this, flags, { reported: true }, (style) => style.green('Reported.'));
}
