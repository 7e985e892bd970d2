/** The rule for a transaction report that a schema cannot state. */
import { isPrivateAddress } from '../formats/ip-address.ts';
import type { Encoded } from './encode.ts';

/** Adds what is wrong with a report whose fields were each checked already. */
export function checkAddress({ wire, issues }: Encoded): void {
  const address = wire['ip_address'];
  if (typeof address !== 'string' || !isPrivateAddress(address)) return;
  const message =
    'must be a public address: the service refuses reserved and private ones; ' +
    'send another identifier alone';
  issues.push({ pointer: '/ip_address', path: 'ipAddress', code: 'ADDRESS_RESERVED', message });
}
