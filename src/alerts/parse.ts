/** Turns the query of an alert into a typed object. */
import type { Alert } from '../../generated/models/index.ts';
import { alert as table } from '../../generated/tables.ts';
import { once } from '../formats/once.ts';
import { alertReader } from './reader.ts';

/**
 * An alert. Parameters that the documentation does not name are on it too, under their name in the
 * query; one that came more than once has a list of values.
 */
export interface ReceivedAlert extends Alert {
  /**
   * Further values of documented parameters that came more than once, by their name in the query: the
   * property itself has the first. Absent when nothing was repeated.
   */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads an alert. It never fails: what is malformed stays as it is, what is unknown is kept, what is
 * empty is absent. Check the signature first (`verifyAlert`); parsing proves nothing.
 *
 * @example
 * const { minfraudId, newRiskScore, reasonCode } = parseAlert(request.url);
 * @param urlOrQuery - The webhook's URL, path and query, or the query alone. Of anything else, such as the
 *   object that a framework makes of a query, nothing is read.
 * @see https://dev.maxmind.com/minfraud/alerts/#parameters
 */
export function parseAlert(urlOrQuery: string | URL): ReceivedAlert {
  return read()(urlOrQuery);
}

const read = /* @__PURE__ */ once(() => alertReader(table));
