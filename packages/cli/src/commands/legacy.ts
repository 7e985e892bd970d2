/** `minfraud legacy`. */
import { legacyOrderFields } from '../../generated/cli-flags.ts';
import type { LegacyOrder } from 'minfraud-sdk/legacy';
import { sayIfMadeUp } from '../account/made-up.ts';
import { type SessionFlags, withRequest } from '../account/session.ts';
import { type CliContext } from '../context.ts';
import { explained } from '../input/places.ts';
import { readRequest } from '../input/read.ts';
import { invalidOption } from '../invalid-option.ts';
import { fieldLines, type OutputFlags, printResult } from '../output/print.ts';

type Flags = SessionFlags &
  OutputFlags & { readonly unchecked?: boolean } & Readonly<Record<string, unknown>>;

export default async function (this: CliContext, flags: Flags, file?: string): Promise<void> {
  const order = await readRequest<LegacyOrder>(this, file, legacyOrderFields, flags);
  const result = await explained(legacyOrderFields, () =>
    withRequest(this, flags, 'legacy', ({ legacy }) =>
      legacy().score(order, invalidOption(flags.unchecked)),
    ),
  );
  sayIfMadeUp(this, flags, result);
  printResult(this, flags, result, (style, shown) => fieldLines(shown, style).join('\n'));
}
