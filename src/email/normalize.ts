/**
 * The one spelling under which minFraud counts an email address, so that its MD5 is found again.
 *
 * The steps and their order are those of the official clients, since a hash is only worth something
 * when every sender computes the same one: where a step looks improvable (`.com.con`, quoted local
 * parts), being equal wins. What the clients do differently from one another, and what is decided
 * here, is in docs/email.md.
 */
import {
  equivalentDomains,
  fastmailDomains,
  typosOfCom,
  typosOfDomains,
  yahooDomains,
} from './domains.ts';
import { once } from '../formats/once.ts';

/**
 * Longest text, in UTF-16 units, that gets Unicode normalization and Punycode: both take time that
 * grows with the square of the length on hostile input (7 s for 80,000 combining marks). The
 * service takes 255 characters and SMTP 254. All other steps are linear.
 */
const longestAddress = 1000;

/**
 * Brings an email address into the form that minFraud hashes.
 *
 * Trims, lower-cases, converts an internationalised domain to ASCII, repairs well-known typing
 * errors in the domain, replaces equivalent domains, and removes what the provider ignores: the
 * alias after `+` (`-` at Yahoo), dots at Gmail, the subdomain at Fastmail.
 *
 * @example
 * normalizeEmail('Customer+news@Example.com'); // customer@example.com
 * @param address - An email address. Text without `@` is only trimmed, lower-cased and brought into
 *   Unicode normalization form C; text over 1,000 characters gets neither that form nor an ASCII
 *   domain.
 * @returns The normalized address, never empty unless `address` is blank. It is for hashing: mail
 *   sent to it may not arrive.
 * @throws TypeError when `address` is not a string; a string never throws.
 * @see https://dev.maxmind.com/minfraud/normalizing-email-addresses-for-minfraud/
 */
export function normalizeEmail(address: string): string {
  if (typeof address !== 'string') throw new TypeError('An email address must be a string');
  let text = address.trim().toLowerCase();
  const bounded = text.length <= longestAddress;
  if (bounded) text = text.normalize('NFC');

  const at = text.lastIndexOf('@');
  if (at < 0) return text;

  const written = text.slice(at + 1).trimStart();
  let domain = repairDomain(bounded ? toAscii(written) : written);
  let local = text.slice(0, at);

  const alias = local.indexOf(yahoo().has(domain) ? '-' : '+');
  if (alias > 0) local = local.slice(0, alias);

  if (domain === 'gmail.com') local = local.replaceAll('.', '');

  const dot = domain.indexOf('.');
  const parent = domain.slice(dot + 1);
  if (fastmail().has(parent)) {
    if (local) local = domain.slice(0, dot);
    domain = parent;
  }
  return `${local}@${domain}`;
}

const yahoo = /* @__PURE__ */ once(() => new Set(yahooDomains.split(' ')));
const fastmail = /* @__PURE__ */ once(() => new Set(fastmailDomains.split(' ')));
const comTypos = /* @__PURE__ */ once(() => new Set(typosOfCom.split(' ')));
const typos = /* @__PURE__ */ once(() => invert(typosOfDomains));
const equivalents = /* @__PURE__ */ once(() => invert(equivalentDomains));

function invert(spellings: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(spellings).flatMap(([meant, others]) =>
      others.split(' ').map((other): [string, string] => [other, meant]),
    ),
  );
}

function repairDomain(domain: string): string {
  // Index loops where a regular expression would do: `/\.+$/` and `/(?:\.com){2,}$/` take time that
  // grows with the square of the length. Dots go after the conversion, which maps `。` to a dot.
  let end = domain.length;
  while (domain[end - 1] === '.') end--;
  while (domain.endsWith('.com.com', end)) end -= 4;
  domain = domain.slice(0, end).replace(/^\d+gmail?\.com$/, 'gmail.com');

  const tld = domain.lastIndexOf('.') + 1;
  if (tld && comTypos().has(domain.slice(tld))) domain = `${domain.slice(0, tld)}com`;

  domain = typos().get(domain) ?? domain;
  return equivalents().get(domain) ?? domain;
}

/**
 * One label at a time: over a whole domain runtimes disagree. Deno and Node 24 refuse `9.אחד.example`
 * because of its digit, Node 20 does not. Plain ASCII needs no conversion.
 */
function toAscii(domain: string): string {
  return /[\u0080-\uffff]/.test(domain) ? domain.split('.').map(labelToAscii).join('.') : domain;
}

/**
 * The URL parser is the one IDNA implementation that every runtime has; it applies UTS #46 without
 * the transitional mapping (`ß` stays a letter of its own). A label that it refuses stays as it is:
 * an empty domain instead would give all users of one name the same hash.
 */
function labelToAscii(label: string): string {
  // Only letters, digits, hyphens and underscores: anything else means something in a URL.
  if (!/^[\w\u0080-\uffff-]+$/.test(label)) return label;
  try {
    // The second label keeps a number from being read as an IPv4 address.
    return new URL(`http://${label}.a`).hostname.slice(0, -2);
  } catch {
    return label;
  }
}

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
