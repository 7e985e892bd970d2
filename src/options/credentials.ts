/** The account ID and the license key: where they come from, and where they are kept. */
import type { Issue } from '../errors.ts';
import { environmentVariable } from './environment.ts';
import { optionIssue } from './read-options.ts';

/** Holds the account ID and the license key where neither inspect, JSON nor a log can see them. */
export class Credentials {
  readonly #accountId: string;
  readonly #licenseKey: string;

  /** @param accountId `''` for the legacy services, which know the account by its key. */
  constructor(accountId: string, licenseKey: string) {
    this.#accountId = accountId;
    this.#licenseKey = licenseKey;
  }

  /** For the form of a legacy service. */
  licenseKey(): string {
    return this.#licenseKey;
  }

  /** The headers that sign in: none for the legacy services, whose form carries the key. */
  headers(): Record<string, string> {
    return this.#accountId === '' ? {} : { Authorization: `Basic ${this.#basic()}` };
  }

  /** The spellings in which a service, a proxy or a runtime might repeat the key. */
  secrets(): string[] {
    const key = this.#licenseKey;
    const bytes = new TextEncoder().encode(key);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const percent = percentEncoded(key);
    const spellings = [
      key,
      this.#accountId,
      // Padding may be left out.
      ...[this.#basic(), btoa(String.fromCharCode(...bytes))].map((one) => one.replace(/=+$/, '')),
      hex,
      formEncoded(key),
      percent,
      percentEncoded(percent),
      JSON.stringify(key).slice(1, -1),
      key.replace(/[^A-Za-z0-9]/g, (c) => `&#${c.charCodeAt(0)};`),
    ];
    // An account ID of a few digits stands in every stack and says nothing by itself.
    return spellings.filter((spelling) => !/^\d{0,3}$/.test(spelling));
  }

  /** RFC 7617 with charset UTF-8: `btoa` alone throws on a key that is not Latin-1. */
  #basic(): string {
    const bytes = new TextEncoder().encode(`${this.#accountId}:${this.#licenseKey}`);
    return btoa(String.fromCharCode(...bytes));
  }

  toJSON(): string {
    return '[credentials]';
  }
}

/**
 * Both from the options or both from the environment: a key of one account with the number of another
 * would be refused by the service, or worse, accepted.
 *
 * @param accountId - `undefined` when it was not given, as well as for `licenseKey`.
 * @param auth - `form` for the legacy services, which need no account ID.
 * @returns `undefined` when issues were added.
 */
export function readCredentials(
  accountId: unknown,
  licenseKey: unknown,
  auth: 'basic' | 'form',
  issues: Issue[],
): Credentials | undefined {
  const before = issues.length;
  const isGiven = accountId !== undefined || licenseKey !== undefined;
  const key = isGiven ? licenseKey : environmentVariable('MAXMIND_LICENSE_KEY');
  const account = isGiven ? accountId : environmentVariable('MAXMIND_ACCOUNT_ID');
  // No message repeats a value: it might be the key in the wrong place.
  if (key === undefined || key === '') {
    issues.push(missing('licenseKey', 'MAXMIND_LICENSE_KEY', isGiven));
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  } else if (typeof key !== 'string' || /[\0-\x1f\x7f]|^ | $/.test(key)) {
    const rule = 'must be a string without line breaks, and without spaces at its ends';
    issues.push(optionIssue('licenseKey', rule));
  }
  if (auth === 'basic') {
    if (account === undefined || account === '') {
      issues.push(missing('accountId', 'MAXMIND_ACCOUNT_ID', isGiven));
    } else if (!isAccountId(account)) {
      issues.push(optionIssue('accountId', 'must be a MaxMind account ID, such as 123456'));
    }
  }
  if (issues.length > before) return undefined;
  return new Credentials(auth === 'basic' ? String(account) : '', String(key));
}

function missing(name: string, variable: string, isGiven: boolean): Issue {
  const both = isGiven ? ', since both credentials must come from the same place' : '';
  const message = `is missing: pass it, or set the environment variable ${variable}${both}`;
  return optionIssue(name, message, 'CREDENTIALS_MISSING');
}

function isAccountId(value: unknown): value is number | string {
  return (
    (typeof value === 'number' || typeof value === 'string') &&
    /^[1-9]\d{0,15}$/.test(String(value))
  );
}

/** As the legacy services get it. */
function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // A lone surrogate.
  }
}
