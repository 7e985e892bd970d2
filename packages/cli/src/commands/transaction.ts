/** `minfraud score`, `insights` and `factors`. */
import { transactionFields } from '../../generated/cli-flags.ts';
import type { Factors, Insights, Score, Transaction } from 'minfraud-sdk';
import { sayIfMadeUp } from '../account/made-up.ts';
import { type SessionFlags, withRequest } from '../account/session.ts';
import { type CliContext } from '../context.ts';
import { invalidOption } from '../invalid-option.ts';
import { explained, flagFor } from '../input/places.ts';
import { readRequest } from '../input/read.ts';
import { type OutputFlags, printResult } from '../output/print.ts';
import { scoreText } from '../output/score.ts';

type Flags = SessionFlags &
  OutputFlags & { readonly unchecked?: boolean } & Readonly<Record<string, unknown>>;

type Run = (this: CliContext, flags: Flags, file?: string) => Promise<void>;

const command = (service: 'score' | 'insights' | 'factors'): Run =>
  async function (flags, file) {
    const request = await readRequest<Transaction>(this, file, transactionFields, flags);
    const result = await explained(transactionFields, () =>
      withRequest(this, flags, 'json', ({ client }): Promise<Score | Insights | Factors> =>
        client()[service](request, invalidOption(flags.unchecked)),
      ),
    );
    sayIfMadeUp(this, flags, result);
    printResult(this, flags, result, (style, shown) =>
      scoreText(shown, style, (pointer) => flagFor(transactionFields, pointer)),
    );
  };

export const score: Run = command('score');
export const insights: Run = command('insights');
export const factors: Run = command('factors');
