/** Recognises IP addresses in presentation format, and those that cannot belong to a customer. */

/**
 * IPv4 in dotted-quad notation: four decimal numbers up to 255 without leading zeros, since those
 * mean octal numbers to some systems. No port, no prefix length, no integer form.
 */
export function isIpv4(text: string): boolean {
  let dots = 0;
  let octet = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at++) {
    // The end closes the last number, as a dot does the others.
    const unit = at === text.length ? dot : text.charCodeAt(at);
    if (unit === dot) {
      if (digits === 0) return false;
      dots++;
      octet = 0;
      digits = 0;
    } else {
      if (unit < 48 || unit > 57 || (digits > 0 && octet === 0)) return false;
      octet = octet * 10 + unit - 48;
      digits++;
      if (octet > 255) return false;
    }
  }
  return dots === 4;
}

const dot = 46;

/** IPv6 in hexadecimal-colon notation, also with a dotted-quad end. No zone, port or prefix length. */
export function isIpv6(text: string): boolean {
  return ipv6Groups(text) !== undefined;
}

/**
 * Whether an address is unspecified, loopback, private or link-local. Such an address is never that
 * of a customer on the Internet; the report service refuses it as IP_ADDRESS_RESERVED.
 */
export function isPrivateAddress(text: string): boolean {
  const octets = ipv4Octets(text);
  if (octets !== undefined) return isPrivateIpv4(octets);
  const groups = ipv6Groups(text);
  if (groups === undefined) return false;
  const [first = 0] = groups;
  const [sixth = 0, high = 0, low = 0] = groups.slice(5);
  if (groups.slice(0, 5).every((group) => group === 0)) {
    // ::ffff:a.b.c.d carries an IPv4 address; :: and ::1 stand for no host and for this one.
    if (sixth === 0xffff) return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255]);
    return sixth === 0 && high === 0 && low <= 1;
  }
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}

function isPrivateIpv4([first, second = 0]: readonly number[]): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}

function ipv4Octets(text: string): number[] | undefined {
  return isIpv4(text) ? text.split('.').map(Number) : undefined;
}

/** The eight groups of an IPv6 address. */
function ipv6Groups(text: string): number[] | undefined {
  // 45 characters is the longest notation there is; more need not be looked at.
  if (text.length > 45 || text.includes(':::')) return undefined;
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = groupsOf(left, right === undefined);
  const after = right === undefined ? [] : groupsOf(right, true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  // `::` stands for one group of zeros at least.
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array<number>(missing).fill(0), ...after];
}

function groupsOf(text: string, isEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const words = text.split(':');
  for (const [position, word] of words.entries()) {
    if (/^[\da-f]{1,4}$/i.test(word)) {
      groups.push(Number.parseInt(word, 16));
      continue;
    }
    const octets = isEnd && position === words.length - 1 ? ipv4Octets(word) : undefined;
    if (octets === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = octets;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}
