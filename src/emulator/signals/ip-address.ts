/** What the emulator knows about the IP address of a transaction. */

import { fraction, hundredths } from '../fingerprint.ts';
import { isReserved, readAddress } from '../geo/addresses.ts';
import { findCountry, type Country } from '../geo/countries.ts';
import type { Point } from '../geo/distance.ts';
import { localTime } from '../geo/local-time.ts';
import { findNetwork, type Anonymity, type KnownNetwork } from '../geo/networks.ts';
import {
  present,
  type Anonymizer,
  type IpAddress,
  type Traits,
  type Warning,
} from '../wire-types.ts';

/** One address, looked at once; everything that depends on it reads from here. */
export interface IpSignal {
  /** As the caller wrote it. */
  readonly text: string;
  readonly risk: number;
  readonly network: KnownNetwork | undefined;
  readonly country: Country | undefined;
  /** Where the address is, or the middle of its country. */
  readonly point: Point | undefined;
  readonly warning: Warning | undefined;
}

/** The risk of an address that the emulator has never heard of. */
const UNKNOWN_RISK = [0.01, 3] as const;
const UNKNOWN_PROXY_SCORE = [0, 0.3] as const;

export function lookUpIp(text: string, seed: string): IpSignal {
  const address = readAddress(text);
  if (address === undefined) {
    return unplaced(text, seed, 'IP_ADDRESS_INVALID', `${text} is not an IP address`);
  }
  if (isReserved(address)) {
    return unplaced(text, seed, 'IP_ADDRESS_RESERVED', 'The IP address is in a reserved network');
  }
  const network = findNetwork(address);
  if (network === undefined) {
    return unplaced(text, seed, 'IP_ADDRESS_NOT_FOUND', 'The IP address could not be geolocated');
  }
  const country = findCountry(network.country);
  return {
    text,
    risk: within(network.risk, seed, 'ip risk', text),
    network,
    country,
    point: network.place ?? country,
    warning: undefined,
  };
}

/** The `proxyScore` of the legacy services; 0 for reserved addresses, as the vendor documents. */
export function proxyScore(ip: IpSignal, seed: string): number {
  if (ip.warning?.code === 'IP_ADDRESS_RESERVED') return 0;
  return within(ip.network?.proxyScore ?? UNKNOWN_PROXY_SCORE, seed, 'proxy score', ip.text);
}

function within(range: readonly [number, number], ...words: string[]): number {
  const [low, high] = range;
  return hundredths(low + fraction(...words) * (high - low));
}

function unplaced(text: string, seed: string, code: string, warning: string): IpSignal {
  return {
    text,
    risk: within(UNKNOWN_RISK, seed, 'ip risk', text),
    network: undefined,
    country: undefined,
    point: undefined,
    warning: { code, warning, input_pointer: '/device/ip_address' },
  };
}

/** The record of Insights and Factors. Score sends `risk` alone. */
export function ipAddressRecord(ip: IpSignal, moment: Date): IpAddress {
  const { network, country } = ip;
  if (network === undefined || country === undefined) return { risk: ip.risk };
  const { place } = network;
  const named = present<NonNullable<IpAddress['registered_country']>>({
    geoname_id: country.geonameId,
    is_in_european_union: country.inEuropeanUnion ? true : undefined,
    iso_code: country.isoCode,
    names: { ...country.names },
  });
  const reasons = riskReasons(ip);
  return present<IpAddress>({
    risk: ip.risk,
    risk_reasons: reasons.length > 0 ? reasons : undefined,
    anonymizer: anonymizer(network.anonymity, moment),
    city: place && { confidence: 80, geoname_id: place.geonameId, names: { ...place.names } },
    continent: {
      code: country.continent.code,
      geoname_id: country.continent.geonameId,
      names: { ...country.continent.names },
    },
    country: { ...named, confidence: 99 },
    location: present<NonNullable<IpAddress['location']>>({
      accuracy_radius: place === undefined ? 1000 : 20,
      average_income: place?.averageIncome,
      latitude: place?.latitude ?? country.latitude,
      local_time: place && localTime(moment, place.timeZone),
      longitude: place?.longitude ?? country.longitude,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
      metro_code: place?.metroCode,
      population_density: place?.populationDensity,
      time_zone: place?.timeZone,
    }),
    postal: place && { code: place.postal, confidence: 40 },
    registered_country: named,
    subdivisions: place?.subdivision && [
      {
        confidence: 90,
        geoname_id: place.subdivision.geonameId,
        iso_code: place.subdivision.isoCode,
        names: { ...place.subdivision.names },
      },
    ],
    traits: traits(ip, network),
  });
}

function riskReasons(ip: IpSignal): NonNullable<IpAddress['risk_reasons']> {
  const reasons: NonNullable<IpAddress['risk_reasons']> = [];
  if (ip.network?.anonymity !== undefined) {
    reasons.push({
      code: 'ANONYMOUS_IP',
      reason: 'The IP address belongs to an anonymous network. See /ip_address/anonymizer.',
    });
  }
  if (ip.risk >= 40) {
    reasons.push({
      code: 'MINFRAUD_NETWORK_ACTIVITY',
      reason: 'Suspicious activity has been seen on this IP address across minFraud customers.',
    });
  }
  return reasons;
}

function anonymityFlags(anonymity: Anonymity | undefined): Anonymizer {
  if (anonymity === undefined) return {};
  switch (anonymity.kind) {
    case 'vpn':
      return { is_anonymous: true, is_anonymous_vpn: true };
    case 'hosting':
      return { is_anonymous: true, is_hosting_provider: true };
    case 'public-proxy':
      return { is_anonymous: true, is_public_proxy: true };
    case 'residential-proxy':
      return { is_anonymous: true, is_residential_proxy: true };
    case 'tor':
      return { is_anonymous: true, is_tor_exit_node: true };
  }
}

function anonymizer(anonymity: Anonymity | undefined, moment: Date): Anonymizer | undefined {
  if (anonymity === undefined) return undefined;
  const network_last_seen = new Date(moment.getTime() - 86_400_000).toISOString().slice(0, 10);
  const sighting = present<NonNullable<Anonymizer['residential']>>({
    confidence: anonymity.confidence,
    network_last_seen,
    provider_name: anonymity.provider,
  });
  return {
    ...anonymityFlags(anonymity),
    ...(anonymity.kind === 'residential-proxy' ? { residential: sighting } : sighting),
  };
}

function traits(ip: IpSignal, network: KnownNetwork): Traits {
  const [mobileCountry, mobileNetwork] = network.mobile ?? [];
  return present<Traits>({
    autonomous_system_number: network.autonomousSystem,
    autonomous_system_organization: network.organization,
    connection_type: network.connectionType,
    domain: network.domain,
    ip_address: ip.text,
    ip_risk_snapshot: ip.risk,
    ...anonymityFlags(network.anonymity),
    is_anycast: network.anycast,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
    is_satellite_provider: network.connectionType === 'Satellite' ? true : undefined,
    isp: network.isp,
    mobile_country_code: mobileCountry,
    mobile_network_code: mobileNetwork,
    network: network.network.text,
    organization: network.organization,
    static_ip_score: network.staticScore,
    user_count: network.userCount,
    user_type: network.userType,
  });
}
