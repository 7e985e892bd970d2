/** Settings that a client and a call run with: each option with its check and its default. */
import { InvalidRequestError, type Issue } from '../errors.ts';
import { readAppInfo, userAgentOf } from './app-info.ts';
import { environments, readBaseUrl } from './base-url.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { environmentVariable, isBrowser } from './environment.ts';
import { readHeaders } from './headers.ts';
import { type Hooks, noHooks, readHooks } from './hooks.ts';
import { createLog, type Log, logLevels } from './log.ts';
import type {
  CallOptions,
  ClientOptions,
  FetchFunction,
  InvalidInput,
  SharedOptions,
} from './options.ts';
import {
  kindOf,
  OptionProblem,
  optionIssue,
  type OptionRules,
  readOptions,
} from './read-options.ts';
import { boolean, isObject, milliseconds, oneOf, rule } from './rules.ts';

/** What a call runs with: the client's settings, with those of the call on top. */
export interface CallSettings {
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly invalid: InvalidInput;
  readonly hashEmail: boolean;
  readonly locales: readonly string[];
  /** Beyond the client's own, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly context: unknown;
}

/** A client's options, checked and completed. Holds secrets: keep it in a private field. */
export interface ClientSettings {
  readonly credentials: Credentials;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly fetch: FetchFunction | undefined;
  readonly log: Log | undefined;
  readonly hooks: Hooks;
  /** For the User-Agent; `''` without one. */
  readonly app: string;
  readonly defaults: CallSettings;
}

const shared: OptionRules<SharedOptions> = {
  timeout: rule(10_000, milliseconds),
  deadline: rule(20_000, milliseconds),
  maxRetries: rule(2, (value) => {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100) return Number(value);
    throw new OptionProblem(`must be a whole number from 0 to 100, not ${kindOf(value)}`);
  }),
  invalid: rule('drop', oneOf('drop', 'throw', 'send')),
  hashEmail: rule(false, boolean),
  locales: rule(['en'], (value) => {
    const codes: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [undefined];
    if (codes.every((code) => typeof code === 'string')) return codes;
    throw new OptionProblem("must be a list of locale codes such as ['en']");
  }),
  headers: rule({}, readHeaders),
};

const perCall: OptionRules<CallOptions> = {
  ...shared,
  signal: rule(undefined, (value) => {
    // An AbortSignal of another realm or a polyfill serves as well.
    if (isObject(value) && 'addEventListener' in value && 'aborted' in value) {
      return value as AbortSignal;
    }
    throw new OptionProblem(`must be an AbortSignal, not ${kindOf(value)}`);
  }),
  context: rule(undefined, (value) => value),
};

const perClient: OptionRules<ClientOptions> = {
  ...shared,
  // Checked together, with the variables of the environment, by readCredentials.
  accountId: rule(undefined, (value) => value as string),
  licenseKey: rule(undefined, (value) => value as string),
  environment: rule('production', oneOf('production', 'sandbox')),
  baseUrl: rule(undefined, readBaseUrl),
  fetch: rule(undefined, (value) => {
    if (typeof value === 'function') return value as FetchFunction;
    throw new OptionProblem(`must be a function, not ${kindOf(value)}`);
  }),
  logger: rule(undefined, (value) => {
    const methods = isObject(value)
      ? logLevels.map((name): unknown => Reflect.get(value, name))
      : [undefined];
    if (methods.every((method) => typeof method === 'function')) {
      return value as NonNullable<ClientOptions['logger']>;
    }
    throw new OptionProblem('must have the methods debug, info, warn and error');
  }),
  hooks: rule(noHooks, readHooks),
  appInfo: rule(undefined, readAppInfo),
  dangerouslyAllowBrowser: rule(false, boolean),
};

/**
 * Checks a client's options and completes them.
 *
 * @param auth - `form` for the legacy services, which need no account ID.
 * @throws InvalidRequestError with every problem at once, before any call.
 */
export function resolveClient(options: ClientOptions, auth: 'basic' | 'form'): ClientSettings {
  return resolveClientWith(options, auth, {}).client;
}

/**
 * The same for a client with options of its own.
 *
 * @param own - Their rules.
 */
export function resolveClientWith<Own extends object>(
  options: ClientOptions & Own,
  auth: 'basic' | 'form',
  own: OptionRules<Own>,
): { readonly client: ClientSettings; readonly own: Own } {
  const rules = { ...perClient, ...own } as OptionRules<ClientOptions>;
  const { values, given, issues } = readOptions<ClientOptions>(options, rules);
  if (!isObject(options)) {
    const how = "options must be one object, such as { accountId: 42, licenseKey: '…' }";
    throw refusal('The client', [optionIssue('', how)]);
  }
  if (given.has('baseUrl') && given.has('environment')) {
    issues.push(optionIssue('baseUrl', 'cannot be given together with environment'));
  }
  const isElsewhere = given.has('baseUrl') || given.has('environment');
  const baseUrl = isElsewhere ? values.baseUrl : baseUrlOfEnvironment(issues);
  const credentials = readCredentials(values.accountId, values.licenseKey, auth, issues);
  if (values.dangerouslyAllowBrowser !== true && isBrowser()) {
    const reason =
      'a page shows the license key to every visitor: call the service from your server, ' +
      'or set dangerouslyAllowBrowser for a page that only you open';
    issues.push(optionIssue('', reason, 'BROWSER'));
  }
  if (credentials === undefined || issues.length > 0) throw refusal('The client', issues);
  const client = {
    credentials,
    baseUrl: baseUrl ?? environments[values.environment ?? 'production'],
    fetch: values.fetch,
    log: createLog(values.logger),
    hooks: values.hooks ?? noHooks,
    app: values.appInfo === undefined ? '' : ` ${userAgentOf(values.appInfo)}`,
    defaults: { ...sharedSettings(values), signal: undefined, context: undefined },
  };
  return { client, own: values as unknown as Own };
}

/** So a test that starts the emulator, or a deployment, chooses the server without a change of the program. */
function baseUrlOfEnvironment(issues: Issue[]): string | undefined {
  const value = environmentVariable('MINFRAUD_BASE_URL') ?? '';
  if (value === '') return undefined;
  try {
    return readBaseUrl(value);
  } catch (error) {
    if (!(error instanceof OptionProblem)) throw error;
    issues.push(optionIssue('MINFRAUD_BASE_URL', `in the environment ${error.message}`));
    return undefined;
  }
}

/** @throws InvalidRequestError with every problem at once, before anything is sent. */
export function resolveCall(
  defaults: CallSettings,
  options: CallOptions | undefined,
): CallSettings {
  if (options === undefined) return defaults;
  const { values, given, issues } = readOptions<CallOptions>(options, perCall);
  if (issues.length > 0) throw refusal('The call', issues);
  const settings: Record<string, unknown> = { ...defaults };
  for (const name of given) settings[name] = values[name as keyof CallOptions];
  settings['headers'] = { ...defaults.headers, ...(values.headers as CallSettings['headers']) };
  return settings as unknown as CallSettings;
}

const forRequests: OptionRules<Pick<SharedOptions, 'invalid' | 'hashEmail'>> = {
  invalid: shared.invalid,
  hashEmail: shared.hashEmail,
};

/** @throws InvalidRequestError with every problem at once. */
export function resolveRequestSettings(
  options: Pick<SharedOptions, 'invalid' | 'hashEmail'>,
): Pick<CallSettings, 'invalid' | 'hashEmail'> {
  const { values, issues } = readOptions(options, forRequests);
  if (issues.length > 0) throw refusal('The preview', issues);
  return values as Pick<CallSettings, 'invalid' | 'hashEmail'>;
}

/** The error for options that cannot be used. */
function refusal(what: string, issues: readonly Issue[]): InvalidRequestError {
  const listed = issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
  const code = issues[0]?.code ?? 'OPTION_INVALID';
  return new InvalidRequestError(`${what} cannot be set up: ${listed}`, { code, issues });
}

type Shared = Omit<CallSettings, 'signal' | 'context'>;

function sharedSettings(values: { readonly [Name in keyof SharedOptions]-?: unknown }): Shared {
  const { timeout, deadline, maxRetries, invalid, hashEmail, locales, headers } = values;
  return { timeout, deadline, maxRetries, invalid, hashEmail, locales, headers } as Shared;
}
