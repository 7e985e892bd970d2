/** Which headers an application may add to a request, and in what form they are kept. */

/** Set by the client or by fetch; letting a caller override one breaks calls or leaks. */
const reserved: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'accept',
  'content-type',
  'content-length',
  'transfer-encoding',
  'connection',
  'host',
  'cookie',
]);

export function reservedHeader(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/** Names in lower case, so that a later value of the same header replaces an earlier one. */
export function headerEntries(
  headers: Readonly<Record<string, string>> | Headers | undefined,
): [string, string][] {
  if (headers === undefined) return [];
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  return entries.map(([name, value]) => [name.toLowerCase(), value]);
}
