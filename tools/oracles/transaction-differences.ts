/**
 * Every way in which an official client sends a valid transaction otherwise than we do, with the reason.
 * What no entry explains fails the comparison.
 */
import { emailDomain } from '../../src/email/index.ts';
import { md5Hex } from '../../src/formats/md5.ts';
import type { ClientName } from './client.ts';

/** One place where two bodies differ; `undefined` where one has nothing. */
export interface Leaf {
  readonly pointer: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** What the client says of a field that it leaves out. */
  readonly says?: string | undefined;
}

interface Difference {
  readonly name: string;
  readonly client: ClientName;
  /** First major version of the client that does so no longer. */
  readonly before?: number;
  readonly reason: string;
}

/** Both send something, but not the same. */
export interface BodyDifference extends Difference {
  readonly explains: (leaf: Leaf, email: string | undefined) => boolean;
}

/** The client refuses a transaction that the service takes. */
export interface Refusal extends Difference {
  /** Found in what the client says. */
  readonly says: RegExp;
  /** Which addresses; all when absent. */
  readonly address?: RegExp;
}

const domainAsWritten = (address: string): string => address.slice(address.indexOf('@') + 1);

const javascriptDifferences: readonly BodyDifference[] = [
  {
    name: 'domain added to an address in plain text',
    client: 'javascript',
    reason:
      'The service reads the domain from the address; it needs one only with an MD5 ' +
      '(/email/domain in its documentation).',
    explains: ({ pointer, ours, theirs }, email) =>
      pointer === '/email/domain' &&
      ours === undefined &&
      email !== undefined &&
      theirs === domainAsWritten(email),
  },
  {
    name: 'domain with a hash, as it was typed',
    client: 'javascript',
    reason: 'Ours is that of the normalised address, like in Python; see docs/email.md.',
    explains: ({ pointer, ours, theirs }, email) =>
      pointer === '/email/domain' &&
      typeof ours === 'string' &&
      email !== undefined &&
      theirs === domainAsWritten(email),
  },
  {
    name: 'time added',
    client: 'javascript',
    reason:
      'The service takes the present when there is no time. A clock that is wrong on the sending ' +
      'machine should not matter.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/event/time' && ours === undefined && typeof theirs === 'string',
  },
  {
    name: 'time in UTC and milliseconds',
    client: 'javascript',
    reason:
      'The JavaScript client takes a Date only; text that you give us is sent as you gave it.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/event/time' &&
      typeof ours === 'string' &&
      new Date(ours).toISOString() === theirs,
  },
  {
    name: 'referrer in the spelling of URL',
    client: 'javascript',
    reason: 'The JavaScript client takes a URL object only; text that you give us stays as it is.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/order/referrer_uri' &&
      typeof ours === 'string' &&
      new URL(ours).href === theirs,
  },
  {
    name: 'keys of custom inputs rewritten',
    client: 'javascript',
    before: 9,
    reason:
      'The JavaScript client turns every key into its idea of snake_case, so that an input is not ' +
      'found under the name that the account portal has, and one is lost when two become the same. ' +
      'Keys are data, and ours are sent as given; that they are right is what Python shows.',
    explains: ({ pointer }) => pointer.startsWith('/custom_inputs/'),
  },
];

/** Of the version of Java's client that the registry has, which is of April 2020. */
const javaDifferences: readonly BodyDifference[] = [
  {
    name: 'a field that came after its version',
    client: 'java',
    reason: 'The version is older than the field, or has its old name (last_4_digits).',
    explains: ({ pointer, says }) =>
      says === 'no such field' &&
      /^\/(event\/party|payment\/method|device\/tracking_token|credit_card\/(last_digits|country|was_3d_secure_successful))$/.test(
        pointer,
      ),
  },
  {
    name: 'a word that came after its version',
    client: 'java',
    reason: 'The version is older than the event type or payment processor.',
    explains: ({ pointer, says = '' }) =>
      says.startsWith('No enum constant') && /^\/(event\/type|payment\/processor)$/.test(pointer),
  },
  {
    name: 'an IIN of eight digits',
    client: 'java',
    reason: 'The version is older than these.',
    explains: ({ pointer, ours, says }) =>
      pointer === '/credit_card/issuer_id_number' &&
      says !== undefined &&
      String(ours).length === 8,
  },
  {
    name: 'an address or a domain that its library does not like',
    client: 'java',
    reason:
      'It takes no MD5, and asks commons-validator, which has a list of top-level domains of 2020 and refuses ' +
      'what the DNS takes.',
    explains: ({ pointer, says = '' }) =>
      /^\/email\/(address|domain)$/.test(pointer) && says.endsWith('is not valid.'),
  },
  {
    name: 'an amount, a price or a quantity of zero, or a quantity above 2,147,483,647',
    client: 'java',
    reason: 'The documented range is 0 to 10,000,000,000,000.',
    explains: ({ pointer, ours, says }) =>
      /\/(amount|price|quantity)$/.test(pointer) &&
      says !== undefined &&
      (ours === 0 || Number(ours) > 2_147_483_647),
  },
  {
    name: 'empty strings and lists',
    client: 'java',
    reason: 'It sends none. They say nothing; what you give us is sent as you gave it.',
    explains: ({ ours, theirs }) =>
      theirs === undefined && (ours === '' || (Array.isArray(ours) && ours.length === 0)),
  },
  {
    name: 'an IP address in the spelling of InetAddress',
    client: 'java',
    reason: 'It takes an object of that class only; text that you give us stays as it is.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/device/ip_address' && sameAddress(ours) === sameAddress(theirs),
  },
  {
    name: 'a time without zeros at the end of its fraction',
    client: 'java',
    reason: 'It takes an object only; text that you give us is sent as you gave it.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/event/time' &&
      typeof theirs === 'string' &&
      new Date(String(ours)).getTime() === new Date(theirs).getTime(),
  },
  {
    name: 'a hash of an address in small letters',
    client: 'java',
    reason:
      'The version is older than the other steps of normalising; see cases/java.ts for the newest.',
    explains: ({ pointer, theirs }, email = '') =>
      pointer === '/email/address' && theirs === md5Hex(email.toLowerCase()),
  },
  {
    name: 'domain of the address',
    client: 'java',
    reason:
      'It sends the domain as it was typed, with a hash and without, also where it refused one of its ' +
      'own; and none of an address that it refused.',
    explains: ({ pointer, ours, theirs }, email = '') =>
      pointer === '/email/domain' &&
      (theirs === undefined ? ours === emailDomain(email) : theirs === domainAsWritten(email)),
  },
  {
    name: 'the hash of an empty user name',
    client: 'java',
    reason: 'It would make one user of all who have no name.',
    explains: ({ pointer, ours, theirs }) =>
      pointer === '/account/username_md5' && ours === undefined && theirs === md5Hex(''),
  },
];

/** The spelling of URLs, which is that of RFC 5952 but for its brackets. */
function sameAddress(address: unknown): string {
  const text = String(address);
  return text.includes(':') ? new URL(`http://[${text}]`).hostname : text;
}

export const bodyDifferences: readonly BodyDifference[] = [
  ...javascriptDifferences,
  ...javaDifferences,
];

export const refusals: readonly Refusal[] = [
  {
    name: 'an MD5 for an address',
    client: 'javascript',
    reason: '/email/address is documented as an address or its MD5.',
    says: /email\.address/,
    address: /^[\da-f]{32}$/,
  },
  {
    name: 'a referrer with a host of one word',
    client: 'javascript',
    reason: 'The documentation asks for an absolute address with http or https, no more.',
    says: /referrer URI https:\/\/intranet/,
  },
  {
    name: 'an address that its library does not like',
    client: 'python',
    reason:
      'The Python client asks the package email-validator, which refuses what the DNS takes, such ' +
      'as two hyphens in a label (x@ab--c.example).',
    says: /\['email'\]\['address'\]/,
    address: /@.*(--|_)/,
  },
  {
    name: 'an amount or a price of zero',
    client: 'python',
    reason: 'The documented range starts at 0, for a free trial or a gift.',
    says: /\['(amount|price)'\]/,
  },
  {
    name: 'a quantity of zero',
    client: 'python',
    reason: 'The documented range starts at 0.',
    says: /\['quantity'\]/,
  },
  {
    name: 'an empty custom input',
    client: 'python',
    reason: 'The documentation limits the length to 255 characters and has no lower limit.',
    says: /custom_inputs/,
  },
];
