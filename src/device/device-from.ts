/** Takes address, user agent and languages of a customer from the request that the browser sent. */
import { isMapped, parseIpAddress } from '../formats/ip-address.ts';
import { forwardedFor } from './forwarded.ts';
import { headerLines, isObject, memberOf, type RequestHeaders } from './request-headers.ts';
import { type DeviceOptions, type Trust, trustFrom } from './trust.ts';

/** The request of a customer, as a server receives it. */
export interface CustomerRequest {
  /** Node's `request.headers`, a `Headers` object, or a plain record with names in any case. */
  readonly headers: RequestHeaders;
  /**
   * The address of the peer: `request.socket.remoteAddress` in Node, `info.remoteAddr.hostname` in Deno,
   * `server.requestIP(request)?.address` in Bun. Absent where the platform does not tell it, as on
   * Workers.
   */
  readonly remoteAddress?: string | undefined;
}

/** For `device` of a transaction: spread it, and add what else you know. */
export interface CustomerDevice {
  /**
   * The customer's address, without port, brackets and zone; IPv4 in dotted-quad, also when it came inside
   * IPv6. Absent when no trusted peer told one.
   */
  readonly ipAddress?: string;
  /** The `User-Agent` header, its first 512 characters: the service takes no more. Absent without the header. */
  readonly userAgent?: string;
  /** The `Accept-Language` header, its first 255 characters. Absent without the header. */
  readonly acceptLanguage?: string;
}

/**
 * What a customer's request tells about the device.
 *
 * The address is the last one that a proxy of yours vouches for: the walk begins at the peer and goes
 * from one trusted proxy to the next. What the customer wrote into the header comes after that and is
 * never looked at. Without `trust` it is the peer's own address.
 *
 * @example
 * const device = deviceFrom({ headers, remoteAddress }, { trust: 1 });
 * const score = await client.score({ device });
 * @param request - Whatever it holds, nothing a customer can send makes this throw.
 * @param options - `trust` says which proxies are yours; see docs/device.md.
 * @returns Only what is known. `ipAddress` is absent when the peer's address is, and when a trusted proxy
 *   wrote something else than an address, such as `unknown`.
 * @throws TypeError when an argument is not of its type, or `trust` names something that cannot be
 *   trusted.
 */
export function deviceFrom(request: CustomerRequest, options?: DeviceOptions): CustomerDevice {
  const trust = trustFrom(options);
  const { headers, remoteAddress } = requireRequest(request);
  const address = customerAddress(headers, remoteAddress, trust);
  // Clients send each of the two once; of a second user agent there is no use.
  const [userAgent] = headerLines(headers, 'user-agent');
  const acceptLanguage = headerLines(headers, 'accept-language').join(', ');
  return {
    ...(address && { ipAddress: address.text }),
    ...present('userAgent', userAgent, 512),
    ...present('acceptLanguage', acceptLanguage, 255),
  };
}

function customerAddress(
  headers: RequestHeaders,
  remoteAddress: unknown,
  { header, isTrusted }: Trust,
): SeenAddress | undefined {
  let address = typeof remoteAddress === 'string' ? readAddress(remoteAddress) : undefined;
  let hop = 0;
  for (const written of addressesIn(headers, header)) {
    if (!isTrusted(address?.bytes, hop)) break;
    address = written === undefined ? undefined : readAddress(written);
    hop++;
  }
  return address;
}

/** What the proxies wrote, the nearest one first; `undefined` where one wrote no address. */
function addressesIn(headers: RequestHeaders, header: string): (string | undefined)[] {
  const value = headerLines(headers, header).join(',');
  if (header === 'forwarded') return forwardedFor(value);
  // Empty members count for nothing: RFC 9110, section 5.6.1.
  if (header === 'x-forwarded-for') return value.split(',').filter(isNotBlank).reverse();
  return isNotBlank(value) ? [value] : [];
}

function isNotBlank(text: string): boolean {
  return text.trim() !== '';
}

/** An object of one property, or of none when there is no text. */
function present<Name extends string>(
  name: Name,
  text: string | undefined,
  most: number,
): Readonly<Partial<Record<Name, string>>> {
  // By characters, not UTF-16 units: the cut must not go through a surrogate pair.
  const characters = Array.from((text ?? '').trim().slice(0, 2 * most));
  const cut = characters
    .slice(0, most)
    .join('')
    .replace(/\p{Cs}/gu, '\ufffd');
  return (cut === '' ? {} : { [name]: cut }) as Readonly<Partial<Record<Name, string>>>;
}

function requireRequest(request: unknown): {
  readonly headers: RequestHeaders;
  readonly remoteAddress: unknown;
} {
  const headers = isObject(request) ? memberOf(request, 'headers') : undefined;
  if (!isObject(request) || !isObject(headers)) {
    throw new TypeError('deviceFrom() takes an object with the headers of the request.');
  }
  return {
    headers: headers as RequestHeaders,
    remoteAddress: memberOf(request, 'remoteAddress'),
  };
}

export interface SeenAddress {
  /** As minFraud takes it. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * An address that may have a port (`192.0.2.1:443`), brackets (`[2001:db8::1]:443`) or the zone that a
 * socket adds (`fe80::1%eth0`). IPv4 inside IPv6 becomes IPv4. `undefined` for anything else.
 */
function readAddress(written: string): SeenAddress | undefined {
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
