/** The checks of an order that its table cannot state, and the identifiers in it. */
import type { LegacyOrder } from '../../generated/models/index.ts';
import type { Issue } from '../errors.ts';
import { emailDomain, hashEmail } from '../email/index.ts';
import { hashLegacyUsername } from '../formats/username.ts';
import { encode, type Encoded, type Repair } from '../request/encode.ts';
import { accepted, type Prepare } from '../request/prepare.ts';

export const prepareOrder: Prepare<LegacyOrder> = (
  order,
  shape,
  { invalid, hashEmail: hashes },
) => {
  const encoded = encode(withHashedName(order), shape.request, invalid);
  const { wire } = encoded;
  const issues = [...encoded.issues];
  const repairs = [...encoded.repairs];
  const bank = invalid === 'send' ? undefined : bankWithoutBin(encoded);
  if (bank !== undefined) {
    // Where an invalid bin was left out, what cannot go without it is left out too.
    if (repairs.some(({ path }) => path === 'bin')) repairs.push(...dropBank(wire, bank));
    else issues.push(bank);
  }

  const { username } = encoded.modelOnly;
  if (typeof username === 'string') wire['usernameMD5'] = hashLegacyUsername(username);
  const email = wire['emailMD5'];
  if (hashes && typeof email === 'string') {
    // The service finds the domain in an address, and cannot in a hash.
    const domain = emailDomain(email);
    if (domain !== undefined) wire['domain'] ??= domain;
    wire['emailMD5'] = hashEmail(email);
  }
  return accepted({ wire, issues, repairs }, shape, 'The order');
};

/** MaxMind's old clients took a name for `usernameMD5` as well, told by its form, and never sent one. */
function withHashedName(order: LegacyOrder): unknown {
  if (typeof order !== 'object' || (order as unknown) === null || Array.isArray(order)) {
    return order;
  }
  try {
    const name: unknown = order.usernameMd5;
    if (typeof name !== 'string' || name === '' || /^[\da-f]{32}$/i.test(name)) return order;
    return { ...order, usernameMd5: hashLegacyUsername(name) };
  } catch {
    // A getter that throws: the encoder says which.
    return order;
  }
}

/** "You must set the bin field if you set this one", of `binName` and `binPhone`. */
function bankWithoutBin({ wire, issues }: Encoded): Issue | undefined {
  const needs = ['binName', 'binPhone'].find((name) => name in wire);
  const isThere = 'bin' in wire || issues.some(({ path }) => path === 'bin');
  if (needs === undefined || isThere) return undefined;
  const message = `is required together with ${needs}`;
  return { pointer: '/bin', path: 'bin', code: 'MISSING', message };
}

function dropBank(wire: Record<string, unknown>, { code }: Issue): Repair[] {
  return ['binName', 'binPhone'].flatMap((name) => {
    if (!(name in wire)) return [];
    const value = wire[name];
    Reflect.deleteProperty(wire, name);
    const message = 'needs a bin, which was left out';
    return [{ pointer: `/${name}`, path: name, code, message, how: 'dropped' as const, value }];
  });
}
