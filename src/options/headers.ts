/** Which headers an application may add to a request, and in what form they are kept. */
import type { HeaderValues } from './options.ts';

/** Set by the client, by fetch or by HTTP itself; overriding one breaks calls or leaks. */
const reserved: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'accept accept-encoding authorization connection content-encoding content-length content-type ' +
    'cookie expect host keep-alive proxy-authorization proxy-connection te trailer ' +
    'transfer-encoding upgrade'
  ).split(' '),
);

export function reservedHeader(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/**
 * The headers by name in lower case, so that a later value of the same header replaces an earlier one.
 * A copy: what the application does to its object afterwards has no effect.
 */
export function headerRecord(headers: HeaderValues): Record<string, string> {
  const entries =
    typeof headers.entries === 'function' ? headers.entries() : Object.entries(headers);
  const record = Object.create(null) as Record<string, string>;
  for (const [name, value] of entries as Iterable<[string, string]>) {
    record[name.toLowerCase()] = value;
  }
  return record;
}
