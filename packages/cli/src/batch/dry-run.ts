/** `--dry-run`: checks and prices every order, and sends nothing. */
import { transactionFields } from '../../generated/cli-flags.ts';
import { type CliContext, print, say } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { type Input } from '../orders/input.ts';
import { Mistakes } from '../orders/mistakes.ts';
import { mappingOf } from '../orders/plan.ts';
import { requestMaker } from '../orders/request.ts';
import { rowsOf } from '../orders/rows.ts';
import { counted, money, whole } from '../output/count.ts';
import { type BatchFlags, invalidByDefault } from './flags.ts';
import { Money } from './money.ts';
import { isInPart } from './part.ts';
import { Rejects } from './rejects.ts';

export async function dryRun(context: CliContext, flags: BatchFlags, input: Input): Promise<void> {
  const mapping = await mappingOf(context, input, flags);
  const prepare = requestMaker(input.header, mapping, flags.invalid ?? invalidByDefault);
  const isOwn = isInPart(flags.part, mapping.columns);
  const rejects = await Rejects.open(flags.rejects);
  const mistakes = new Mistakes(transactionFields);
  let rows = 0;
  let changes = 0;
  try {
    for await (const found of rowsOf(input, mapping)) {
      if (!isOwn(found)) continue;
      rows++;
      const prepared = prepare(found);
      if (!('issues' in prepared)) changes += prepared.changes;
      else {
        mistakes.add(found.line, prepared.issues);
        await rejects.add({ row: found.row, line: found.line, issues: prepared.issues });
      }
    }
  } catch (error) {
    await rejects.discard();
    throw error;
  }
  await rejects.close();
  const good = rows - mistakes.rows;
  if (mistakes.rows > 0) {
    say(context, 'Mistakes:');
    for (const line of mistakes.lines(input.path, rows)) say(context, line);
  }
  const cost = new Money(flags.price, undefined, 0).costOf(good);
  const price = cost === undefined ? ' (--price USD shows the cost)' : `, for ${money(cost)}`;
  print(
    context,
    `${counted(rows, 'row')}: ${whole(good)} would be sent to ${flags.service}${price}; ${whole(mistakes.rows)} with mistakes.`,
  );
  if (changes > 0) print(context, `${counted(changes, 'value')} would be left out or shortened.`);
  print(context, 'Nothing was sent.');
  if (rows > 0 && good === 0) context.process.exitCode = exitCodes.wrongUse;
}
