/** The checks of an order that its table cannot state, and the identifiers in it. */
import type { LegacyOrder } from '../../generated/models/index.ts';
import { emailDomain, hashEmail } from '../email/index.ts';
import { hashLegacyUsername } from '../formats/username.ts';
import type { InvalidInput } from '../options/options.ts';
import { encode, type Encoded } from '../request/encode.ts';
import { accepted, type Prepare } from '../request/prepare.ts';

export const prepareOrder: Prepare<LegacyOrder> = (
  order,
  shape,
  { invalid, hashEmail: hashes },
) => {
  const encoded = encode(withHashedName(order), shape.request, invalid);
  const { wire, modelOnly } = encoded;
  if (invalid !== 'send') checkBank(encoded, invalid);

  const { username } = modelOnly;
  if (typeof username === 'string') wire['usernameMD5'] = hashLegacyUsername(username);
  const email = wire['emailMD5'];
  if (hashes && typeof email === 'string') {
    // The service finds the domain in an address, and cannot in a hash.
    const domain = emailDomain(email);
    if (!Object.hasOwn(wire, 'domain') && domain !== undefined) wire['domain'] = domain;
    wire['emailMD5'] = hashEmail(email);
  }
  return accepted(encoded, shape, 'The order');
};

/** MaxMind's old clients took a name for `usernameMD5` as well, told by its form, and never sent one. */
function withHashedName(order: LegacyOrder): unknown {
  const value: unknown = order;
  if (typeof value !== 'object' || value === null) return order;
  try {
    if (!Object.hasOwn(value, 'usernameMd5')) return order;
    // A copy: a getter may say another name the second time.
    const copy = { ...order };
    const name: unknown = copy.usernameMd5;
    const isName = typeof name === 'string' && name !== '' && !/^[\da-f]{32}$/i.test(name);
    return isName ? { ...copy, usernameMd5: hashLegacyUsername(name) } : copy;
  } catch {
    // A getter that throws: the encoder says which.
    return order;
  }
}

/** "You must set the bin field if you set this one", of `binName` and `binPhone`. */
function checkBank({ wire, issues, repairs }: Encoded, invalid: InvalidInput): void {
  const given = ['binName', 'binPhone'].filter((name) => Object.hasOwn(wire, name));
  if (Object.hasOwn(wire, 'bin') || issues.some(({ path }) => path === 'bin')) return;
  const code = 'MISSING';
  if (invalid === 'drop') {
    for (const name of given) {
      Reflect.deleteProperty(wire, name);
      const message = 'needs bin, which is missing or was dropped';
      repairs.push({ pointer: `/${name}`, path: name, code, message, how: 'dropped' });
    }
  } else if (given[0] !== undefined) {
    const message = `is required together with ${given[0]}`;
    issues.push({ pointer: '/bin', path: 'bin', code, message });
  }
}
