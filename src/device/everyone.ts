/** Tells whether networks that are trusted leave anyone out. */
import { isMapped, type Network, parseNetwork } from '../formats/ip-address.ts';
import { once } from '../formats/once.ts';

/** First and last address of a range. */
type Range = readonly [first: bigint, last: bigint];

/**
 * Whether the networks together hold all public addresses of IPv4, or all of IPv6: `0.0.0.0/0` or `::/0` in
 * any spelling and in any number of parts. Private addresses of IPv4 make no difference: no customer has one.
 */
export function coversEveryone(networks: readonly Network[]): boolean {
  const { publicV4, notPublic, allV6 } = limits();
  const isV4 = ({ bytes, prefixLength }: Network): boolean => prefixLength >= 96 && isMapped(bytes);
  const v6 = networks.filter((network) => !isV4(network));
  return covers([...networks.filter(isV4), ...notPublic], publicV4) || covers(v6, allV6);
}

function covers(networks: readonly Network[], [first, last]: Range): boolean {
  let next = first;
  for (const [from, to] of networks.map(rangeOf).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (from > next) break;
    if (to >= next) next = to + 1n;
  }
  return next > last;
}

function rangeOf({ bytes, prefixLength }: Network): Range {
  const address = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const rest = (1n << BigInt(128 - prefixLength)) - 1n;
  const first = (address | rest) ^ rest;
  return [first, first | rest];
}

/** Above 223.255.255.255 is multicast. */
const limits = /* @__PURE__ */ once(() => {
  const network = (text: string): Network => parseNetwork(text) as Network;
  const [firstV4] = rangeOf(network('1.0.0.0/8'));
  const [, lastV4] = rangeOf(network('223.0.0.0/8'));
  const notPublic = [
    ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
    '203.0.113.0/24',
  ].map(network);
  return { publicV4: [firstV4, lastV4] as const, notPublic, allV6: rangeOf(network('::/0')) };
});
