/** `minfraud report`. */
import { reportFields } from '../../generated/cli-flags.ts';
import type { TransactionReport } from 'minfraud-sdk';
import { type SessionFlags, withSession } from '../account/session.ts';
import { type CliContext } from '../context.ts';
import { explained } from '../input/places.ts';
import { readRequest } from '../input/read.ts';
import { invalidOption } from '../invalid-option.ts';
import { type OutputFlags, printResult } from '../output/print.ts';

type Flags = SessionFlags &
  OutputFlags & { readonly unchecked?: boolean } & Readonly<Record<string, unknown>>;

export default async function (this: CliContext, flags: Flags, file?: string): Promise<void> {
  const report = await readRequest(this, file, reportFields, flags);
  await explained(reportFields, () =>
    withSession(this, flags, 'json', ({ client }) =>
      // The service answers with nothing, so its checks are all there is.
      client().report(report as unknown as TransactionReport, invalidOption(flags.unchecked)),
    ),
  );
  printResult(this, flags, { reported: true }, (style) => style.green('Reported.'));
}
