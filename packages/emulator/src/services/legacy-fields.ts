/** The 52 output fields of minFraud Legacy, each computed from what an order shows. */

import { hundredths } from '../fingerprint.ts';
import type { KnownNetwork } from '../geo/networks.ts';
import { sentPostal } from '../geo/places.ts';
import { riskFactors, riskScore, type Signals } from '../risk.ts';
import { findIssue, sameName, samePhone } from '../signals/card.ts';
import { isAnonymousProxy } from '../signals/ip-address.ts';
import { distance, inIpCountry, isReshipper } from '../signals/postal-address.ts';
import type { LegacyResult } from '../wire-types.ts';

/** An order as the fields see it. */
export interface ScoredOrder {
  readonly signals: Signals;
  readonly order: ReadonlyMap<string, string>;
  readonly premium: boolean;
  readonly version: string;
  /** Undefined for what is no IP address. */
  readonly proxyScore: number | undefined;
  readonly queriesRemaining: number;
  readonly maxmindId: string;
  readonly warning: string;
}

type Value = string | number | boolean | undefined;
type Field = (order: ScoredOrder) => Value;

function network({ signals }: ScoredOrder): KnownNetwork | undefined {
  return signals.ip?.network;
}

const place = (order: ScoredOrder): KnownNetwork['place'] => network(order)?.place;

function score({ signals }: ScoredOrder): number {
  return riskScore(riskFactors(signals));
}

function countryCode(order: ScoredOrder): Value {
  // The documented code for satellite providers; A1, for anonymous proxies, left in February 2025.
  if (network(order)?.connectionType === 'Satellite') return 'A2';
  // The country of a base, not the one that it lies in.
  return network(order)?.represents ?? network(order)?.country;
}

/** Yes, No, NotFound (no such BIN) or NA (nothing to compare). */
function binComparison(
  order: ScoredOrder,
  claimed: Value,
  match: () => boolean | undefined,
): Value {
  if (!order.order.get('bin') || !claimed) return 'NA';
  if (findIssue(order.order.get('bin')) === undefined) return 'NotFound';
  return match() ?? 'NotFound';
}

function issue(order: ScoredOrder): ReturnType<typeof findIssue> {
  return findIssue(order.order.get('bin'));
}

function binMatch(order: ScoredOrder): Value {
  if (!order.order.get('bin')) return 'NA';
  if (issue(order) === undefined) return 'NotFound';
  const country = order.signals.billing?.country;
  return country === undefined ? undefined : issue(order)?.country === country;
}

function phoneInBillingArea({ signals }: ScoredOrder): Value {
  if (signals.billingPhone?.country !== 'US') return undefined;
  return signals.billingPhone.matches_postal ?? 'NotFound';
}

function shipForward({ signals, order }: ScoredOrder): Value {
  if (!order.get('shipAddr')) return undefined;
  return signals.shipping?.country === undefined ? 'NA' : isReshipper(signals.shipping);
}

/** Where minFraud Legacy gives postal codes, by `ip_postalCode` of its page. */
const POSTAL_COUNTRIES: ReadonlySet<string> = new Set([
  ...['AU', 'CA', 'CH', 'DE', 'ES', 'FR', 'GB', 'IT', 'US'],
]);

function ipPostalCode(order: ScoredOrder): string | undefined {
  const found = place(order);
  return found && POSTAL_COUNTRIES.has(found.country) ? sentPostal(found) : undefined;
}

function camelCase(word: string | undefined): string | undefined {
  return word?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const speeds = ['Dialup', 'Cable/DSL', 'Corporate', 'Cellular'];

/**
 * By name; booleans are printed as Yes and No, nothing as an empty value. A field that the spec has
 * lost does not compile; one that it has gained comes from its example.
 */
export const legacyFields: Readonly<Partial<Record<keyof LegacyResult, Field>>> = {
  riskScore: score,
  score: (order) => hundredths(score(order) / 10).toFixed(2),
  explanation: (order) =>
    `This order has ${score(order) < 20 ? 'a low' : 'an elevated'} risk of fraud`,
  countryMatch: ({ signals }) => inIpCountry(signals.billing, signals.ip),
  highRiskCountry: ({ signals }) => (signals.ip?.country ? false : undefined),
  distance: ({ signals }) => distance(signals.billing, signals.ip),
  ip_accuracyRadius: (order) => (place(order) ? 20 : undefined),
  ip_city: (order) => place(order)?.names.en,
  ip_region: (order) => place(order)?.subdivision?.isoCode,
  ip_regionName: (order) => place(order)?.subdivision?.names.en,
  ip_postalCode: ipPostalCode,
  ip_metroCode: (order) => place(order)?.metroCode,
  ip_areaCode: () => undefined,
  countryCode,
  ip_countryName: ({ signals }) => signals.ip?.country?.names.en,
  ip_continentCode: ({ signals }) => signals.ip?.country?.continent.code,
  ip_latitude: ({ signals }) => signals.ip?.point?.latitude.toFixed(4),
  ip_longitude: ({ signals }) => signals.ip?.point?.longitude.toFixed(4),
  ip_timeZone: (order) => place(order)?.timeZone,
  ip_asnum: (order) => {
    const known = network(order);
    return known && `AS${known.autonomousSystem} ${known.organization}`;
  },
  ip_userType: (order) => camelCase(network(order)?.userType),
  ip_netSpeedCell: (order) => speeds.find((speed) => speed === network(order)?.connectionType),
  ip_domain: (order) => network(order)?.domain,
  ip_isp: (order) => network(order)?.isp,
  ip_org: (order) => network(order)?.organization,
  ip_cityConf: (order) => (place(order) ? 80 : undefined),
  ip_regionConf: (order) => (place(order)?.subdivision ? 90 : undefined),
  ip_postalConf: (order) => (ipPostalCode(order) === undefined ? undefined : 40),
  ip_countryConf: ({ signals }) => (signals.ip?.country ? 99 : undefined),
  anonymousProxy: (order) => network(order) && isAnonymousProxy(order.signals.ip),
  // Documented: "Anonymous proxies will generally return a proxyScore of 0".
  proxyScore: (order) => (isAnonymousProxy(order.signals.ip) ? 0 : order.proxyScore)?.toFixed(2),
  ip_corporateProxy: (order) => (network(order) ? false : undefined),
  freeMail: ({ signals, order }) =>
    order.get('domain') ? (signals.email?.record.is_free ?? false) : false,
  carderEmail: ({ signals }) => signals.email?.record.is_high_risk ?? false,
  highRiskUsername: ({ order }) => (order.get('usernameMD5') ? false : undefined),
  highRiskPassword: () => undefined,
  binMatch,
  binCountry: (order) =>
    order.premium || binMatch(order) === true ? issue(order)?.country : undefined,
  binNameMatch: (order) => {
    const claimed = order.order.get('binName');
    return binComparison(order, claimed, () => sameName(issue(order)?.bank, claimed));
  },
  binName: (order) => (order.premium ? issue(order)?.bank : undefined),
  binPhoneMatch: (order) => {
    const claimed = order.order.get('binPhone');
    return binComparison(order, claimed, () => samePhone(issue(order)?.phone, claimed));
  },
  binPhone: (order) => (order.premium ? issue(order)?.phone : undefined),
  prepaid: (order) =>
    order.premium && issue(order) ? (issue(order)?.prepaid ?? false) : undefined,
  custPhoneInBillingLoc: phoneInBillingArea,
  shipForward,
  cityPostalMatch: ({ signals }) => signals.billing?.postalInCity,
  shipCityPostalMatch: ({ signals }) => signals.shipping?.postalInCity,
  queriesRemaining: (order) => order.queriesRemaining,
  maxmindID: (order) => order.maxmindId,
  minfraud_version: (order) => order.version,
  service_level: (order) => (order.premium ? 'premium' : 'standard'),
  err: (order) => order.warning,
};

/** The value as it is sent. */
export function printValue(value: Value): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return value === undefined ? '' : String(value);
}
