/** Puts hashes in the places of what must not leave: the user name, and on request the e-mail address. */
import { emailDomain, hashEmail } from '../email/index.ts';
import { hashUsername } from '../formats/username.ts';
import type { Encoded } from './encode.ts';

/**
 * Changes the wire object, which is the encoder's own.
 *
 * @param hashByDefault - Whether the address is hashed; `email.hashAddress` goes before it.
 */
export function hashIdentifiers({ wire, modelOnly }: Encoded, hashByDefault: boolean): void {
  const username = modelOnly['account.username'];
  const account = wire['account'];
  // An empty name is no name: its hash would make one user of all who have none.
  if (typeof username === 'string' && username !== '' && isRecord(account)) {
    account['username_md5'] = hashUsername(username);
  }
  const email = wire['email'];
  const isHashed = modelOnly['email.hashAddress'] ?? hashByDefault;
  if (isHashed === true && isRecord(email) && typeof email['address'] === 'string') {
    const address = email['address'];
    const domain = email['domain'] ?? emailDomain(address);
    email['address'] = hashEmail(address);
    if (domain !== undefined) email['domain'] = domain;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
