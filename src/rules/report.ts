/** The rule for a transaction report that a schema cannot state. */
import { type Encoded } from '../encode.ts';
import { type Issue } from '../errors.ts';
import { isPrivateAddress } from '../formats/ip-address.ts';

/** What is wrong with a report whose fields were each checked already. */
export function reportIssues({ wire }: Encoded): Issue[] {
  const address = wire['ip_address'];
  if (typeof address !== 'string' || !isPrivateAddress(address)) return [];
  const message =
    'must be a public address: the service refuses reserved and private ones; ' +
    'send another identifier alone';
  return [{ pointer: '/ip_address', path: 'ipAddress', code: 'ADDRESS_RESERVED', message }];
}
