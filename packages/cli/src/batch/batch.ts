/** `minfraud batch`: from the command line to a run, and from its end to an exit code. */
import { existsSync } from 'node:fs';
import { undiciFetch } from 'minfraud-sdk/undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import { openSession } from '../account/session.ts';
import { type CliContext, say } from '../context.ts';
import { messageOf } from '../exit.ts';
import { openInput } from '../orders/input.ts';
import { mappingOf } from '../orders/plan.ts';
import { begin } from './begin.ts';
import { sayUnwritten } from './conclude.ts';
import { dryRun } from './dry-run.ts';
import { beside, settled } from './files.ts';
import { type BatchFlags, checkFiles, checkFlags } from './flags.ts';
import { lock } from './lock.ts';
import { type Figures } from './progress.ts';
import { formatOf, type ResultFormat } from './result-format.ts';
import { run } from './run.ts';

export default async function (this: CliContext, flags: BatchFlags, path: string): Promise<void> {
  checkFlags(flags);
  await checkFiles(flags, path);
  const input = await openInput(path, flags.delimiter);
  if (flags['dry-run']) {
    await dryRun(this, flags, input);
    return;
  }
  const out = await settled(flags.out ?? '');
  const paths = { out, ledger: await settled(`${out}${beside.ledger}`) };
  const dispatcher = dispatcherFor(flags, this.process.env);
  // Without credentials, or with a wrong address, nothing is to be begun.
  const fetch = undiciFetch({ dispatcher });
  const session = await openSession(this, flags, 'json', { maxRetries: 0, fetch }).catch(
    async (error: unknown) => {
      await dispatcher.destroy();
      // What is wrong with the mapping is told first: it must be corrected either way.
      if (!existsSync(paths.ledger)) await mappingOf(this, input, flags);
      throw error;
    },
  );
  try {
    const client = session.client();
    const address = { url: session.url, fetch };
    const held = await lock(paths.ledger, flags['take-over']);
    try {
      const begun = await begin(this, flags, input, paths);
      const figures = await run(this, flags, {
        ...{ begun, paths, client, address, lock: held },
      });
      if (flags.html !== undefined) {
        await report(this, flags.html, out, formatOf(out, begun.history.header.mapping.keep), {
          ...figures,
          service: flags.service,
        });
      }
    } finally {
      await held.release();
    }
  } finally {
    await session.close();
    await dispatcher.destroy();
  }
}

/** As many connections as there are queries under way; a proxy where Node's own fetch would take one. */
function dispatcherFor(
  { concurrency = 16 }: BatchFlags,
  env: CliContext['process']['env'],
): Agent | EnvHttpProxyAgent {
  const options = { connections: concurrency };
  return env['NODE_USE_ENV_PROXY'] === '1' ? new EnvHttpProxyAgent(options) : new Agent(options);
}

async function report(
  context: CliContext,
  file: string,
  out: string,
  format: ResultFormat,
  figures: Figures & { readonly service: string },
): Promise<void> {
  try {
    const { writeReport } = await import('./report/report.ts');
    await writeReport(file, out, format, figures);
    say(context, `Report: ${file}`);
  } catch (error) {
    sayUnwritten(context, 'report', messageOf(error));
  }
}
