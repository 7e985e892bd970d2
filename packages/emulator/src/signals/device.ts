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

/** What the emulator recognizes a device by: its own token, or address and browser. */
export function deviceIdentity(device: Transaction['device'], ip: string): string {
  return knownToken(device) ?? `${ip} ${device?.user_agent ?? ''}`;
}

function knownToken(device: Transaction['device']): string | undefined {
  const token = device?.tracking_token;
  return token?.startsWith(KNOWN_TOKEN_PREFIX) ? token : undefined;
}

/**
 * Absent without an IP address. A known tracking token, or an earlier transaction that the emulator
 * remembers, makes the match nearly certain.
 */
export function deviceRecord(
  device: Transaction['device'],
  ip: IpSignal | undefined,
  moment: Date,
  seed: string,
  lastSeen?: Date,
): DeviceResult | undefined {
  if (ip === undefined) return undefined;
  const identity = deviceIdentity(device, ip.text);
  const hoursAgo = between(1, 2000, seed, 'last seen', identity);
  const seen = lastSeen ?? new Date(moment.getTime() - hoursAgo * 3_600_000);
  const sure = lastSeen !== undefined || knownToken(device) !== undefined;
  const timeZone = ip.network?.place?.timeZone;
  return present<DeviceResult>({
    confidence: sure ? 99 : hundredths(20 + fraction(seed, 'confidence', identity) * 60),
    id: uuid(seed, 'device', identity),
    last_seen: `${seen.toISOString().slice(0, 19)}Z`,
    local_time: timeZone && localTime(moment, timeZone),
  });
}
