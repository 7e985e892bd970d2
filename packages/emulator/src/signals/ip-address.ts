/** What the emulator knows about the IP address of a transaction. */

import { fraction, hundredths } from '../fingerprint.ts';
import { isReserved, readAddress } from '../geo/addresses.ts';
import { findCountry, type Country } from '../geo/countries.ts';
import type { Point } from '../geo/distance.ts';
import { findNetwork, type KnownNetwork } from '../geo/networks.ts';
import type { Warning } from '../wire-types.ts';

/** One address, looked at once; everything that depends on it reads from here. */
export interface IpSignal {
  /** As the caller wrote it. */
  readonly text: string;
  readonly risk: number;
  /** Absent for networks of low risk, as the vendor documents. */
  readonly riskSnapshot: number | undefined;
  readonly network: KnownNetwork | undefined;
  readonly country: Country | undefined;
  /** Where the address is, or the middle of its country. */
  readonly point: Point | undefined;
  readonly warning: Warning | undefined;
}

/** The risk of an address that the emulator has never heard of. */
const UNKNOWN_RISK = [0.01, 3] as const;
/** Networks whose risk begins below this are of low risk. */
const LOW_RISK = 5;
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
    riskSnapshot:
      network.risk[0] < LOW_RISK
        ? undefined
        : within(network.risk, seed, 'ip risk snapshot', network.network.text),
    network,
    country,
    point: network.place ?? country,
    warning: undefined,
  };
}

/** Networks whose users hide: what minFraud Legacy calls an anonymous proxy. */
export function isAnonymousProxy(ip: IpSignal | undefined): boolean {
  return ['vpn', 'public-proxy', 'tor'].includes(ip?.network?.anonymity?.kind ?? '');
}

/**
 * The `proxyScore` of the legacy services. As the page of Proxy Detection has it: 0 for private
 * addresses, nothing for what is no IP address.
 */
export function proxyScore(ip: IpSignal, seed: string): number | undefined {
  if (ip.warning?.code === 'IP_ADDRESS_INVALID') return undefined;
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
    riskSnapshot: undefined,
    network: undefined,
    country: undefined,
    point: undefined,
    warning: { code, warning, input_pointer: '/device/ip_address' },
  };
}
