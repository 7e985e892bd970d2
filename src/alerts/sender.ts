/** Checks a request's address against the networks that MaxMind sends alerts from. */

/**
 * The documented senders, as addresses or CIDR networks. The vendor may change the list, so let a
 * signature decide and take this as a second check.
 * @see https://dev.maxmind.com/minfraud/alerts/#alert-webhook-request-ips
 */
export const alertSenders: readonly string[] = ['34.27.174.58', '2600:1900:4000:947::/64'];

/**
 * Whether an address is one that MaxMind sends alerts from.
 *
 * @param address - IPv4, IPv6, or IPv4 inside IPv6 (`::ffff:34.27.174.58`), as a socket reports it. The
 *   address of the peer, that is: behind a proxy it is the proxy's, and a forwarded header is worth
 *   only as much as whoever sets it.
 * @param senders - Addresses or CIDR networks to take instead of the documented ones.
 * @returns `false` for anything that is no address.
 * @throws TypeError when `senders` holds something that is neither address nor network.
 */
export function isAlertSender(address: string, senders: readonly string[] = alertSenders): boolean {
  const networks = senders.map(parseNetwork);
  const bytes = parseAddress(address);
  if (bytes === undefined) return false;
  return networks.some((network) => contains(network, bytes));
}

/** A network, its address in 16 bytes. */
interface Network {
  readonly bytes: Uint8Array;
  /** How many leading bits count. */
  readonly length: number;
}

function contains({ bytes, length }: Network, address: Uint8Array): boolean {
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) if (bytes[i] !== address[i]) return false;
  const rest = length & 7;
  if (rest === 0) return true;
  return ((bytes[whole] ?? 0) ^ (address[whole] ?? 0)) >> (8 - rest) === 0;
}

function parseNetwork(text: string): Network {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const bytes = parseAddress(address);
  const width = address.includes(':') ? 128 : 32;
  const bits = length === undefined ? width : Number(length);
  if (bytes === undefined || bits > width) {
    throw new TypeError(`${JSON.stringify(text)} is neither an address nor a network.`);
  }
  return { bytes, length: bits + 128 - width };
}

/** The 16 bytes of an address; IPv4 as the IPv6 network that embeds it. */
function parseAddress(text: string): Uint8Array | undefined {
  if (!text.includes(':')) {
    const ipv4 = parseIpv4(text);
    return ipv4 === undefined
      ? undefined
      : Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...ipv4);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => {
    return parseGroups(half, index === halves.length - 1);
  });
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 16 ? Uint8Array.from(head) : undefined;
  // `::` stands for at least one group of zeros.
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  const bytes = new Uint8Array(16);
  bytes.set(head);
  bytes.set(tail, 16 - tail.length);
  return bytes;
}

/** @param isEnd whether the address ends here: only there may it be written as IPv4. */
function parseGroups(half: string, isEnd: boolean): number[] | undefined {
  if (half === '') return [];
  const bytes: number[] = [];
  const groups = half.split(':');
  for (const [index, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else {
      const ipv4 = isEnd && index === groups.length - 1 ? parseIpv4(group) : undefined;
      if (ipv4 === undefined) return undefined;
      bytes.push(...ipv4);
    }
  }
  return bytes;
}

function parseIpv4(text: string): number[] | undefined {
  // No leading zeros: some readers take them for octal.
  const octet = '(0|[1-9]\\d{0,2})';
  const match = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`).exec(text);
  const octets = match?.slice(1).map(Number);
  return octets?.every((value) => value < 256) ? octets : undefined;
}
