/** Under which names callers reach the emulator. */

import { networkInterfaces } from 'node:os';
import { readAddress } from './geo/addresses.ts';

/**
 * The host for a URL that a client on this machine can use: what means all of the machine's addresses is
 * good to listen on, and to no client.
 *
 * @param host - As the user gave it.
 * @param bound - The address that the server is bound to.
 */
export function reachableHost(host: string, bound: string): string {
  if (isUnspecified(bound)) return bound.includes(':') ? '[::1]' : '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Every name that a certificate must hold. */
export function certifiedNames(host: string, allowedHosts: readonly string[]): string[] {
  const own = isUnspecified(host) ? ownAddresses() : [host];
  return ['localhost', '127.0.0.1', '::1', ...own, ...allowedHosts].map((name) =>
    name.replace(/%.*$/, ''),
  );
}

function isUnspecified(host: string): boolean {
  return host === '0' || readAddress(host)?.value === 0n;
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address);
}
