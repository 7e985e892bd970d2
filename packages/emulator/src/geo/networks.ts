/** The networks that the emulator can tell a story about, and the story. */

import { contains, readNetwork, type Address, type Network } from './addresses.ts';
import { placeById, type Place } from './places.ts';

/** How the network hides who uses it. Absent for networks that do not. */
export interface Anonymity {
  readonly kind: 'vpn' | 'hosting' | 'public-proxy' | 'residential-proxy' | 'tor';
  /** Per cent; for VPNs and residential proxies only. The release notes name 30, 50 and 99 for VPNs. */
  readonly confidence?: number;
  readonly provider?: string;
}

export interface KnownNetwork {
  readonly network: Network;
  /** Absent when only the operator is known, as for a satellite provider. */
  readonly place?: Place;
  readonly country: string;
  readonly autonomousSystem: number;
  readonly organization: string;
  readonly isp: string;
  readonly domain: string;
  readonly connectionType: 'Cable/DSL' | 'Cellular' | 'Corporate' | 'Satellite';
  readonly userType: string;
  readonly userCount: number;
  readonly staticScore: number;
  readonly mobile?: readonly [countryCode: string, networkCode: string];
  readonly anycast?: true;
  readonly anonymity?: Anonymity;
  /** Country of registration, where it is not the one that the network is in. */
  readonly registeredCountry?: string;
  /** A base of this country's armed forces, on the soil of another. */
  readonly represents?: string;
  /** The IP risk is taken from this range. */
  readonly risk: readonly [low: number, high: number];
  /** The `proxyScore` of the legacy services is taken from this range. */
  readonly proxyScore: readonly [low: number, high: number];
}

type Operator = Pick<
  KnownNetwork,
  | 'autonomousSystem'
  | 'organization'
  | 'isp'
  | 'domain'
  | 'connectionType'
  | 'userType'
  | 'userCount'
  | 'staticScore'
>;

// AS numbers 64496–64511 are set aside for documentation (RFC 5398).
const home: Operator = {
  autonomousSystem: 64496,
  organization: 'Example Broadband',
  isp: 'Example Broadband',
  domain: 'example.net',
  connectionType: 'Cable/DSL',
  userType: 'residential',
  userCount: 1,
  staticScore: 17.4,
};
const phone: Operator = {
  autonomousSystem: 64497,
  organization: 'Example Mobile',
  isp: 'Example Mobile',
  domain: 'example.net',
  connectionType: 'Cellular',
  userType: 'cellular',
  userCount: 12,
  staticScore: 0.34,
};
const office: Operator = {
  autonomousSystem: 64498,
  organization: 'Example Widgets Ltd',
  isp: 'Example Business Internet',
  domain: 'example.com',
  connectionType: 'Corporate',
  userType: 'business',
  userCount: 6,
  staticScore: 88.1,
};
const base: Operator = {
  autonomousSystem: 64501,
  organization: 'Example Military Network',
  isp: 'Example Military Network',
  domain: 'example.mil',
  connectionType: 'Corporate',
  userType: 'military',
  userCount: 40,
  staticScore: 76.5,
};
const datacentre: Operator = {
  autonomousSystem: 64499,
  organization: 'Example Hosting',
  isp: 'Example Hosting',
  domain: 'example.org',
  connectionType: 'Corporate',
  userType: 'hosting',
  userCount: 3,
  staticScore: 91.7,
};

function at(
  network: string,
  place: string,
  operator: Operator,
  more: Partial<KnownNetwork> = {},
): KnownNetwork {
  const located = placeById(place);
  return {
    network: readNetwork(network),
    place: located,
    country: located.country,
    risk: [0.01, 1.5],
    proxyScore: [0, 0.2],
    ...operator,
    ...more,
  };
}

/** First match wins: the narrower network stands before the wider one. */
const known: readonly KnownNetwork[] = [
  // The vendor's three sandbox addresses, with the documented ranges of their risk and proxyScore.
  at(
    '128.101.101.101/32',
    'minneapolis',
    {
      ...office,
      autonomousSystem: 217,
      organization: 'University of Minnesota',
      isp: 'University of Minnesota',
      domain: 'umn.edu',
      userType: 'college',
    },
    { risk: [40, 99], proxyScore: [2, 4] },
  ),
  at(
    '74.209.24.1/32',
    'chatham',
    {
      ...home,
      autonomousSystem: 14671,
      organization: 'FairPoint Communications',
      isp: 'FairPoint Communications',
    },
    { risk: [5, 39.99], proxyScore: [0.5, 1.99] },
  ),
  at(
    '65.116.3.80/32',
    'denver',
    {
      ...home,
      autonomousSystem: 209,
      organization: 'Qwest Communications',
      isp: 'Qwest Communications',
    },
    { risk: [0.01, 4.99], proxyScore: [0, 0.49] },
  ),

  // TEST-NET-3: sixteen neighborhoods of sixteen addresses.
  at('203.0.113.0/28', 'paris', home),
  at('203.0.113.16/28', 'orleans', home),
  at('203.0.113.32/28', 'sao-paulo', phone, { mobile: ['724', '05'] }),
  at('203.0.113.63/32', 'berlin', base, { represents: 'US', registeredCountry: 'US' }),
  at('203.0.113.48/28', 'berlin', home),
  at('203.0.113.64/28', 'tokyo', home),
  at('203.0.113.80/28', 'london', office),
  at('203.0.113.96/28', 'new-york', home),
  at('203.0.113.112/28', 'madrid', phone, { mobile: ['214', '07'] }),
  at('203.0.113.128/28', 'toronto', home),
  at('203.0.113.144/28', 'sydney', home),
  at('203.0.113.160/28', 'moscow', home, { risk: [3, 9] }),
  at('203.0.113.176/28', 'amsterdam', datacentre, {
    anonymity: { kind: 'hosting' },
    risk: [12, 30],
    proxyScore: [0.5, 1.2],
  }),
  at('203.0.113.192/28', 'new-york', datacentre, {
    anonymity: { kind: 'vpn', confidence: 99, provider: 'examplevpn' },
    risk: [35, 65],
    proxyScore: [1.5, 2.5],
  }),
  at('203.0.113.208/28', 'berlin', datacentre, {
    anonymity: { kind: 'tor' },
    risk: [80, 99],
    proxyScore: [3, 4],
  }),
  at('203.0.113.224/28', 'lagos', home, {
    anonymity: { kind: 'public-proxy' },
    risk: [55, 85],
    proxyScore: [2, 3.5],
  }),
  at('203.0.113.240/28', 'chicago', home, {
    anonymity: { kind: 'residential-proxy', confidence: 82, provider: 'exampleproxies' },
    risk: [45, 75],
    proxyScore: [2, 3],
  }),

  // TEST-NET-2: American households, and a satellite link whose users could be anywhere.
  at('198.51.100.0/26', 'san-francisco', home),
  at('198.51.100.64/26', 'new-haven', home),
  at('198.51.100.128/26', 'los-angeles', home),
  {
    network: readNetwork('198.51.100.192/26'),
    country: 'US',
    autonomousSystem: 64500,
    organization: 'Example Satellite',
    isp: 'Example Satellite',
    domain: 'example.net',
    connectionType: 'Satellite',
    userType: 'residential',
    userCount: 2,
    staticScore: 8.2,
    risk: [2, 8],
    proxyScore: [0.2, 0.6],
  },

  // The documentation prefix of IPv6.
  at('2001:db8:1::/48', 'tokyo', home),
  at('2001:db8:2::/48', 'berlin', home),
  at('2001:db8:3::/48', 'amsterdam', datacentre, {
    anonymity: { kind: 'vpn', confidence: 30, provider: 'examplevpn' },
    risk: [25, 50],
    proxyScore: [1, 2],
  }),
  at('2001:db8:4::/48', 'berlin', base, { represents: 'US', registeredCountry: 'US' }),
  at('2001:db8::/32', 'singapore', home),

  // Addresses that the vendor's own documentation, clients and test databases use.
  at('24.24.24.24/32', 'syracuse', home),
  at('81.2.69.160/27', 'london', home),
  at('89.160.20.112/28', 'linkoping', home),
  at('152.216.7.110/32', 'washington', { ...office, userType: 'government' }),
  at('175.16.199.0/24', 'changchun', home, { risk: [2, 6] }),
  at('216.160.83.56/29', 'milton', home),

  // Public resolvers: everyone recognizes them, and no customer sits behind them.
  at(
    '8.8.8.8/32',
    'los-angeles',
    {
      ...datacentre,
      autonomousSystem: 15169,
      organization: 'Google',
      isp: 'Google',
      domain: 'dns.google',
    },
    { anycast: true, anonymity: { kind: 'hosting' }, risk: [10, 20], proxyScore: [0.5, 1] },
  ),
  at(
    '1.1.1.1/32',
    'sydney',
    {
      ...datacentre,
      autonomousSystem: 13335,
      organization: 'Cloudflare',
      isp: 'Cloudflare',
      domain: 'one.one.one.one',
      userType: 'content_delivery_network',
    },
    { anycast: true, anonymity: { kind: 'hosting' }, risk: [10, 20], proxyScore: [0.5, 1] },
  ),
];

/** What is known about an address; undefined when the emulator has never heard of it. */
export function findNetwork(address: Address): KnownNetwork | undefined {
  return known.find(({ network }) => contains(network, address));
}
