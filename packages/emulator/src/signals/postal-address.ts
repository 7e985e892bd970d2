/** Finds a billing or shipping address on the map and compares it with the IP address. */

import { findCountry, type Country } from '../geo/countries.ts';
import { kilometresBetween, type Point } from '../geo/distance.ts';
import { findCity, places, type Place } from '../geo/places.ts';
import {
  present,
  type BillingAddress,
  type Fields,
  type ShippingAddress,
  type Transaction,
  type Warning,
} from '../wire-types.ts';
import type { IpSignal } from './ip-address.ts';

type Written = NonNullable<Transaction['billing']> | NonNullable<Transaction['shipping']>;

/** An address, looked at once. */
export interface AddressSignal {
  readonly part: 'billing' | 'shipping';
  readonly written: Written;
  /** Upper-case ISO code, as far as it is a country at all. */
  readonly country: string | undefined;
  readonly point: Point | undefined;
  readonly postalInCity: boolean | undefined;
  readonly warnings: readonly Warning[];
}

const addressFields = ['address', 'address_2', 'city', 'region', 'country', 'postal'] as const;

/** Undefined when the part holds names or phone numbers only. */
export function locate(
  part: 'billing' | 'shipping',
  written: Written | undefined,
): AddressSignal | undefined {
  if (written === undefined || addressFields.every((field) => !written[field])) return undefined;
  const warnings: Warning[] = [];
  const warn = (field: string, problem: string): void => {
    warnings.push({
      code: `${part}_${field}_${problem}`.toUpperCase(),
      warning: `The ${part} ${field} ${problem === 'missing' ? 'is missing' : 'could not be found'}. This may make distances less accurate.`,
      input_pointer: `/${part}/${field}`,
    });
  };

  const nowhere = { country: undefined, point: undefined, postalInCity: undefined };
  const unlocated: AddressSignal = { part, written, ...nowhere, warnings };

  const code = written.country?.toUpperCase();
  if (!code) {
    warn('country', 'missing');
    return unlocated;
  }
  const country = findCountry(code);
  if (country === undefined && !isCountryCode(code)) {
    warn('country', 'not_found');
    return unlocated;
  }
  const local = places.filter((place) => place.country === code);
  const { city, postal, region } = written;
  const byCity = city ? findCity(city, code) : undefined;
  const byPostal = postal ? local.find((place) => place.postalCodes.test(postal)) : undefined;
  const byRegion = region
    ? local.find((place) => place.subdivision?.isoCode === region.toUpperCase())
    : undefined;
  // Of countries without a city in the gazetteer nothing can be missing.
  if (local.length > 0) {
    if (city && byCity === undefined) warn('city', 'not_found');
    if (postal && byPostal === undefined) warn('postal', 'not_found');
    if (region && byRegion === undefined) warn('region', 'not_found');
  }
  return {
    part,
    written,
    country: code,
    point: pointOf(byCity ?? byPostal ?? byRegion, country),
    postalInCity: byCity && postal ? byCity.postalCodes.test(postal) : undefined,
    warnings,
  };
}

function pointOf(place: Place | undefined, country: Country | undefined): Point | undefined {
  const found = place ?? country;
  return found && { latitude: found.latitude, longitude: found.longitude };
}

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && regionNames.of(code) !== undefined && code !== 'ZZ';
}

export function distance(
  one: { readonly point: Point | undefined } | undefined,
  other: { readonly point: Point | undefined } | undefined,
): number | undefined {
  if (one?.point === undefined || other?.point === undefined) return undefined;
  return kilometresBetween(one.point, other.point);
}

/** Undefined unless both countries are known. */
export function inIpCountry(
  address: AddressSignal | undefined,
  ip: IpSignal | undefined,
): boolean | undefined {
  if (address?.country === undefined || ip?.country === undefined) return undefined;
  return address.country === ip.country.isoCode;
}

export function billingRecord(
  address: AddressSignal,
  ip: IpSignal | undefined,
): BillingAddress | undefined {
  const record = present<BillingAddress>(comparison(address, ip));
  return Object.keys(record).length > 0 ? record : undefined;
}

/** What both kinds of address have. */
function comparison(address: AddressSignal, ip: IpSignal | undefined): Fields<BillingAddress> {
  return {
    distance_to_ip_location: distance(address, ip),
    is_in_ip_country: inIpCountry(address, ip),
    is_postal_in_city: address.postalInCity,
    latitude: address.point?.latitude,
    longitude: address.point?.longitude,
  };
}

export function shippingRecord(
  address: AddressSignal,
  billing: AddressSignal | undefined,
  ip: IpSignal | undefined,
  reported = false,
): ShippingAddress {
  return present<ShippingAddress>({
    ...comparison(address, ip),
    distance_to_billing_address: distance(address, billing),
    is_high_risk: reported || isReshipper(address),
  });
}

/** Parcel forwarders are the high-risk shipping addresses of the emulator. */
export function isReshipper(address: AddressSignal | undefined): boolean {
  const lines = [address?.written.address, address?.written.address_2, address?.written.company];
  return lines.some((line) => line !== undefined && /\b(freight|forward|reship)/i.test(line));
}
