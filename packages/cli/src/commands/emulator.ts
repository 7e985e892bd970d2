/** `minfraud emulator`. */
import {
  type Emulator,
  type EmulatorOptions,
  type RecordedRequest,
  startEmulator,
  TEST_LICENSE_KEY,
} from 'minfraud-emulator';
import { type CliContext, print } from '../context.ts';
import { writeAuthority } from '../emulator/authority-file.ts';
import { type EmulatorFlags, emulatorOptions } from '../emulator/settings.ts';
import { CommandError } from '../exit.ts';
import { onInterrupt } from '../interrupt.ts';
import { harmless, type Style, styleOf } from '../output/style.ts';

interface Flags extends EmulatorFlags {
  readonly 'ca-file'?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Runs until it is asked to end. */
export default async function (this: CliContext, flags: Flags): Promise<void> {
  const options = await emulatorOptions(flags);
  const style = styleOf(this.process.stdout, this.process.env);
  const onRequest = (request: RecordedRequest): void => {
    print(this, flags.json ? jsonLine(request) : logLine(request, style));
  };
  const { 'ca-file': caPath } = flags;
  if (caPath !== undefined && !options.tls) {
    throw new CommandError('--ca-file needs --tls.');
  }
  const emulator = await start({ ...options, onRequest, unref: false });
  // Listened for before anyone can know that it runs.
  const ended = interrupted();
  const { certificateAuthority: authority } = emulator;
  try {
    const file = authority === undefined ? undefined : await writeAuthority(authority, caPath);
    const address = { ...emulator, caFile: file?.path };
    if (flags.json) print(this, jsonAddress(address));
    else for (const line of addressLines(address, options, style)) print(this, line);
    await ended;
    await file?.remove();
  } finally {
    await emulator.close();
  }
}

interface Address extends Pick<Emulator, 'url' | 'credentials'> {
  readonly caFile: string | undefined;
}

/** The emulator's test key opens nothing else; keys from a file are the user's and stay unsaid. */
function publicCredentials({ credentials: { accountId, licenseKey: key } }: Address) {
  return { accountId, licenseKey: key === TEST_LICENSE_KEY ? key : undefined };
}

function jsonAddress(address: Address): string {
  const { url, caFile } = address;
  return JSON.stringify({ url, ...publicCredentials(address), caFile });
}

function addressLines(
  address: Address,
  { control, host = '127.0.0.1', tls }: EmulatorOptions,
  style: Style,
): string[] {
  const { url, caFile } = address;
  const { accountId, licenseKey } = publicCredentials(address);
  return [
    `minFraud emulator on ${style.bold(url)}. Press Ctrl-C to stop it.`,
    `  export MINFRAUD_BASE_URL=${url}`,
    `  export MAXMIND_ACCOUNT_ID=${accountId}`,
    ...(licenseKey === undefined ? [] : [`  export MAXMIND_LICENSE_KEY=${licenseKey}`]),
    ...(caFile === undefined ? [] : [`  export NODE_EXTRA_CA_CERTS=${quoted(caFile)}`]),
    ...(control ? [`Control interface: ${url}/_emulator/openapi.json`] : []),
    ...(tls || isOwnMachine(host) ? [] : [PLAIN_HTTP]),
  ];
}

/** As a shell reads it. */
function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

const PLAIN_HTTP =
  'Add --tls to call it with the SDK from other machines: the SDK sends credentials over plain http only to its own machine.';

const isOwnMachine = (host: string): boolean => /^(localhost|127\..*|::1)$/i.test(host);

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const release = onInterrupt(() => {
      release();
      resolve();
    });
  });
}

/** What is wrong with an option is told as such, without a stack. */
async function start(options: EmulatorOptions): Promise<Emulator> {
  try {
    return await startEmulator(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new CommandError(
        `Port ${options.port ?? 0} is in use. Choose another with --port, or leave it out to use any free port.`,
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
