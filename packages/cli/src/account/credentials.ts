/** Finds out who calls: the environment, or a profile that "minfraud login" wrote. */
import { type CliContext } from '../context.ts';
import { CommandError } from '../exit.ts';
import { profileFile, readProfiles } from './profiles.ts';

export interface Credentials {
  /** Empty where only the legacy services are called. */
  readonly accountId: string;
  readonly licenseKey: string;
  readonly baseUrl?: string | undefined;
  /** Where they come from, for people. */
  readonly source: string;
}

export class NoCredentialsError extends CommandError {}

/** Which services are called: the legacy ones know no account ID. */
export type Service = 'json' | 'legacy';

/**
 * A profile that is asked for, else the environment, else the profile `default`.
 * Account ID and key always come from one place.
 */
export async function credentials(
  { process: { env } }: CliContext,
  profile: string | undefined,
  service: Service,
): Promise<Credentials> {
  const file = profileFile(env);
  const baseUrl = given(env['MINFRAUD_BASE_URL']);
  if (profile === undefined) {
    const fromEnvironment = environment(env, service);
    if (fromEnvironment !== undefined) return { ...fromEnvironment, baseUrl };
  }
  const name = profile ?? 'default';
  const profiles = await readProfiles(file);
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (found !== undefined) {
    return { ...found, baseUrl: baseUrl ?? found.baseUrl, source: `profile ${name} in ${file}` };
  }
  if (profile !== undefined) {
    const known = Object.keys(profiles).join(', ');
    const others = known === '' ? '' : ` Known profiles: ${known}.`;
    throw new CommandError(
      `There is no profile ${name} in ${file}.${others} "minfraud login --profile ${name}" creates it.`,
    );
  }
  throw new NoCredentialsError(
    'No credentials. Set MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY, or run "minfraud login" once. To try a command without an account, add --emulator.',
  );
}

function environment(
  env: Readonly<Record<string, string | undefined>>,
  service: Service,
): Credentials | undefined {
  const accountId = given(env['MAXMIND_ACCOUNT_ID']);
  const licenseKey = given(env['MAXMIND_LICENSE_KEY']);
  if (licenseKey !== undefined && (accountId !== undefined || service === 'legacy')) {
    return { accountId: accountId ?? '', licenseKey, source: 'the environment' };
  }
  if (accountId === undefined && licenseKey === undefined) return undefined;
  const missing = accountId === undefined ? 'MAXMIND_ACCOUNT_ID' : 'MAXMIND_LICENSE_KEY';
  throw new CommandError(`${missing} is not set, but the other variable is. Set both.`);
}

function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
