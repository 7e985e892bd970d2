/** `--dry-run`: checks and prices every row, and sends nothing. */
import { type CliContext, print, say } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { type Column } from './columns.ts';
import { type BatchFlags, invalidByDefault } from './flags.ts';
import { Money } from './money.ts';
import { isInPart } from './part.ts';
import { Rejects } from './rejects.ts';
import { requestMaker } from './request.ts';
import { type Input, rowsOf } from './rows.ts';

export async function dryRun(
  context: CliContext,
  flags: BatchFlags,
  input: Input,
  columns: readonly Column[],
): Promise<void> {
  const prepare = requestMaker(columns, flags.invalid ?? invalidByDefault);
  const rejects = await Rejects.open(flags.rejects);
  let rows = 0;
  let changes = 0;
  const isOwn = isInPart(flags.part, columns);
  for await (const found of rowsOf(input)) {
    if (!isOwn(found)) continue;
    rows++;
    const prepared = prepare(found);
    if (!('issues' in prepared)) changes += prepared.changes;
    else {
      await rejects.add({ row: found.row, line: found.line, issues: prepared.issues });
      const [first] = prepared.issues;
      const place = `${input.path}:${found.line}`;
      if (rejects.count <= 10)
        say(context, `${place}  ${first?.pointer ?? ''} ${first?.message ?? ''}`);
      if (rejects.count === 11) say(context, 'More rows have mistakes; --rejects FILE lists all.');
    }
  }
  await rejects.close();
  const good = rows - rejects.count;
  const cost = new Money(flags.price, undefined, 0).costOf(good);
  const price =
    cost === undefined ? '; --price USD tells what that costs' : `, $${cost.toFixed(2)}`;
  print(
    context,
    `${rows} rows: ${good} would be sent to ${flags.service}${price}; ${rejects.count} have mistakes.`,
  );
  if (changes > 0) print(context, `${changes} values would be left out or shortened.`);
  print(context, 'Nothing was sent.');
  if (rows > 0 && good === 0) context.process.exitCode = exitCodes.wrongUse;
}
