/** `minfraud proxy`. */
import { proxyFields } from '../../generated/cli-flags.ts';
import type { ProxyDetectionRequest } from 'minfraud-sdk/legacy';
import { sayIfMadeUp } from '../account/made-up.ts';
import { type SessionFlags, withRequest } from '../account/session.ts';
import { type CliContext } from '../context.ts';
import { explained } from '../input/places.ts';
import { readRequest } from '../input/read.ts';
import { invalidOption } from '../invalid-option.ts';
import { type OutputFlags, printResult } from '../output/print.ts';
import { bar } from '../output/score.ts';

type Flags = SessionFlags &
  OutputFlags & { readonly unchecked?: boolean } & Readonly<Record<string, unknown>>;

export default async function (this: CliContext, flags: Flags, file?: string): Promise<void> {
  const request = await readRequest<ProxyDetectionRequest>(this, file, proxyFields, flags);
  const result = await explained(proxyFields, () =>
    withRequest(this, flags, 'legacy', ({ legacy }) =>
      legacy().proxyDetection(request, invalidOption(flags.unchecked)),
    ),
  );
  sayIfMadeUp(this, flags, result);
  printResult(this, flags, result, (style, { proxyScore }) => {
    if (proxyScore === undefined) return 'The service rejected the address as invalid: no score.';
    return `${style.dim('Proxy score')}  ${style.bold(String(proxyScore))} of 4  ${bar(proxyScore / 4, 20)}`;
  });
}
