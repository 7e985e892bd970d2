/** Reads IP addresses and networks, and knows which of them are reserved. */

import { isMapped, parseIpAddress } from 'minfraud-sdk/internal';

export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

export interface Network {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** As written, e.g. `203.0.113.0/28`. */
  readonly text: string;
}

/** The address in numbers; undefined for other text. IPv4 inside IPv6 counts as IPv4, a zone as nothing. */
export function readAddress(text: string): Address | undefined {
  const bytes = parseIpAddress(text.replace(/(?<=:.*)%[^%]+$/, ''));
  if (bytes === undefined) return undefined;
  const value = bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
  return isMapped(bytes) ? { version: 4, value: value & 0xffffffffn } : { version: 6, value };
}

/** Reads `address/length`; throws on anything else, as networks are written in source code only. */
export function readNetwork(text: string): Network {
  const [base = '', length = ''] = text.split('/');
  const address = readAddress(base);
  if (address === undefined || !/^\d+$/.test(length)) throw new Error(`not a network: ${text}`);
  const size = 1n << BigInt((address.version === 4 ? 32 : 128) - Number(length));
  const first = address.value - (address.value % size);
  return { version: address.version, first, last: first + size - 1n, text };
}

export function contains(network: Network, address: Address): boolean {
  return (
    network.version === address.version &&
    network.first <= address.value &&
    address.value <= network.last
  );
}

/**
 * Networks that cannot be reached from the Internet (IANA special-purpose registries).
 * 198.51.100.0/24, 203.0.113.0/24 and 2001:db8::/32 belong here too, but the emulator gives them a
 * home on purpose, so that no demo or test needs a real person's address: see networks.ts.
 */
const reserved: readonly Network[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].map(readNetwork);

export function isReserved(address: Address): boolean {
  return reserved.some((network) => contains(network, address));
}
