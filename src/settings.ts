/** Settings a client and a call run with: options checked, all problems at once, and completed. */
import { Credentials } from './credentials.ts';
import { InvalidRequestError, type Issue } from './errors.ts';
import { headerEntries, reservedHeader } from './headers.ts';
import { type Hooks } from './hooks.ts';
import { createLog, isLogLevel, type Log } from './logger.ts';
import { nearestName } from './formats/nearest-name.ts';
import {
  type CallOptions,
  type ClientOptions,
  type FetchFunction,
  type HeaderValues,
  type SharedOptions,
} from './options.ts';

/** What a call runs with: the client's settings, with those of the call on top. */
export interface CallSettings {
  readonly timeout: number;
  readonly deadline: number | undefined;
  readonly maxRetries: number;
  readonly validate: boolean;
  readonly checkSize: boolean;
  readonly checkCards: boolean;
  readonly hashEmail: boolean;
  readonly locales: readonly string[];
  /** Beyond the client's own, keys in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** A client's options, checked and completed. Holds secrets: keep it in a private field. */
export interface ClientSettings {
  readonly credentials: Credentials;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly fetch: FetchFunction | undefined;
  readonly log: Log | undefined;
  readonly hooks: Hooks;
  readonly defaults: CallSettings;
}

/** Where each environment lives: developer docs, "Service endpoints" and "Sandbox". */
const environments: Readonly<Record<string, string>> = {
  production: 'https://minfraud.maxmind.com',
  sandbox: 'https://sandbox.maxmind.com',
};

/** `setTimeout` fires at once beyond this. */
const longestTimer = 2_147_483_647;

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

const milliseconds: Check = (value) =>
  typeof value === 'number' && value > 0 && value <= longestTimer
    ? undefined
    : `must be a number of milliseconds above 0, at most ${longestTimer}, not ${shown(value)}`;

const boolean: Check = (value) =>
  typeof value === 'boolean' ? undefined : `must be true or false, not ${shown(value)}`;

const shared: Readonly<Record<keyof SharedOptions, Check>> = {
  timeout: milliseconds,
  deadline: milliseconds,
  maxRetries: (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100
      ? undefined
      : `must be a whole number from 0 to 100, not ${shown(value)}`,
  validate: boolean,
  checkSize: boolean,
  checkCards: boolean,
  hashEmail: boolean,
  locales: (value) =>
    Array.isArray(value) && value.every((code) => typeof code === 'string')
      ? undefined
      : "must be a list of locale codes such as ['en']",
  headers: headersProblem,
};

const callChecks: Readonly<Record<string, Check>> = {
  ...shared,
  // An AbortSignal of another realm or a polyfill is as good.
  signal: (value) =>
    isObject(value) && 'addEventListener' in value && 'aborted' in value
      ? undefined
      : `must be an AbortSignal, not ${shown(value)}`,
};

const callable = (value: unknown): boolean => typeof value === 'function';

const clientChecks: Readonly<Record<string, Check>> = {
  ...shared,
  // Checked together, with the environment's variables, by credentialsOf.
  accountId: () => undefined,
  licenseKey: () => undefined,
  environment: (value) =>
    Object.hasOwn(environments, String(value))
      ? undefined
      : `must be 'production' or 'sandbox', not ${shown(value)}`,
  baseUrl: baseUrlProblem,
  fetch: (value) => (callable(value) ? undefined : `must be a function, not ${shown(value)}`),
  logger: (value) =>
    methodsOf(value, ['debug', 'info', 'warn', 'error']).every(callable)
      ? undefined
      : 'must have the methods debug, info, warn and error',
  hooks: (value) =>
    methodsOf(value, ['onRequest', 'onResponse', 'onRetry']).every(
      (method) => method === undefined || callable(method),
    )
      ? undefined
      : 'must be an object of the functions onRequest, onResponse and onRetry',
};

/**
 * Checks a client's options and completes them.
 * @param auth `form` for the legacy services, which need no account ID.
 * @throws InvalidRequestError with every problem at once, before any call.
 */
export function resolveClient(options: ClientOptions, auth: 'basic' | 'form'): ClientSettings {
  const issues = problems(options, clientChecks);
  if (!isObject(options)) throw refusal('The client', issues);
  if (options.baseUrl !== undefined && options.environment !== undefined) {
    issues.push(issue('baseUrl', 'OPTION_INVALID', 'cannot be given beside environment'));
  }
  const credentials = credentialsOf(options, auth, issues);
  if (credentials === undefined || issues.length > 0) throw refusal('The client', issues);

  const level = environmentVariable('MINFRAUD_LOG')?.toLowerCase();
  const known = level === 'off' || (level !== undefined && isLogLevel(level)) ? level : undefined;
  return {
    credentials,
    baseUrl: (options.baseUrl ?? environments[options.environment ?? 'production'] ?? '').replace(
      /\/+$/,
      '',
    ),
    fetch: options.fetch,
    log: createLog(options.logger, known),
    hooks: options.hooks ?? {},
    defaults: {
      timeout: options.timeout ?? 10_000,
      deadline: options.deadline,
      maxRetries: options.maxRetries ?? 2,
      validate: options.validate ?? true,
      checkSize: options.checkSize ?? true,
      checkCards: options.checkCards ?? true,
      hashEmail: options.hashEmail ?? false,
      locales: [...(options.locales ?? ['en'])],
      headers: Object.fromEntries(headerEntries(options.headers)),
      signal: undefined,
    },
  };
}

/** @throws InvalidRequestError with every problem at once, before anything is sent. */
export function resolveCall(
  defaults: CallSettings,
  options: CallOptions | undefined,
): CallSettings {
  if (options === undefined) return defaults;
  const issues = problems(options, callChecks);
  if (issues.length > 0) throw refusal('The call', issues);
  const { headers, ...others } = options;
  const settings = { ...defaults };
  for (const [name, value] of Object.entries(others)) {
    // `undefined` is as if it were not there: { timeout: config.timeout } must not unset a default.
    if (value !== undefined) Object.assign(settings, { [name]: value });
  }
  if (headers === undefined) return settings;
  return {
    ...settings,
    headers: { ...defaults.headers, ...Object.fromEntries(headerEntries(headers)) },
  };
}

function problems(options: unknown, checks: Readonly<Record<string, Check>>): Issue[] {
  if (!isObject(options)) {
    return [issue('', 'OPTION_INVALID', `options must be an object, not ${shown(options)}`)];
  }
  const found: Issue[] = [];
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) {
      const meant = nearestName(name, Object.keys(checks));
      const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
      found.push(issue(name, 'OPTION_UNKNOWN', `is not an option${hint}`));
    } else if (value !== undefined) {
      const problem = check(value);
      if (problem !== undefined) found.push(issue(name, 'OPTION_INVALID', problem));
    }
  }
  return found;
}

function credentialsOf(
  options: ClientOptions,
  auth: 'basic' | 'form',
  issues: Issue[],
): Credentials | undefined {
  // No message here repeats a value: it might be the key in the wrong place.
  const licenseKey = options.licenseKey ?? environmentVariable('MAXMIND_LICENSE_KEY')?.trim();
  const accountId = options.accountId ?? environmentVariable('MAXMIND_ACCOUNT_ID')?.trim();
  const before = issues.length;
  if (licenseKey === undefined || licenseKey === '') {
    const advice = 'is missing: give it, or set MAXMIND_LICENSE_KEY in the environment';
    issues.push(issue('licenseKey', 'CREDENTIALS_MISSING', advice));
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  } else if (typeof licenseKey !== 'string' || /[\0-\x1f\x7f]|^ | $/.test(licenseKey)) {
    const advice = 'must be a string without line breaks or spaces around it';
    issues.push(issue('licenseKey', 'OPTION_INVALID', advice));
  }
  if (auth === 'basic') {
    if (accountId === undefined || accountId === '') {
      const advice = 'is missing: give it, or set MAXMIND_ACCOUNT_ID in the environment';
      issues.push(issue('accountId', 'CREDENTIALS_MISSING', advice));
    } else if (!/^[1-9]\d{0,15}$/.test(String(accountId))) {
      issues.push(issue('accountId', 'OPTION_INVALID', 'must be the number of a MaxMind account'));
    }
  }
  if (issues.length > before) return undefined;
  return new Credentials(auth === 'basic' ? String(accountId) : '', String(licenseKey));
}

function baseUrlProblem(value: unknown): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  // The value stays out of the message: it may hold credentials.
  if (url === undefined) return "must be an absolute URL such as 'https://minfraud.maxmind.com'";
  if (url.username !== '' || url.password !== '') return 'must not hold credentials';
  if (url.search !== '' || url.hash !== '') return 'must not have a query or a fragment';
  if (url.protocol === 'https:') return undefined;
  const loopback = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && loopback) return undefined;
  return 'must be https: credentials go over plain http to no host but this machine';
}

function headersProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'must be an object of header values';
  try {
    for (const [name, text] of headerEntries(value as HeaderValues)) {
      if (typeof text !== 'string') return `must hold strings, and ${name} is not one`;
      if (reservedHeader(name)) return `cannot hold ${name}: the client sets it itself`;
      new Headers([[name, text]]);
    }
    return undefined;
  } catch {
    // Not the runtime's own message: it quotes the value.
    return 'hold a name or a value that HTTP does not allow';
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function methodsOf(value: unknown, names: readonly string[]): unknown[] {
  if (!isObject(value)) return [null];
  return names.map((name): unknown => Reflect.get(value, name));
}

function issue(path: string, code: string, message: string): Issue {
  return { pointer: '', path, code, message };
}

function refusal(what: string, issues: readonly Issue[]): InvalidRequestError {
  const listed = issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
  const code = issues[0]?.code ?? 'OPTION_INVALID';
  return new InvalidRequestError(`${what} cannot be set up: ${listed}`, { code, issues });
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

/** The core runs where there is no `process`, and on Deno reading one may need permission. */
function environmentVariable(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name];
  } catch {
    return undefined;
  }
}
