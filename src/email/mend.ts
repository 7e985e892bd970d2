/** What of an e-mail address is repaired where the address itself is sent, not its hash. */

/**
 * An address without the white space around it and around its domain, and without the dots at its end, which
 * phone keyboards add; with plain dots in its domain (`gmail。com`). These steps of
 * https://dev.maxmind.com/minfraud/normalizing-email-addresses-for-minfraud/ change no address that is one.
 *
 * @param address - An address, a domain alone, or an MD5.
 */
export function mendEmail(address: string): string {
  const text = address.trim();
  const at = text.lastIndexOf('@') + 1;
  // IDNA takes these for dots: RFC 3490, section 3.1.
  const domain = text
    .slice(at)
    .replace(/[\u3002\uff0e\uff61]/g, '.')
    .trimStart();
  let end = domain.length;
  // A loop: `/[.\s]+$/` takes time that grows with the square of the length.
  while (end > 0 && /[.\s]/.test(domain.charAt(end - 1))) end--;
  return text.slice(0, at) + domain.slice(0, end);
}
