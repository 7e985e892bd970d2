/** `minfraud alert trigger` and `minfraud alert verify`. */
import { parseAlert, rawQuery, verifyAlert } from 'minfraud-sdk/alerts';
import { sendAlert } from 'minfraud-emulator';
import { type CliContext } from '../context.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { fieldLines, type OutputFlags, printResult } from '../output/print.ts';

interface TriggerFlags extends OutputFlags {
  readonly to: string;
  readonly set?: readonly string[];
  readonly 'bad-signature'?: boolean | undefined;
}

/** Sent as the service sends it; the exit code says whether the webhook took it. */
export async function trigger(this: CliContext, flags: TriggerFlags): Promise<void> {
  const url = URL.canParse(flags.to) ? new URL(flags.to) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CommandError('--to must be a URL such as http://localhost:8080/webhook.');
  }
  const secret = secretOf(this);
  const parameters = Object.fromEntries((flags.set ?? []).map(pairOf));
  const tamper = flags['bad-signature'] === true;
  const delivery = await sendAlert({ url, secret, parameters, tamper }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The webhook was not reached: ${reason}.`, exitCodes.network);
  });
  printResult(this, flags, delivery, (style, { status, body: said }) => {
    const paint = status < 300 ? style.green : style.red;
    const body = said === '' ? '' : `\n${said.slice(0, 500)}`;
    return `The webhook responded with ${paint(String(status))}.${body}`;
  });
  if (delivery.status >= 300) this.process.exitCode = exitCodes.refused;
}

interface VerifyFlags extends OutputFlags {
  readonly signature: string;
}

export async function verify(this: CliContext, flags: VerifyFlags, url: string): Promise<void> {
  const query = url.includes('?') ? rawQuery(url) : url;
  const { signature } = flags;
  const verified = await verifyAlert({ query, signature, secret: secretOf(this) });
  const alert = parseAlert(`?${query}`);
  printResult(this, flags, { verified, alert }, (style, shown) => {
    const verdict = verified
      ? style.green('Signed with your secret.')
      : style.red('Not signed with your secret: do not trust what it says.');
    return [verdict, ...fieldLines(shown.alert, style)].join('\n');
  });
  if (!verified) this.process.exitCode = exitCodes.refused;
}

function secretOf({ process: { env } }: CliContext): string {
  const secret = env['MINFRAUD_ALERT_SECRET']?.trim();
  if (secret !== undefined && secret !== '') return secret;
  throw new CommandError(
    'Set MINFRAUD_ALERT_SECRET to the secret of the webhook. It is never taken from an argument.',
  );
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new CommandError('--set must be name=value, such as new_risk_score=91.');
  return [text.slice(0, at), text.slice(at + 1)];
}
