/**
 * Every way in which an official client normalises an address otherwise than we do, with the reason.
 * docs/email.md explains the decisions behind them. What no entry explains fails the comparison.
 */
import { domainToASCII, domainToUnicode } from 'node:url';
import { normalizeEmail } from '../../src/email/index.ts';
import type { ClientName } from './client.ts';

/** One address with what we and an official client made of it. */
export interface AddressCase {
  readonly client: ClientName;
  readonly address: string;
  readonly ours: string;
  /** The client's own normalisation, without its validation; `null` when it makes none of it. */
  readonly theirs: string | null;
  /** Why the client's code threw. */
  readonly error: string | undefined;
  /** Whether the client's validation lets no user come this far. */
  readonly refused: boolean;
}

export interface EmailDifference {
  readonly name: string;
  readonly clients: readonly ClientName[];
  /** First major version of the client that does so. */
  readonly since?: number;
  /** First major version of the client that does so no longer. */
  readonly before?: number;
  readonly reason: string;
  readonly explains: (found: AddressCase) => boolean;
}

const notAscii = /[^\p{ASCII}]/u;
const domainOf = (text: string): string => text.slice(text.lastIndexOf('@') + 1);
const localOf = (text: string): string => text.slice(0, text.lastIndexOf('@'));
const written = (found: AddressCase): string => domainOf(found.address.trim().toLowerCase());

/** Python's `str.strip`: its white space has five control characters more than JavaScript's, not U+FEFF. */
function pythonStrip(text: string): string {
  const isSpace = (unit: string): boolean =>
    (/\s/.test(unit) && unit !== '\ufeff') || '\u001c\u001d\u001e\u001f\u0085'.includes(unit);
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** What IDNA 2003 makes of the four characters that UTS #46 keeps ("deviation characters"). */
const transitional = (domain: string): string =>
  domain
    .replace(/[ßẞ]/g, 'ss')
    .replaceAll('ς', 'σ')
    .replace(/[\u200c\u200d]/g, '');

/** Node's word for it: an empty string means refused. Next to letters, a URL's marks are refused. */
const refusedByUts46 = (domain: string): boolean =>
  domain
    .normalize('NFC')
    .split('.')
    .some(
      (label) =>
        notAscii.test(label) &&
        (/[^\w\u0080-\uffff-]/.test(label) || domainToASCII(`${label}.a`) === ''),
    );

/** Whether UTS #46 maps anything in a domain, by Node's word for it. */
const mappedByUts46 = (domain: string): boolean => domainToUnicode(domain) !== domain;

export const emailDifferences: readonly EmailDifference[] = [
  {
    name: 'lists of July 2026',
    clients: ['javascript', 'python'],
    reason:
      'fastmail.ca and myyahoo.com joined the lists in the newest code of all six clients on ' +
      '2026-07-29; the releases before do not have them.',
    explains: ({ ours }) => /@(fastmail\.ca|myyahoo\.com)$/.test(pythonStrip(ours)),
  },
  {
    name: 'no @',
    clients: ['javascript', 'python'],
    reason:
      'Text without @ (an MD5 among them) is no address. Python leaves it, JavaScript refuses it ' +
      'and would take the whole for a domain; here it is trimmed and lower-cased.',
    explains: ({ client, address, theirs, refused }) =>
      !address.includes('@') && (client === 'python' ? theirs === null : refused),
  },
  {
    name: 'over 1,000 characters',
    clients: ['javascript', 'python'],
    reason:
      'Form C and Punycode take quadratic time, so that text over 1,000 characters gets neither.',
    explains: ({ address, ours }) => address.trim().length > 1000 && notAscii.test(ours),
  },
  {
    name: 'ideographic full stop at the end',
    clients: ['javascript', 'python'],
    reason:
      'Trailing dots are removed after the conversion to ASCII, which turns 。 into a dot, ' +
      'so that "gmail.com。" is gmail.com.',
    explains: ({ address, ours, theirs, error }) => {
      const [, before, dots] = /^([^。．｡]*)([.。．｡]+\s*)$/.exec(address) ?? [];
      if (before === undefined || !/[。．｡]/.test(dots ?? '')) return false;
      return error !== undefined || (theirs?.endsWith('.') ?? false) || ours === theirs;
    },
  },
  {
    name: 'trimmed domain',
    clients: ['javascript'],
    reason:
      'MaxMind documents that space before the domain and dots after it go. The JavaScript client ' +
      'refuses such addresses and so does not trim.',
    explains: ({ address, refused }) => refused && /@\s|\.\s*$/.test(address),
  },
  {
    name: 'a failed IDN is not an empty domain',
    clients: ['javascript'],
    since: 9,
    reason:
      'The JavaScript client hashes "user@" when a domain cannot be converted, which ' +
      'makes one person of all users of that name; here the domain stays as it is written.',
    explains: ({ ours, theirs }) =>
      theirs !== null &&
      theirs.endsWith('@') &&
      (notAscii.test(ours) || /xn--|[^a-z\d._-]/.test(domainOf(ours))),
  },
  {
    name: 'no URL in a domain',
    clients: ['javascript'],
    since: 9,
    reason:
      'The JavaScript client reads the domain as the host of a URL: it cuts off a port ' +
      'or path, decodes percent signs and takes numbers for IPv4 addresses. It refuses such ' +
      'addresses; here such a domain stays as it is.',
    explains: ({ refused, ours }) =>
      refused && /[^\w.\u0080-\uffff-]|(^|\.)(0x)?\d+$/.test(domainOf(ours)),
  },
  {
    name: 'Punycode alone',
    clients: ['javascript'],
    before: 9,
    reason:
      'The JavaScript client encodes without the mapping of UTS #46 (full-width ' +
      'letters, ligatures, soft hyphens) and without its checks.',
    explains: (found) =>
      (refusedByUts46(written(found)) || mappedByUts46(written(found))) &&
      !notAscii.test(domainOf(found.theirs ?? '')),
  },
  {
    name: 'white space of Python',
    clients: ['python'],
    reason:
      'Python strips the control characters U+001C to U+001F and U+0085 and not U+FEFF; ' +
      'JavaScript the other way round.',
    explains: ({ address, theirs, error }) => {
      if (error !== undefined) return false;
      const stripped = pythonStrip(address);
      const seen = normalizeEmail(`${localOf(stripped)}@${pythonStrip(domainOf(stripped))}`);
      return theirs === seen || (stripped.startsWith('\ufeff') && theirs === `\ufeff${seen}`);
    },
  },
  {
    name: 'an exception for a label that is empty or too long',
    clients: ['python'],
    reason:
      'The Python client raises UnicodeError (and so does a whole call with validation off); here ' +
      'the domain goes through the other steps as it is.',
    explains: ({ error, ours, address }) =>
      error !== undefined &&
      error.includes('label') &&
      [domainOf(ours), domainOf(pythonStrip(address))].some((domain) =>
        domain.split(/[.。．｡]/).some((label) => label === '' || label.length > 50),
      ),
  },
  {
    name: 'an exception for what IDNA 2003 does not know',
    clients: ['python'],
    reason:
      'The Python client uses IDNA 2003, which knows the characters of Unicode 3.2 only and forbids ' +
      'others than UTS #46 does: it raises UnicodeError.',
    explains: (found) => found.error !== undefined && notAscii.test(written(found)),
  },
  {
    name: 'ß, ς and joiners',
    clients: ['python'],
    reason:
      'IDNA 2003 makes ss of ß, σ of ς and nothing of the joiners; UTS #46, like browsers, mail ' +
      'and three of the six official clients, keeps them, since they are domains of their own today.',
    explains: (found) =>
      found.theirs === normalizeEmail(`${localOf(found.address)}@${transitional(written(found))}`),
  },
  {
    name: 'a label that UTS #46 refuses',
    clients: ['python'],
    reason:
      'A domain that UTS #46 refuses stays as it is here; IDNA 2003 has an ASCII form for some.',
    explains: (found) => found.theirs !== null && refusedByUts46(written(found)),
  },
  {
    name: 'mappings newer than Unicode 3.2',
    clients: ['python'],
    reason:
      'Of letters and marks that came after Unicode 3.2, IDNA 2003 does not know that they stand ' +
      'for another letter or for nothing.',
    explains: (found) => found.theirs !== null && mappedByUts46(written(found)),
  },
];
