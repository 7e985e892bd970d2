/** Walks through what reviewers changed in the account portal, page by page and to the microsecond. */
import type { DispositionUpdate, DispositionUpdates } from '../generated/models/index.ts';
import { dispositionUpdates, listDispositionUpdatesOperation } from '../generated/tables.ts';
import { HttpError, InvalidRequestError } from './errors.ts';
import { dateTimeOf, isAfter, isDateTime } from './formats/date-time.ts';
import { getMetadata } from './metadata.ts';
import { ask, type CallContext } from './operations.ts';
import { type CallOptions } from './options.ts';

/** Where to start. Options of the calls may stand beside it, or in the second argument. */
export interface DispositionsQuery extends CallOptions {
  /**
   * Only changes after this moment, not those at it: the cursor that you stored, as the text that it
   * is. A `Date` has milliseconds and the service microseconds, so one made from a cursor would bring
   * changes twice.
   */
  readonly updatesAfter: Date | string;
}

/** A page that can be continued from. */
export interface DispositionPage extends DispositionUpdates {
  /**
   * The cursor: store it with what you made of the page, and give it as `updatesAfter` to go on. It is
   * none of the times in the updates, and must not be computed from them.
   */
  readonly lastUpdateTimestamp: string;
}

/**
 * The changes after a moment, oldest first, asked for as they are needed. Each `for await` starts
 * anew, from the beginning.
 *
 * It ends when the service has nothing new; ask again later, from the last page's cursor. One
 * transaction comes once in a walk for each time it was changed, with its state at the time of the
 * answer. Nothing is billed, and a lost answer is asked for again.
 */
export class Dispositions implements AsyncIterable<DispositionUpdate> {
  readonly #context: CallContext;
  readonly #updatesAfter: Date | string;
  readonly #options: CallOptions;

  constructor(context: CallContext, query: DispositionsQuery, options: CallOptions | undefined) {
    // Without an argument from JavaScript: the service's own words say what is missing.
    const { updatesAfter, ...beside } = (query as DispositionsQuery | undefined) ?? {
      updatesAfter: '',
    };
    this.#context = context;
    this.#updatesAfter = updatesAfter;
    this.#options = { ...beside, ...options };
  }

  /** Every update of every page. */
  async *[Symbol.asyncIterator](): AsyncGenerator<DispositionUpdate, void, undefined> {
    for await (const { updates } of this.pages()) {
      for (const update of updates) {
        this.#options.signal?.throwIfAborted();
        yield update;
      }
    }
  }

  /**
   * The pages, of up to 1000 updates each and none of them empty: for who stores the cursor, which is
   * safe only once the whole page is dealt with.
   */
  async *pages(): AsyncGenerator<DispositionPage, void, undefined> {
    let after = startOf(
      this.#updatesAfter,
      this.#options.validate ?? this.#context.client.defaults.validate,
    );
    for (let isFirst = true; ; isFirst = false) {
      const page = await this.#page(after);
      if (page.updates.length === 0) return;
      const cursor = page.lastUpdateTimestamp;
      if (typeof cursor !== 'string' || !isDateTime(cursor)) throw noCursor(page);
      // An unchecked start may be no time at all.
      const advances = isAfter(cursor, after) ?? cursor !== after;
      // The same page again: whoever answers does not look at updates_after.
      if (!advances && !isFirst) return;
      yield page as DispositionPage;
      if (!advances) return;
      after = cursor;
    }
  }

  #page(after: string): Promise<DispositionUpdates> {
    return ask<DispositionUpdates>(
      this.#context,
      listDispositionUpdatesOperation,
      dispositionUpdates,
      () => ({ query: { updates_after: after } }),
      this.#options,
    );
  }
}

/** A text as it is: rounding it to a `Date` would skip or repeat changes. */
function startOf(moment: unknown, validate: boolean): string {
  if (typeof moment === 'string' && (!validate || isDateTime(moment))) return moment;
  const text = typeof moment === 'object' && moment !== null ? dateTimeOf(moment) : undefined;
  if (text !== undefined) return text;
  const message = 'must be a valid Date or an RFC 3339 time such as 2026-03-15T09:00:00.000000Z';
  const issue = {
    pointer: '/updates_after',
    path: 'updatesAfter',
    code: 'TIMESTAMP_INVALID',
    message,
  };
  throw InvalidRequestError.fromIssues([issue]);
}

/** Without a cursor the rest could not be asked for, and ending here would pass for the end. */
function noCursor(page: DispositionUpdates): HttpError {
  const { status, url, attempts } = getMetadata(page) ?? {};
  const what = 'a page of dispositions without a usable last_update_timestamp';
  return new HttpError(
    `The service answered with ${what}: the changes after it cannot be asked for.`,
    {
      code: 'RESPONSE_NO_CURSOR',
      status,
      url,
      attempts,
    },
  );
}
