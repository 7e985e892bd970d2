/** `minfraud emulator`. */
import {
  type Emulator,
  type EmulatorOptions,
  type RecordedRequest,
  startEmulator,
  TEST_LICENSE_KEY,
} from 'minfraud-emulator';
import { type CliContext, print } from '../context.ts';
import { type EmulatorFlags, emulatorOptions } from '../emulator/settings.ts';
import { CommandError } from '../exit.ts';
import { onInterrupt } from '../interrupt.ts';
import { harmless, type Style, styleOf } from '../output/style.ts';

interface Flags extends EmulatorFlags {
  readonly json?: boolean | undefined;
}

/** Runs until it is asked to end. */
export default async function (this: CliContext, flags: Flags): Promise<void> {
  const options = await emulatorOptions(flags);
  const style = styleOf(this.process.stdout, this.process.env);
  const onRequest = (request: RecordedRequest): void => {
    print(this, flags.json ? jsonLine(request) : logLine(request, style));
  };
  const emulator = await start({ ...options, onRequest });
  const { accountId, licenseKey: key } = emulator.credentials;
  // The emulator's test key opens nothing else; keys from a file are the user's and stay unsaid.
  const licenseKey = key === TEST_LICENSE_KEY ? key : undefined;
  if (flags.json) print(this, JSON.stringify({ url: emulator.url, accountId, licenseKey }));
  else {
    print(this, `minFraud emulator on ${style.bold(emulator.url)}. Ctrl-C ends it.`);
    print(this, `  export MINFRAUD_BASE_URL=${emulator.url}`);
    print(this, `  export MAXMIND_ACCOUNT_ID=${accountId}`);
    if (licenseKey !== undefined) print(this, `  export MAXMIND_LICENSE_KEY=${licenseKey}`);
    if (options.control) print(this, `To steer it: ${emulator.url}/_emulator/openapi.json`);
  }
  await new Promise<void>((resolve) => {
    const release = onInterrupt(() => {
      release();
      resolve();
    });
  });
  await emulator.close();
}

/** What is wrong with an option is told as such, without a stack. */
async function start(options: EmulatorOptions): Promise<Emulator> {
  try {
    return await startEmulator(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new CommandError(
        `Port ${options.port ?? 0} is taken. Give another with --port, or leave it out for any free one.`,
      );
    }
    if (error instanceof TypeError || error instanceof RangeError) {
      throw new CommandError(`The emulator was not started: ${error.message}.`);
    }
    throw error;
  }
}

function jsonLine({ method, path, status, billed }: RecordedRequest): string {
  return JSON.stringify({ method, path, status, billed });
}

/** A request without a status had its connection cut. */
function logLine({ method, path, status, billed }: RecordedRequest, style: Style): string {
  const paint = status !== undefined && status < 400 ? style.green : style.red;
  const shown = paint(String(status ?? 'cut'));
  return `${shown}  ${harmless(`${method} ${path}`)}${billed ? '  billed' : ''}`;
}
