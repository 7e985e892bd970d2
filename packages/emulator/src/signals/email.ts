/** What an email address and its domain say. */

import { createHash } from 'node:crypto';
import { day, fraction, hundredths } from '../fingerprint.ts';
import { present, type EmailDomain, type EmailResult, type Transaction } from '../wire-types.ts';

/** An address, looked at once. */
export interface EmailSignal {
  readonly record: EmailResult;
  /** Days between the first sighting and the transaction. */
  readonly age: number | undefined;
  readonly domainAge: number | undefined;
  /** The part before the @, unless the address came hashed. */
  readonly localPart: string | undefined;
}

/** Sightings per million, as the vendor counts them. */
const free: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'gmail.com': 630_000,
    'yahoo.com': 110_000,
    'hotmail.com': 84_000,
    'outlook.com': 52_000,
    'icloud.com': 37_000,
    'aol.com': 18_000,
    'gmx.de': 4300,
    'web.de': 3900,
    'mail.ru': 5200,
    'qq.com': 7600,
    'proton.me': 2800,
    'free.example': 1200,
  }),
);
const disposable: ReadonlySet<string> = new Set([
  'mailinator.com',
  'guerrillamail.com',
  '10minutemail.com',
  'yopmail.com',
  'disposable.example',
]);
const internetProviders: ReadonlySet<string> = new Set([
  'comcast.net',
  'verizon.net',
  'orange.fr',
  't-online.de',
  'isp.example',
]);

/** In clear text any address that starts so; hashed only these two, whose MD5 the emulator knows. */
const HIGH_RISK = /^fraud/i;
const highRiskHashes: ReadonlySet<string> = new Set(
  ['fraud@example.com', 'fraudster@example.com'].map((address) =>
    createHash('md5').update(address).digest('hex'),
  ),
);
/** MD5 of nothing and of words that a broken integration hashes: the service does not use them. */
const unusableHashes: ReadonlySet<string> = new Set(
  ['', 'null', 'undefined', 'nan', 'none'].map((word) =>
    createHash('md5').update(word).digest('hex'),
  ),
);

const HASH = /^[0-9a-f]{32}$/i;

/** True for an address that only an error in the integration can produce. */
export function isUnusable(address: string): boolean {
  return unusableHashes.has(address.toLowerCase());
}

/** Undefined when there is neither an address nor a domain. */
export function lookUpEmail(
  email: Transaction['email'],
  moment: Date,
  seed: string,
  reported = false,
): EmailSignal | undefined {
  const address =
    email?.address === undefined || isUnusable(email.address) ? undefined : email.address;
  const hashed = address !== undefined && HASH.test(address);
  const at = address?.lastIndexOf('@') ?? -1;
  const localPart = address === undefined || hashed ? undefined : address.slice(0, at);
  const domain = (hashed || at < 0 ? email?.domain : address?.slice(at + 1))?.toLowerCase();
  if (!address && !domain) return undefined;

  const domainRecord = domain ? domainDetails(domain, moment, seed) : undefined;
  const firstSeen =
    address &&
    // Nothing can have come from a domain before the domain itself was seen.
    latest(addressFirstSeen(address, localPart, moment, seed), domainRecord?.first_seen);
  return {
    record: present<EmailResult>({
      domain: domainRecord,
      first_seen: firstSeen,
      is_disposable: domain ? disposable.has(domain) : undefined,
      is_free: domain ? free.has(domain) : undefined,
      is_high_risk: address
        ? reported || HIGH_RISK.test(localPart ?? '') || highRiskHashes.has(address.toLowerCase())
        : undefined,
    }),
    age: daysBefore(moment, firstSeen),
    domainAge: daysBefore(moment, domainRecord?.first_seen),
    localPart,
  };
}

/** The later of two days. */
function latest(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one;
}

function addressFirstSeen(
  address: string,
  localPart: string | undefined,
  moment: Date,
  seed: string,
): string {
  if (localPart !== undefined && /^new/i.test(localPart)) return moment.toISOString().slice(0, 10);
  if (localPart !== undefined && /^regular/i.test(localPart)) return '2012-04-20';
  return day('2008-01-01', '2025-06-30', seed, 'first seen', address.toLowerCase());
}

function domainDetails(domain: string, moment: Date, seed: string): EmailDomain {
  const volume = free.get(domain) ?? smallVolume(domain, seed);
  return present<EmailDomain>({
    classification: classify(domain),
    first_seen: domainFirstSeen(domain, moment, seed),
    risk: domainRisk(domain, seed),
    // The vendor visits domains of low volume only.
    visit: volume < 10 ? visit(domain, moment, seed) : undefined,
    volume,
  });
}

function smallVolume(domain: string, seed: string): number {
  return Number((0.001 + fraction(seed, 'volume', domain) * 8.9).toPrecision(2));
}

function domainFirstSeen(domain: string, moment: Date, seed: string): string {
  if (free.has(domain)) return '2019-01-01';
  if (domain.startsWith('new')) {
    return new Date(moment.getTime() - 10 * 86_400_000).toISOString().slice(0, 10);
  }
  // Domains of regular customers have been there as long as the vendor keeps count.
  return domain === 'example.com'
    ? '2019-01-01'
    : day('2019-01-01', '2025-06-30', seed, 'domain first seen', domain);
}

function domainRisk(domain: string, seed: string): number {
  if (disposable.has(domain)) return hundredths(70 + fraction(seed, 'domain risk', domain) * 25);
  return hundredths(0.2 + fraction(seed, 'domain risk', domain) * (free.has(domain) ? 4 : 12));
}

function visit(domain: string, moment: Date, seed: string): NonNullable<EmailDomain['visit']> {
  const daysAgo = 1 + Math.floor(fraction(seed, 'visit', domain) * 30);
  return present<NonNullable<EmailDomain['visit']>>({
    has_redirect: domain.includes('redirect') ? true : undefined,
    last_visited_on: new Date(moment.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10),
    status: domain.includes('parked')
      ? 'parked'
      : domain.includes('offline')
        ? 'dns_error'
        : 'live',
  });
}

function classify(domain: string): string | undefined {
  if (/\.(edu|ac\.[a-z]{2})$/.test(domain)) return 'education';
  if (/\.(gov|mil|gov\.[a-z]{2}|gouv\.fr)$/.test(domain)) return 'government';
  if (internetProviders.has(domain)) return 'isp_email';
  return free.has(domain) || disposable.has(domain) ? undefined : 'business';
}

function daysBefore(moment: Date, date: string | undefined): number | undefined {
  return date === undefined
    ? undefined
    : Math.floor((moment.getTime() - Date.parse(date)) / 86_400_000);
}
