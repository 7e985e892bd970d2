/** `minfraud thresholds`. */
import { checkApart } from '../batch/files.ts';
import { checkReplaceable, NewFile } from '../batch/new-file.ts';
import { type CliContext, print, say } from '../context.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { whole } from '../output/count.ts';
import { styleOf } from '../output/style.ts';
import { joinLines } from './advice.ts';
import { analyze } from './analysis.ts';
import { assumptionsOf, checkFlags, type ThresholdsFlags } from './flags.ts';
import { join, type Joined } from './join.ts';
import { policyOf } from './policy.ts';
import { terminalText } from './terminal.ts';

const day = 86_400_000;

export default async function (
  this: CliContext,
  flags: ThresholdsFlags,
  ...results: string[]
): Promise<void> {
  checkFlags(flags);
  await checkFiles(flags, results);
  const now = new Date();
  const assumptions = assumptionsOf(flags, now);
  const asOf = Date.parse(assumptions.asOf);
  const joined = await join(results, flags, asOf - assumptions.matureDays * day);
  checkOrders(joined, assumptions.matureDays, flags['unlabeled-good'] === true);
  if (flags['reviews-per-day'] !== undefined && joined.columns.time === undefined) {
    throw new CommandError(
      '--reviews-per-day needs the time of each order, to know how many days there were. Name its column with --time.',
    );
  }
  const current = { review: flags['current-review'], decline: flags['current-decline'] };
  const analysis = analyze(joined, assumptions, current);
  if (flags.json) {
    for (const line of joinLines(joined)) say(this, line);
    print(this, JSON.stringify(analysis, null, 2));
  } else {
    const style = styleOf(this.process.stdout, this.process.env);
    print(this, terminalText(analysis, joined, style));
  }
  if (flags.html !== undefined) {
    const { thresholdsPage } = await import('./page.ts');
    await NewFile.whole(flags.html, await thresholdsPage(analysis, joined, now));
    say(this, `Report: ${flags.html}`);
  }
  if (flags.policy === undefined) return;
  if (analysis.recommended === null) {
    throw new CommandError(
      `No policy was written to ${flags.policy}, since there is no recommendation.`,
      exitCodes.refused,
    );
  }
  const { madeUp } = joined.counts;
  if (madeUp > 0) {
    throw new CommandError(
      `No policy was written to ${flags.policy}, since an emulator made up ${madeUp === joined.counts.joined ? 'the scores' : `${whole(madeUp)} of the scores`}: a checkout would decide by them. Score the orders with the service first.`,
      exitCodes.refused,
    );
  }
  const policy = policyOf(analysis, analysis.recommended, now);
  await NewFile.whole(flags.policy, `${JSON.stringify(policy, null, 2)}\n`);
  say(this, `Policy: ${flags.policy}`);
}

/** Before anything is read: nothing is written over what is read, or over a file of the user's. */
async function checkFiles(flags: ThresholdsFlags, results: readonly string[]): Promise<void> {
  const { labels, reviewed, policy, html } = flags;
  const isRead = true;
  const read = Object.entries({ '--labels': labels, '--reviewed': reviewed }).flatMap(
    ([role, path]) => (path === undefined ? [] : [{ role, path, isRead } as const]),
  );
  const written = (['--policy', '--html'] as const).flatMap((role) => {
    const path = role === '--policy' ? policy : html;
    return path === undefined ? [] : [{ role, path }];
  });
  const inputs = results.map((path) => ({ role: 'the results', path, isRead }) as const);
  await checkApart([...inputs, ...read, ...written]);
  for (const { role, path } of written) await checkReplaceable(role, path);
}

/** Both outcomes are needed to tell them apart. */
function checkOrders(joined: Joined, matureDays: number, isListOfFrauds: boolean): void {
  const { orders, counts } = joined;
  let frauds = 0;
  for (const { isFraud } of orders) if (isFraud) frauds++;
  if (frauds > 0 && frauds < orders.length) return;
  const what =
    orders.length === 0
      ? 'There is no result: no order has both a score and a usable outcome.'
      : frauds === 0
        ? `There is no result: none of the ${whole(orders.length)} orders is a fraud. Good orders alone cannot show what a cut would stop.`
        : `There is no result: all of the ${whole(orders.length)} orders are frauds.${isListOfFrauds ? '' : ' If the labels list only chargebacks, add --unlabeled-good.'}`;
  const young =
    counts.young > 0
      ? ` ${whole(counts.young)} orders are younger than ${matureDays} days, so a chargeback may still come: wait, or include them with --mature-days 0.`
      : '';
  throw new CommandError(`${what}${young}\n${joinLines(joined).join('\n')}`, exitCodes.refused);
}
