/** What Insights and Factors say about an IP address. */

import { findCountry, type Country } from '../geo/countries.ts';
import { localTime } from '../geo/local-time.ts';
import type { Anonymity, KnownNetwork } from '../geo/networks.ts';
import { sentPostal } from '../geo/places.ts';
import {
  only,
  present,
  type Anonymizer,
  type Fields,
  type IpAddress,
  type Traits,
} from '../wire-types.ts';
import type { IpSignal } from './ip-address.ts';

/** The record of Insights and Factors. Score sends `risk` alone. */
export function ipAddressRecord(ip: IpSignal, moment: Date): IpAddress {
  const { network, country } = ip;
  if (network === undefined || country === undefined) {
    return only<IpAddress>({ risk: ip.risk });
  }
  const { place } = network;
  const reasons = riskReasons(ip);
  return present<IpAddress>({
    risk: ip.risk,
    risk_reasons: reasons.length > 0 ? reasons : undefined,
    anonymizer: anonymizer(network.anonymity, moment),
    city:
      place &&
      present<NonNullable<IpAddress['city']>>({
        confidence: 80,
        geoname_id: place.geonameId,
        names: { ...place.names },
      }),
    continent: present<NonNullable<IpAddress['continent']>>({
      code: country.continent.code,
      geoname_id: country.continent.geonameId,
      names: { ...country.continent.names },
    }),
    country: present<NonNullable<IpAddress['country']>>({
      ...countryFields(country),
      confidence: 99,
    }),
    location: location(network, country, moment),
    postal:
      place &&
      present<NonNullable<IpAddress['postal']>>({ code: sentPostal(place), confidence: 40 }),
    registered_country: present<NonNullable<IpAddress['registered_country']>>(
      countryFields(findCountry(network.registeredCountry ?? network.country) ?? country),
    ),
    represented_country: representedCountry(network),
    subdivisions: place?.subdivision && [
      present<NonNullable<IpAddress['subdivisions']>[number]>({
        confidence: 90,
        geoname_id: place.subdivision.geonameId,
        iso_code: place.subdivision.isoCode,
        names: { ...place.subdivision.names },
      }),
    ],
    traits: traits(ip, network),
  });
}

function countryFields(country: Country): Fields<NonNullable<IpAddress['registered_country']>> {
  return {
    geoname_id: country.geonameId,
    is_in_european_union: country.inEuropeanUnion ? true : undefined,
    iso_code: country.isoCode,
    names: { ...country.names },
  };
}

/** The country whose base this is, for networks of armed forces abroad. */
function representedCountry({ represents }: KnownNetwork): IpAddress['represented_country'] {
  const country = represents === undefined ? undefined : findCountry(represents);
  return (
    country &&
    present<NonNullable<IpAddress['represented_country']>>({
      ...countryFields(country),
      type: 'military',
    })
  );
}

function location(
  { place }: KnownNetwork,
  country: Country,
  moment: Date,
): NonNullable<IpAddress['location']> {
  return present<NonNullable<IpAddress['location']>>({
    accuracy_radius: place === undefined ? 1000 : 20,
    average_income: place?.averageIncome,
    latitude: place?.latitude ?? country.latitude,
    local_time: place && localTime(moment, place.timeZone),
    longitude: place?.longitude ?? country.longitude,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
    metro_code: place?.metroCode,
    population_density: place?.populationDensity,
    time_zone: place?.timeZone,
  });
}

function riskReasons(ip: IpSignal): NonNullable<IpAddress['risk_reasons']> {
  const reason = (code: string, text: string): NonNullable<IpAddress['risk_reasons']>[number] =>
    present<NonNullable<IpAddress['risk_reasons']>[number]>({ code, reason: text });
  return [
    ...(ip.network?.anonymity === undefined
      ? []
      : [
          reason(
            'ANONYMOUS_IP',
            'The IP address belongs to an anonymous network. See /ip_address/anonymizer.',
          ),
        ]),
    ...(ip.risk < 40
      ? []
      : [
          reason(
            'MINFRAUD_NETWORK_ACTIVITY',
            'Suspicious activity has been seen on this IP address across minFraud customers.',
          ),
        ]),
  ];
}

type AnonymityFlags = Required<
  Fields<
    Pick<
      Anonymizer,
      | 'is_anonymous'
      | 'is_anonymous_vpn'
      | 'is_hosting_provider'
      | 'is_public_proxy'
      | 'is_residential_proxy'
      | 'is_tor_exit_node'
    >
  >
>;

/** Every flag, undefined where it does not apply: the service only ever sends `true`. */
function anonymityFlags(anonymity: Anonymity | undefined): AnonymityFlags {
  const flag = (kind: Anonymity['kind']): true | undefined =>
    anonymity?.kind === kind ? true : undefined;
  return {
    is_anonymous: anonymity === undefined ? undefined : true,
    is_anonymous_vpn: flag('vpn'),
    is_hosting_provider: flag('hosting'),
    is_public_proxy: flag('public-proxy'),
    is_residential_proxy: flag('residential-proxy'),
    is_tor_exit_node: flag('tor'),
  };
}

/** What residential proxies have stands in an object of its own. */
function anonymizer(anonymity: Anonymity | undefined, moment: Date): Anonymizer | undefined {
  if (anonymity === undefined) return undefined;
  const network_last_seen = new Date(moment.getTime() - 86_400_000).toISOString().slice(0, 10);
  const { confidence, provider: provider_name } = anonymity;
  const residential = anonymity.kind === 'residential-proxy';
  return present<Anonymizer>({
    ...anonymityFlags(anonymity),
    // Per cent that this is a VPN in use: of other networks it says nothing.
    confidence: anonymity.kind === 'vpn' ? confidence : undefined,
    network_last_seen: residential ? undefined : network_last_seen,
    provider_name: residential ? undefined : provider_name,
    residential: residential
      ? present<NonNullable<Anonymizer['residential']>>({
          confidence,
          network_last_seen,
          provider_name,
        })
      : undefined,
  });
}

function traits(ip: IpSignal, network: KnownNetwork): Traits {
  const [mobileCountry, mobileNetwork] = network.mobile ?? [];
  return present<Traits>({
    autonomous_system_number: network.autonomousSystem,
    autonomous_system_organization: network.organization,
    connection_type: network.connectionType,
    domain: network.domain,
    ip_address: ip.text,
    ip_risk_snapshot: ip.riskSnapshot,
    ...anonymityFlags(network.anonymity),
    is_anycast: network.anycast,
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
