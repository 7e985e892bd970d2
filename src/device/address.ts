/** Reads an address the way that sockets and proxies write it. */
import { isMapped, parseIpAddress } from '../formats/ip-address.ts';

export interface SeenAddress {
  /** As minFraud takes it. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * An address that may have a port (`192.0.2.1:443`), brackets (`[2001:db8::1]:443`) or the zone that a
 * socket adds (`fe80::1%eth0`). IPv4 inside IPv6 becomes IPv4. `undefined` for anything else.
 */
export function readAddress(written: string): SeenAddress | undefined {
  if (written.length > longestWritten) return undefined;
  const [, bracketed, withPort] =
    /^(?:\[([^[\]]*)\](?::\d{1,5})?|([^:]*):\d{1,5})$/.exec(written.trim()) ?? [];
  const isIpv6 = bracketed !== undefined || (withPort === undefined && written.includes(':'));
  const address = bracketed ?? withPort ?? written.trim();
  const text = isIpv6 ? address.replace(/%[\w.~-]+$/, '') : address;
  const bytes = parseIpAddress(text);
  if (bytes === undefined || text.includes(':') !== isIpv6) return undefined;
  return { text: isMapped(bytes) ? bytes.subarray(12).join('.') : text, bytes };
}

/** Room for the longest address with brackets, a long zone, a port and blanks. */
const longestWritten = 128;
