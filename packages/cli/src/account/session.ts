/** What a command calls: the service with the user's credentials, or an emulator in this process. */
import { type ClientOptions, MinFraud } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import { type CliContext } from '../context.ts';
import { credentials, type Service } from './credentials.ts';

/** Flags of every command that calls the service. */
export interface SessionFlags {
  readonly profile?: string | undefined;
  readonly emulator?: boolean | undefined;
  readonly timeout?: number | undefined;
}

export interface Session {
  readonly client: () => MinFraud;
  readonly legacy: () => MinFraudLegacy;
  readonly url: string;
  readonly source: string;
  readonly close: () => Promise<void>;
}

/** More money than anything run by hand can spend. */
const emulatorFunds = 1_000_000;

export async function openSession(
  context: CliContext,
  flags: SessionFlags,
  service: Service,
  extra: ClientOptions = {},
): Promise<Session> {
  const found = flags.emulator
    ? await startOwnEmulator()
    : await ofService(context, flags, service);
  const { accountId, licenseKey, baseUrl } = found;
  const timeout = flags.timeout === undefined ? undefined : flags.timeout * 1000;
  const shared: ClientOptions = { licenseKey, baseUrl, timeout, ...extra };
  return {
    client: () => new MinFraud({ ...shared, accountId }),
    legacy: () => new MinFraudLegacy(shared),
    url: baseUrl ?? 'https://minfraud.maxmind.com',
    source: found.source,
    close: found.close,
  };
}

/** Opens a session, uses it, and closes it also after an error. */
export async function withSession<Result>(
  context: CliContext,
  flags: SessionFlags,
  service: Service,
  use: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await openSession(context, flags, service);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

interface Found {
  readonly accountId: string | number;
  readonly licenseKey: string;
  readonly baseUrl: string | undefined;
  readonly source: string;
  readonly close: () => Promise<void>;
}

async function ofService(
  context: CliContext,
  { profile }: SessionFlags,
  service: Service,
): Promise<Found> {
  const found = await credentials(context, profile, service);
  return { ...found, baseUrl: found.baseUrl, close: () => Promise.resolve() };
}

async function startOwnEmulator(): Promise<Found> {
  const { startEmulator, TEST_ACCOUNT_ID, TEST_LICENSE_KEY } = await import('minfraud-emulator');
  const account = { accountId: TEST_ACCOUNT_ID, licenseKey: TEST_LICENSE_KEY };
  const emulator = await startEmulator({ accounts: [{ ...account, funds: emulatorFunds }] });
  return {
    ...account,
    baseUrl: emulator.url,
    source: 'an emulator in this process',
    close: () => emulator.close(),
  };
}
