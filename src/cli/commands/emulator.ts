/** `minfraud emulator`. */
import { readFile } from 'node:fs/promises';
import { type Account, startEmulator } from '../../emulator/index.ts';
import { type CliContext, print } from '../context.ts';
import { CommandError } from '../exit.ts';
import { nameOf, parseJson } from '../input/read.ts';
import { onInterrupt } from '../interrupt.ts';
import { harmless, styleOf } from '../output/style.ts';

interface Flags {
  readonly port?: number | undefined;
  readonly seed?: string | undefined;
  readonly accounts?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Runs until it is asked to end. */
export default async function (this: CliContext, flags: Flags): Promise<void> {
  const accounts = flags.accounts === undefined ? undefined : await accountsOf(flags.accounts);
  const emulator = await startEmulator({
    port: flags.port ?? 0,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(accounts === undefined ? {} : { accounts }),
  });
  const { accountId } = emulator.credentials;
  const style = styleOf(this.process.stdout, this.process.env);
  // The emulator's test key opens nothing else; keys from a file are the user's and stay unsaid.
  const licenseKey = accounts === undefined ? emulator.credentials.licenseKey : undefined;
  if (flags.json) print(this, JSON.stringify({ url: emulator.url, accountId, licenseKey }));
  else {
    print(this, `minFraud emulator on ${style.bold(emulator.url)}. Ctrl-C ends it.`);
    print(this, `  export MINFRAUD_BASE_URL=${emulator.url}`);
    print(this, `  export MAXMIND_ACCOUNT_ID=${accountId}`);
    if (licenseKey !== undefined) print(this, `  export MAXMIND_LICENSE_KEY=${licenseKey}`);
  }

  let seen = 0;
  let patience = 20;
  const log = (): void => {
    for (; seen < emulator.requests.length; seen++) {
      const request = emulator.requests[seen];
      // One without a status is due still, or its connection was cut.
      if (request === undefined || (request.status === undefined && patience-- > 0)) return;
      patience = 20;
      const { method, path, status, billed } = request;
      if (flags.json) print(this, JSON.stringify({ method, path, status, billed }));
      else {
        const paint = status !== undefined && status < 400 ? style.green : style.red;
        const shown = paint(String(status ?? 'cut'));
        print(this, `${shown}  ${harmless(`${method} ${path}`)}${billed ? '  billed' : ''}`);
      }
    }
  };
  const timer = setInterval(log, 100);
  await new Promise<void>((resolve) => {
    const release = onInterrupt(() => {
      release();
      resolve();
    });
  });
  clearInterval(timer);
  log();
  await emulator.close();
}

async function accountsOf(file: string): Promise<readonly Account[]> {
  const accounts = await parseJson(await readFile(file, 'utf8'), nameOf(file));
  if (Array.isArray(accounts)) return accounts as readonly Account[];
  throw new CommandError(`${file} must hold a list of accounts: docs/emulator.md shows one.`);
}
