/** Checks a request's address against the networks that MaxMind sends alerts from. */
import { contains, type Network, parseIpAddress, parseNetwork } from '../formats/ip-address.ts';

/**
 * The documented senders, as addresses or CIDR networks. The vendor may change the list, so let a
 * signature decide and take this as a second check.
 * @see https://dev.maxmind.com/minfraud/alerts/#alert-webhook-request-ips
 */
export const alertSenders: readonly string[] = ['34.27.174.58', '2600:1900:4000:947::/64'];

/**
 * Whether an address is one that MaxMind sends alerts from.
 *
 * @example
 * const isSender = isAlertSender('34.27.174.58');
 * @param address - IPv4, IPv6, or IPv4 inside IPv6 (`::ffff:34.27.174.58`), as a socket reports it. The
 *   peer's address: behind a proxy that is the proxy, and a forwarded header is worth only as much as
 *   the proxy that sets it.
 * @param senders - Addresses or CIDR networks to take instead of the documented ones.
 * @returns `false` for anything that is not an address.
 * @throws TypeError when `senders` holds something that is neither address nor network.
 */
export function isAlertSender(address: string, senders: readonly string[] = alertSenders): boolean {
  const networks = senders.map(networkOf);
  // A socket that was closed has no address.
  const bytes = typeof address === 'string' ? parseIpAddress(address) : undefined;
  if (bytes === undefined) return false;
  return networks.some((network) => contains(network, bytes));
}

function networkOf(text: string): Network {
  const network = parseNetwork(text);
  if (network !== undefined) return network;
  throw new TypeError(
    `${JSON.stringify(text)} is neither an IP address nor a network such as 203.0.113.0/24.`,
  );
}
