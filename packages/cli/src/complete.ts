/** What can stand at the cursor: for the scripts of `minfraud completion`. */
import { type Command, proposeCompletions, type RouteMap } from '@stricli/core';
import { applicationFor } from './application.ts';
import { type CliContext, type CliProcess } from './context.ts';

type Target = Command<CliContext> | RouteMap<CliContext>;

/** One proposal a line, with its description after a tab. */
export async function complete(words: readonly string[], process: CliProcess): Promise<void> {
  const application = applicationFor([]);
  const proposals = await proposeCompletions(application, words, { process } as never);
  const hidden = hiddenFlags(application.root, words);
  for (const { completion, brief } of proposals) {
    if (completion === '--' || hidden.has(completion)) continue;
    process.stdout.write(`${completion}\t${brief.split('\n')[0] ?? ''}\n`);
  }
}

/** The whole paths work, but are not proposed next to the short names. */
function hiddenFlags(root: Target, words: readonly string[]): ReadonlySet<string> {
  let target = root;
  for (const word of words) {
    if (!('getRoutingTargetForInput' in target)) break;
    const next: Target | undefined = target.getRoutingTargetForInput(word);
    if (next === undefined) break;
    target = next;
  }
  const flags = 'parameters' in target ? (target.parameters.flags ?? {}) : {};
  const names = Object.entries(flags).filter(([, flag]) => 'hidden' in flag && flag.hidden);
  return new Set(names.map(([name]) => `--${name}`));
}
