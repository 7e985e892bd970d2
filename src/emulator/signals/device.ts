/** The device that the emulator believes to be behind the IP address. */

import { between, fraction, hundredths, uuid } from '../fingerprint.ts';
import { localTime } from '../geo/local-time.ts';
import { present, type DeviceResult, type Transaction, type Warning } from '../wire-types.ts';
import type { IpSignal } from './ip-address.ts';

/** Tokens that the emulator takes for its own begin so. */
const KNOWN_TOKEN_PREFIX = 'emulator-';

/** The documented complaints about a tracking token. */
export function checkToken(token: string | undefined): Warning | undefined {
  if (!token || token.startsWith(KNOWN_TOKEN_PREFIX)) return undefined;
  const malformed = /\s/.test(token) || token.length < 8;
  return {
    code: malformed ? 'TRACKING_TOKEN_INVALID' : 'TRACKING_TOKEN_NOT_FOUND',
    warning: malformed
      ? 'The tracking token is malformed'
      : `The tracking token is not known (the emulator knows those that begin with ${KNOWN_TOKEN_PREFIX})`,
    input_pointer: '/device/tracking_token',
  };
}

/** Absent without an IP address. A known tracking token makes the match nearly certain. */
export function deviceRecord(
  device: Transaction['device'],
  ip: IpSignal | undefined,
  moment: Date,
  seed: string,
): DeviceResult | undefined {
  if (ip === undefined) return undefined;
  const token = device?.tracking_token?.startsWith(KNOWN_TOKEN_PREFIX)
    ? device.tracking_token
    : undefined;
  const identity = token ?? `${ip.text} ${device?.user_agent ?? ''}`;
  const hoursAgo = between(1, 2000, seed, 'last seen', identity);
  const timeZone = ip.network?.place?.timeZone;
  return present<DeviceResult>({
    confidence: token ? 99 : hundredths(20 + fraction(seed, 'confidence', identity) * 60),
    id: uuid(seed, 'device', identity),
    last_seen: `${new Date(moment.getTime() - hoursAgo * 3_600_000).toISOString().slice(0, 19)}Z`,
    local_time: timeZone && localTime(moment, timeZone),
  });
}
