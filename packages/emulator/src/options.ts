/** What may be said at the start, and the checks that keep a typo from going unnoticed. */

import { isIP } from 'node:net';
import { TEST_ACCOUNT_ID, TEST_LICENSE_KEY, type Account, type Service } from './accounts.ts';
import type { MadeAnswer } from './answers.ts';
import type { DispositionUpdate } from './disposition-log.ts';
import {
  expectInteger,
  expectNames,
  expectOneOf,
  expectRecord,
  expectType,
  requireRecord,
} from './expect.ts';
import type { Faults } from './faults.ts';
import type { RecordedRequest } from './recording.ts';

/**
 * Options of `startEmulator`, all of them optional.
 *
 * @example
 * const emulator = await startEmulator({ seed: 'checkout', clock: () => new Date('2026-11-01T12:00:00Z') });
 */
export interface EmulatorOptions {
  /** Port to listen on. Default 0: any free one. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1, which cannot be reached from outside this machine. */
  readonly host?: string;
  /**
   * More names or IP addresses that callers may use for this machine, such as the name of a container. Who
   * calls it by one of them may use the page and `/_emulator/` from another machine too. Default: none,
   * which keeps web pages and other machines out.
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Whether it speaks TLS, with a certificate that is made at its start: see
   * `emulator.certificateAuthority`. Default `false`: plain HTTP.
   */
  readonly tls?: boolean;
  /**
   * Whether the process may end while it is running, so that a forgotten emulator does not keep a test
   * runner alive. Default `true`; `false` for a program that is nothing but the emulator.
   */
  readonly unref?: boolean;
  /** Whether it listens; with `false` only its `fetch` responds. Default `true`. */
  readonly listen?: boolean;
  /** An OpenAPI document, or the JSON file that holds one. Default: the spec of this package. */
  readonly spec?: object | string | URL;
  /** Who may call. Default: one account, {@link TEST_ACCOUNT_ID} with {@link TEST_LICENSE_KEY}. */
  readonly accounts?: readonly Account[];
  /** Your own responses to certain transactions. The first that matches is used. Default: none. */
  readonly answers?: readonly MadeAnswer[];
  /** How to misbehave. Default: not at all. */
  readonly faults?: Faults;
  /** Another seed gives other risks, dates and identifiers for the same requests. Default: one fixed seed. */
  readonly seed?: string | number;
  /** The present moment, for requests that name no time. Default: the machine's clock. */
  readonly clock?: () => Date;
  /** Whether what was scored and reported changes later responses. Default `false`. */
  readonly history?: boolean;
  /** Manual changes of dispositions to list. Default: none. */
  readonly dispositions?: readonly DispositionUpdate[];
  /** Updates on a page, 1 to 1000. Default 1000, as in the service. */
  readonly dispositionPageSize?: number;
  /** How many requests are kept in `requests`; the oldest are forgotten. Default 1000. */
  readonly maxRequests?: number;
  /** Whether there is an HTTP interface under `/_emulator/` for tests in any language. Default `false`. */
  readonly control?: boolean;
  /** Called after each response, for a log. What it throws is ignored. Default: none. */
  readonly onRequest?: (request: RecordedRequest) => void;
  /** With 200, errors of the legacy services come as they did until 2026-06-30. Default: their own status. */
  readonly legacyErrorStatus?: 200;
  /** What stands between the fields of a Proxy Detection response. Default `;`. */
  readonly proxySeparator?: ';' | ',';
}

const OPTIONS: Readonly<Record<keyof EmulatorOptions, true>> = {
  port: true,
  host: true,
  allowedHosts: true,
  tls: true,
  unref: true,
  listen: true,
  spec: true,
  accounts: true,
  answers: true,
  faults: true,
  seed: true,
  clock: true,
  history: true,
  dispositions: true,
  dispositionPageSize: true,
  maxRequests: true,
  control: true,
  onRequest: true,
  legacyErrorStatus: true,
  proxySeparator: true,
};
const ACCOUNT: Readonly<Record<keyof Account, true>> = {
  accountId: true,
  licenseKey: true,
  funds: true,
  permissions: true,
  rules: true,
  legacyVersion: true,
  legacyServiceLevel: true,
};
const SERVICES: Readonly<Record<Service, true>> = {
  score: true,
  insights: true,
  factors: true,
  report: true,
  dispositions: true,
  legacy: true,
  proxyDetection: true,
};

/** Throws for names and values that mean nothing; faults and `answers` are checked where they are read. */
export function checkOptions(options: EmulatorOptions): void {
  requireRecord(options, 'the options of startEmulator');
  expectNames(options, Object.keys(OPTIONS), 'startEmulator');
  expectInteger(options.port, 0, 65_535, 'port');
  expectInteger(options.maxRequests, 0, 1_000_000, 'maxRequests');
  expectType(options.host, 'string', 'host');
  for (const name of ['clock', 'onRequest'] as const) expectType(options[name], 'function', name);
  for (const name of ['listen', 'history', 'control', 'tls', 'unref'] as const) {
    expectType(options[name], 'boolean', name);
  }
  for (const name of ['allowedHosts', 'accounts', 'dispositions'] as const) {
    if (options[name] !== undefined && !Array.isArray(options[name])) {
      throw new TypeError(`${name} must be a list`);
    }
  }
  options.allowedHosts?.forEach(checkHost);
  if (options.listen === false && options.tls === true) {
    throw new TypeError('tls needs a socket: leave out listen: false');
  }
  expectOneOf(options.legacyErrorStatus, [200], 'legacyErrorStatus');
  expectOneOf(options.proxySeparator, [';', ','], 'proxySeparator');
  options.accounts?.forEach(checkAccount);
  const ids = options.accounts?.map(({ accountId }) => accountId) ?? [];
  if (new Set(ids).size !== ids.length)
    throw new RangeError('two accounts have the same accountId');
}

/** `minfraud:8080` or `https://minfraud` would match no Host header. */
function checkHost(host: unknown, index: number): void {
  const place = `allowedHosts[${index}]`;
  expectType(host ?? null, 'string', place);
  if (isIP(String(host)) !== 0 || /^[^\s:/@?#[\]]+$/.test(String(host))) return;
  throw new TypeError(`${place} must be a name or an IP address, without scheme, port or brackets`);
}

function checkAccount(account: unknown, index: number): void {
  const place = `accounts[${index}]`;
  expectRecord(account, place);
  expectNames(account, Object.keys(ACCOUNT), place);
  const { accountId, licenseKey, funds, permissions, rules } = account;
  if (accountId === undefined) throw new TypeError(`${place} needs an accountId`);
  expectInteger(accountId, 0, Number.MAX_SAFE_INTEGER, `${place}.accountId`);
  const keys = [licenseKey].flat();
  if (keys.length === 0 || keys.some((key) => typeof key !== 'string' || key === '')) {
    throw new TypeError(`${place}.licenseKey must be a string or a list of strings`);
  }
  if (funds !== undefined && !(typeof funds === 'number' && funds >= 0 && funds < 1e9)) {
    throw new RangeError(`${place}.funds must be an amount in US dollars`);
  }
  expectOneOf(account['legacyVersion'], ['1.0', '1.1', '1.2', '1.3'], `${place}.legacyVersion`);
  expectOneOf(
    account['legacyServiceLevel'],
    ['standard', 'premium'],
    `${place}.legacyServiceLevel`,
  );
  listOf(permissions, `${place}.permissions`).forEach((service, at) => {
    expectOneOf(service ?? null, Object.keys(SERVICES), `${place}.permissions[${at}]`);
  });
  listOf(rules, `${place}.rules`).forEach((rule, at) => {
    expectRecord(rule, `${place}.rules[${at}]`);
    expectNames(rule, ['minimumRiskScore', 'action', 'label'], `${place}.rules[${at}]`);
    expectType(
      rule['minimumRiskScore'] ?? null,
      'number',
      `${place}.rules[${at}].minimumRiskScore`,
    );
    expectOneOf(
      rule['action'] ?? null,
      ['accept', 'manual_review', 'reject', 'test'],
      `${place}.rules[${at}].action`,
    );
  });
}

function listOf(value: unknown, place: string): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`${place} must be a list`);
  return value;
}

/** The accounts of an emulator. An empty list lets no caller in. */
export function accountsOf({ accounts }: EmulatorOptions): readonly Account[] {
  return accounts ?? [{ accountId: TEST_ACCOUNT_ID, licenseKey: TEST_LICENSE_KEY }];
}
