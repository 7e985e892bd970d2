/**
 * Keeps web pages out. A browser on this machine reaches loopback for any page that it shows: a form
 * or an image of a foreign page, or a name that the page's owner lets point here (DNS rebinding),
 * could spend the test account's money or read what was recorded.
 */

import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { errorReply, type Reply } from './reply.ts';

/** Undefined for a caller who may come in. */
export function refuseCaller(
  headers: IncomingHttpHeaders,
  path: string,
  allowedHosts: readonly string[],
): Reply | undefined {
  const host = headers.host === undefined ? undefined : hostnameOf(headers.host);
  if (headers.host !== undefined && !isOwnHost(host, allowedHosts)) {
    return closing(
      errorReply(
        421,
        'EMULATOR_HOST_REFUSED',
        'The Host header is neither an IP address nor localhost. Start the emulator with allowedHosts to let this name in',
      ),
    );
  }
  if (isOwnPage(headers, path, host, allowedHosts)) return undefined;
  return closing(
    errorReply(
      403,
      'EMULATOR_ORIGIN_REFUSED',
      'A web page on another host sent this request. The emulator accepts requests only from programs, and from pages on this machine',
    ),
  );
}

/** A program, or a page that this machine serves. */
function isOwnPage(
  { origin, ...headers }: IncomingHttpHeaders,
  path: string,
  host: string | undefined,
  allowedHosts: readonly string[],
): boolean {
  if (origin !== undefined) {
    const from = originHost(origin);
    return from !== undefined && (from === host || isThisMachine(from, allowedHosts));
  }
  // Images, scripts and links send no Origin. A link to the emulator's page may stand anywhere.
  return (
    headers['sec-fetch-site'] !== 'cross-site' ||
    (path === '/' && headers['sec-fetch-mode'] === 'navigate')
  );
}

/**
 * Who may read what was recorded, and use `/_emulator/`: callers on this machine, and those who call it
 * by a name that the user gave, such as another container of the same network.
 */
export function mayControl(
  headers: IncomingHttpHeaders,
  remoteAddress: string | undefined,
  allowedHosts: readonly string[],
): boolean {
  const host = headers.host === undefined ? undefined : hostnameOf(headers.host);
  return isLoopback(remoteAddress) || (host !== undefined && isListed(host, allowedHosts));
}

/** What came may be long, and none of it was read. */
export function closing(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, Connection: 'close' } };
}

/** An IP address cannot be made to point elsewhere; of names only those of this machine count. */
function isOwnHost(host: string | undefined, allowed: readonly string[]): boolean {
  return host !== undefined && (isIP(host) !== 0 || isThisMachine(host, allowed));
}

function isThisMachine(host: string, allowed: readonly string[]): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    isLoopback(name) ||
    isListed(name, allowed)
  );
}

function isListed(host: string, allowed: readonly string[]): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return allowed.some((one) => one.toLowerCase() === name);
}

/** Without port and brackets; undefined when it is no host at all. */
function hostnameOf(host: string): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/@?#\s]+))(?::\d{1,5})?$/i.exec(host);
  return match?.[1] ?? match?.[2];
}

/** `null`, of sandboxed frames and files, has no host. */
function originHost(origin: string): string | undefined {
  const match = /^https?:\/\/(.+)$/i.exec(origin);
  return match?.[1] === undefined ? undefined : hostnameOf(match[1]);
}

/** True for a peer on this machine. */
function isLoopback(address: string | undefined): boolean {
  return (
    address !== undefined &&
    (address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address))
  );
}
