/** Keeps what callers sent, without their credentials. */

import type { IncomingHttpHeaders } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case; `authorization` is redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON parsed, a form as an object; undefined without a body or when it cannot be parsed. */
  readonly body: unknown;
  /** The exact text of the body; licence keys of the legacy services are redacted. */
  readonly wire: string;
  /** Status of the answer; undefined when the connection was cut before one, or while it is due. */
  readonly status: number | undefined;
  /** True when the emulator charged the call to the account, even if the answer got lost. */
  readonly billed: boolean;
}

const REDACTED = '[redacted]';
/** The names that the legacy services give to the licence key. */
const keyFields: ReadonlySet<string> = new Set(['license_key', 'l']);

/** One call, recorded as it arrives; its end is filled in when it is known. */
export class Recording implements RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly wire: string;
  status: number | undefined = undefined;
  billed = false;

  constructor(
    method: string,
    url: URL,
    headers: IncomingHttpHeaders,
    bytes: Buffer,
    keyInForm: boolean,
  ) {
    const text = bytes.toString('utf8');
    this.method = method;
    this.path = url.pathname;
    this.query = fieldsOf(url.searchParams, keyInForm);
    this.headers = redactHeaders(headers);
    this.wire = keyInForm ? redactForm(text) : text;
    this.body = parse(text, headers['content-type'] ?? '', keyInForm);
  }
}

function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name === 'authorization' ? REDACTED : [value].flat().join(', '),
    ]),
  );
}

function fieldsOf(parameters: URLSearchParams, keyInForm: boolean): Record<string, string> {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [
      name,
      keyInForm && keyFields.has(name) ? REDACTED : value,
    ]),
  );
}

function redactForm(text: string): string {
  return text.replace(/(^|&)(license_key|l)=[^&]*/g, `$1$2=${REDACTED}`);
}

function parse(text: string, contentType: string, keyInForm: boolean): unknown {
  if (text === '') return undefined;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return fieldsOf(new URLSearchParams(text), keyInForm);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
