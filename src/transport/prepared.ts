/** What is the same for every call of an operation, computed once per client. */
import type { Operation } from '../../generated/tables.ts';
import type { ClientSettings } from '../settings.ts';
import { version } from '../version.ts';
import type { CallInput } from './transport.ts';

export interface Prepared {
  /** Origin and path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Browsers ignore the User-Agent; everywhere else it tells MaxMind's support what was used. */
const userAgent = `minfraud-sdk/${version}`;

export function prepareOperation(client: ClientSettings, operation: Operation): Prepared {
  const headers: Record<string, string> = { Accept: operation.accept, 'User-Agent': userAgent };
  if (operation.auth === 'basic') headers['Authorization'] = client.credentials.authorization();
  if (operation.method === 'POST') {
    headers['Content-Type'] =
      operation.auth === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  }
  return { url: `${client.baseUrl}${operation.path}`, headers };
}

/** A fresh object: hooks add to it, and so may a fetch of the user's. */
export function headersOf(
  prepared: Prepared,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers = { ...prepared.headers, ...extra };
  // Of the client's own headers this is the only one that an application may replace.
  if ('user-agent' in extra) delete headers['User-Agent'];
  return headers;
}

export function urlOf(prepared: Prepared, { query }: CallInput): string {
  return query === undefined ? prepared.url : `${prepared.url}?${new URLSearchParams(query)}`;
}

export function bodyOf({ body, form }: CallInput): string | undefined {
  return form === undefined ? body : new URLSearchParams(form).toString();
}
