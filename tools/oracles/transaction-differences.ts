/**
 * Every way in which an official client sends a valid transaction otherwise than we do, with the reason.
 * What no entry explains fails the comparison.
 */
import type { ClientName } from './client.ts';

/** One place where two bodies differ; `undefined` where one has nothing. */
export interface Leaf {
  readonly pointer: string;
  readonly ours: unknown;
  readonly theirs: unknown;
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

export const bodyDifferences: readonly BodyDifference[] = [
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
