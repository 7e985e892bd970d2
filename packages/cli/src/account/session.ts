/** What a command calls: the service with the user's credentials, or an emulator in this process. */
import { type ClientOptions, InvalidRequestError, MinFraud } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import { type CliContext } from '../context.ts';
import { credentials, NoCredentialsError, type Service } from './credentials.ts';

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

/** Sends one request. Where there are no credentials, what is wrong with it is told first. */
export async function withRequest<Result>(
  context: CliContext,
  flags: SessionFlags,
  service: Service,
  send: (session: Session) => Promise<Result>,
): Promise<Result> {
  try {
    return await withSession(context, flags, service, send);
  } catch (error) {
    if (error instanceof NoCredentialsError) await checkUnsent(send);
    throw error;
  }
}

/** Rejects with what the client finds wrong with a request before it would be sent. */
async function checkUnsent(send: (session: Session) => Promise<unknown>): Promise<void> {
  const fetch = (): Promise<Response> => Promise.reject(new Error('There are no credentials.'));
  const options: ClientOptions = { licenseKey: 'none', fetch, maxRetries: 0 };
  try {
    await send({
      client: () => new MinFraud({ ...options, accountId: 1 }),
      legacy: () => new MinFraudLegacy(options),
      ...{ url: '', source: '', close: () => Promise.resolve() },
    });
  } catch (error) {
    if (InvalidRequestError.is(error)) throw error;
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
