/** Puts generated addresses through our normalisation and the official clients', and compares. */
import { emailDomain, hashEmail, normalizeEmail } from '../../src/email/index.ts';
import { md5Hex } from '../../src/formats/md5.ts';
import { addresses } from './addresses.ts';
import { ask, type Client, type ClientName } from './client.ts';
import { emailDifferences, type AddressCase, type EmailDifference } from './email-differences.ts';
import { differingEntries } from './lists.ts';
import { type Comparison, Tally } from './tally.ts';

/** What a driver says about one address. */
interface AddressResponse {
  readonly normalized?: string | null;
  readonly error?: string;
  readonly refused?: string;
  /** MD5 and domain by the client's public way; absent when it refused. */
  readonly hash?: string;
  readonly domain?: string | null;
}

export async function compareEmails(
  client: Client,
  count: number,
  seed: number,
  samples: readonly string[],
): Promise<Comparison> {
  const asked = [...addresses(count, seed), ...samples];
  const { version, lists, responses } = await ask<AddressResponse>(
    client,
    asked.map((address) => ({ address })),
  );
  const major = Number.parseInt(version, 10);
  const known = emailDifferences.filter(
    ({ clients, since = 0, before = Infinity }) =>
      clients.includes(client.name) && since <= major && major < before,
  );
  const tally = new Tally(known.map(({ name }) => name));
  for (const entry of differingEntries(lists))
    tally.add('unexplained', 'only one side has it', entry);
  asked.forEach((address, index) => {
    const response = responses[index] ?? {};
    tally.add(...verdict(client.name, known, address, response), { address, response });
  });
  return { client: client.name, version, subject: `${asked.length} addresses`, tally };
}

/** Agreement, the name of a known difference, or what is wrong. */
function verdict(
  client: ClientName,
  known: readonly EmailDifference[],
  address: string,
  response: AddressResponse,
): ['agrees' | 'differs' | 'unexplained', string] {
  const found: AddressCase = {
    client,
    address,
    ours: normalizeEmail(address),
    theirs: response.normalized ?? null,
    error: response.error,
    refused: response.refused !== undefined,
  };

  // By its public way the client must send what its own normalisation says, or we compare nothing.
  const { theirs } = found;
  if (response.hash !== undefined && theirs !== null && response.hash !== md5Hex(theirs)) {
    return ['unexplained', 'the hash is not that of the normalised address'];
  }
  if (found.ours !== theirs || found.error !== undefined) {
    const difference = known.find(({ explains }) => explains(found));
    return difference
      ? ['differs', difference.name]
      : ['unexplained', `ours is ${JSON.stringify(found.ours)}`];
  }
  if (response.hash !== undefined && response.hash !== hashEmail(address)) {
    return ['unexplained', `our hash is ${hashEmail(address)}`];
  }
  return domainVerdict(client, address, response);
}

/** What goes into `/email/domain`: ours is the normalised domain, like in Python. */
function domainVerdict(
  client: ClientName,
  address: string,
  response: AddressResponse,
): ['agrees' | 'unexplained', string] {
  if (response.hash === undefined) return ['agrees', ''];
  const expected =
    client === 'javascript'
      ? address.slice(address.indexOf('@') + 1) // as written: docs/email.md says why ours is not
      : emailDomain(address);
  return response.domain === expected
    ? ['agrees', '']
    : ['unexplained', `our domain is ${JSON.stringify(emailDomain(address))}`];
}
