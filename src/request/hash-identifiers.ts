/** Puts hashes in the places of what must not leave: the user name, and on request the e-mail address. */
import { emailDomain, hashEmail } from '../email/index.ts';
import { isRecord } from '../formats/record.ts';
import { hashUsername } from '../formats/username.ts';
import type { Encoded } from './encode.ts';

/**
 * Changes the wire object, which is the encoder's own.
 *
 * @param hashByDefault - Whether the address is hashed; `email.hashAddress` goes before it.
 */
export function hashIdentifiers({ wire, modelOnly }: Encoded, hashByDefault: boolean): void {
  const username = modelOnly['account.username'];
  const account = objectAt(wire, 'account');
  // An empty name is no name: its hash would make one user of all who have none.
  if (typeof username === 'string' && username !== '' && account !== undefined) {
    account['username_md5'] = hashUsername(username);
  }
  const email = objectAt(wire, 'email');
  const isHashed = modelOnly['email.hashAddress'] ?? hashByDefault;
  const address = email?.['address'];
  if (isHashed === true && email !== undefined && typeof address === 'string') {
    email['address'] = hashEmail(address);
    // The service finds the domain in an address, and cannot in a hash.
    const domain = emailDomain(address);
    if (!Object.hasOwn(email, 'domain') && domain !== undefined) email['domain'] = domain;
  }
}

/** Own properties only: `Object.prototype` may have been polluted. */
function objectAt(wire: object, name: string): Record<string, unknown> | undefined {
  const value: unknown = Object.hasOwn(wire, name) ? Reflect.get(wire, name) : undefined;
  return isRecord(value) ? value : undefined;
}
