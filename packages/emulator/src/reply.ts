/** What goes back to the caller, before faults get at it. */

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a response without a body, which is not the same as an empty one. */
  readonly body: Buffer | undefined;
  /** True when the call was charged to the account. */
  readonly billed?: boolean;
}

/** Versions of the JSON services as their media types say them. */
const VERSIONS: Readonly<Record<string, string>> = {
  'application/vnd.maxmind.com-disposition-updates+json': '1.0',
};

/** `type; charset=UTF-8; version=2.0`, as the service writes it. */
export function fullMediaType(type: string, version: string = VERSIONS[type] ?? '2.0'): string {
  return `${type}; charset=UTF-8; version=${version}`;
}

export function jsonReply(status: number, contentType: string, value: unknown): Reply {
  return {
    status,
    headers: { 'Content-Type': contentType },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** The documented error document. */
export function errorReply(status: number, code: string, error: string, version = '2.0'): Reply {
  const type = fullMediaType('application/vnd.maxmind.com-error+json', version);
  return jsonReply(status, type, { code, error });
}

/** A response without a body: content negotiation, oversized requests, and 204. */
export function emptyReply(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: undefined };
}

/** Text of the legacy services, one byte a character. */
export function latin1Reply(status: number, text: string): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=ISO-8859-1' },
    body: Buffer.from(text, 'latin1'),
  };
}
