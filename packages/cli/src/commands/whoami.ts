/** `minfraud whoami`. */
import type { MinFraud } from 'minfraud-sdk';
import { openSession, type SessionFlags } from '../account/session.ts';
import { credentials } from '../account/credentials.ts';
import { type CliContext } from '../context.ts';
import { type OutputFlags, printResult } from '../output/print.ts';

interface Flags extends SessionFlags, OutputFlags {
  readonly check?: boolean | undefined;
}

export default async function (this: CliContext, flags: Flags): Promise<void> {
  const session = await openSession(this, flags, 'json');
  try {
    const account = flags.emulator ? undefined : await credentials(this, flags.profile, 'json');
    const found = {
      ...(account === undefined ? {} : { accountId: account.accountId }),
      source: session.source,
      url: session.url,
      ...(flags.check ? { accepted: true } : {}),
    };
    if (flags.check) await knock(session.client());
    printResult(this, flags, found, (style) =>
      [
        ...(account === undefined ? [] : [`${style.dim('Account')}      ${account.accountId}`]),
        `${style.dim('License key')}  set, not shown`,
        `${style.dim('From')}         ${session.source}`,
        `${style.dim('Service')}      ${session.url}`,
        ...(flags.check ? [style.green('The service accepts them.')] : []),
      ].join('\n'),
    );
  } finally {
    await session.close();
  }
}

/** A question that costs nothing: what reviewers changed from now on. */
async function knock(client: MinFraud): Promise<void> {
  await client.dispositions({ updatesAfter: new Date() }).pages().next();
}
