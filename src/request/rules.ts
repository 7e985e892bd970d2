/** Rules that a schema cannot state, and the hashes that go out in the place of what must not leave. */
import { emailDomain, hashEmail } from '../email/index.ts';
import { isPrivateAddress } from '../formats/ip-address.ts';
import { isRecord } from '../formats/record.ts';
import { hashUsername } from '../formats/username.ts';
import type { InvalidInput } from '../options/options.ts';
import type { Encoded } from './encode.ts';
import { problems } from './explain.ts';

/** Adds what is wrong with a transaction whose fields were each checked already. */
export function checkAcrossFields(encoded: Encoded, invalid: InvalidInput): void {
  const { wire, issues, repairs, modelOnly } = encoded;
  const hasUsername = (modelOnly['account.username'] ?? '') !== '';
  const account = wire['account'] as Readonly<Record<string, unknown>> | undefined;
  if (hasUsername && account?.['username_md5'] !== undefined) {
    const conflict = {
      pointer: '/account/username_md5',
      path: 'account.username',
      code: 'CONFLICT',
      message: 'must not be given together with usernameMd5, which is its hash: leave one out',
    };
    if (invalid === 'drop') {
      delete modelOnly['account.username'];
      repairs.push({ ...conflict, how: 'dropped' });
    } else issues.push(conflict);
  }
  // Anything that was wrong and refused was meant as an input.
  if (issues.length === 0 && !hasUsername && !hasInput(wire)) {
    const { code, message } = problems.empty;
    issues.push({ pointer: '', path: '', code, message });
  }
}

function hasInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).some(hasInput);
}

/** Adds what is wrong with a report whose fields were each checked already. */
export function checkAddress({ wire, issues }: Encoded): void {
  const address = wire['ip_address'];
  if (typeof address !== 'string' || !isPrivateAddress(address)) return;
  const message =
    'must be a public address: the service rejects reserved and private addresses; ' +
    'send another identifier instead';
  issues.push({ pointer: '/ip_address', path: 'ipAddress', code: 'ADDRESS_RESERVED', message });
}

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
