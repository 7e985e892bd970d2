/** Where a call goes, as attributes. */

export interface ServerAttributes {
  readonly 'server.address': string;
  readonly 'server.port': number;
}

export function serverOf(url: string): ServerAttributes {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === 'http:' ? 80 : 443;
  return {
    // Brackets belong to URLs, not to IPv6 addresses.
    'server.address': hostname.replace(/^\[|\]$/g, ''),
    'server.port': port === '' ? usual : Number(port),
  };
}
