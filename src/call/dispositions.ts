/** Walks through what reviewers changed in the account portal, page by page and to the microsecond. */
import type {
  DispositionUpdate,
  DispositionUpdates,
  ListDispositionUpdatesQuery,
} from '../../generated/models/index.ts';
import { HttpError, InvalidRequestError } from '../errors.ts';
import { dateTimeOf, isAfter, isDateTime } from '../formats/date-time.ts';
import type { AnyOperation } from '../operation.ts';
import type { CallOptions } from '../options/options.ts';
import { type CallSettings, resolveCall } from '../options/settings.ts';
import { getMetadata } from '../response/metadata.ts';

/**
 * Where to start. Options of the calls may stand next to it, or in the second argument.
 *
 * @example
 * const updates = client.dispositions({ updatesAfter: cursor, timeout: 5_000 });
 */
export interface DispositionsQuery
  extends CallOptions, Omit<ListDispositionUpdatesQuery, 'updatesAfter'> {
  /**
   * Only changes after this moment, not those at it. Required: the cursor that you stored, as the RFC 3339
   * text that it is. A `Date` has milliseconds and the service microseconds, so one made from a cursor would
   * bring changes twice.
   *
   * @example
   * const updates = client.dispositions({ updatesAfter: '2026-03-15T09:00:00.000000Z' });
   * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/#request-uri-and-parameters
   */
  readonly updatesAfter: Date | string;
}

/** A page that can be continued from. */
export interface DispositionPage<Update = DispositionUpdate> extends Omit<
  DispositionUpdates,
  'updates'
> {
  /** The changed transactions, 1 to 1000, oldest change first. */
  readonly updates: Update[];
  /**
   * The cursor: store it with what you made of the page, and give it as `updatesAfter` to go on. It
   * differs from the times in the updates, and must not be computed from them.
   */
  readonly lastUpdateTimestamp: string;
}

/**
 * The changes after a moment, oldest first, asked for as they are needed. Each `for await` starts
 * anew, from the beginning.
 *
 * It ends when the service has nothing new; ask again later, from the last page's cursor. One
 * transaction comes once in a walk for each time it was changed, with its state at the time of the
 * response. A lost response is asked for again.
 *
 * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/
 */
export class Dispositions<
  Update = DispositionUpdate,
  Page extends UpdatePage<Update> = DispositionPage<Update>,
> implements AsyncIterable<Update> {
  readonly #ask: AskForUpdates<Update>;
  readonly #defaults: CallSettings;
  readonly #updatesAfter: unknown;
  readonly #parameters: Readonly<Record<string, unknown>>;
  readonly #options: CallOptions | undefined;

  /** @internal Made by `client.dispositions()`. */
  constructor(
    ask: AskForUpdates<Update>,
    defaults: CallSettings,
    query: DispositionsQuery,
    options: CallOptions | undefined,
    { request }: Pick<AnyOperation, 'request'>,
  ) {
    // Without an argument from JavaScript, the error for a missing time says what to give.
    const { updatesAfter, ...others } = (query as Partial<DispositionsQuery> | undefined) ?? {};
    const { asked, rest } = partition(others, Object.keys(request.fields));
    this.#ask = ask;
    this.#defaults = defaults;
    this.#updatesAfter = updatesAfter;
    this.#parameters = asked;
    // Options in one place are passed on as they are, inherited properties too.
    this.#options = Object.keys(rest).length === 0 ? options : { ...rest, ...options };
  }

  /**
   * Every update of every page, oldest first.
   *
   * @example
   * for await (const { minfraudId, action } of client.dispositions({ updatesAfter })) console.log(minfraudId, action);
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Update, void, undefined> {
    for await (const { updates } of this.pages()) {
      for (const update of updates) {
        this.#options?.signal?.throwIfAborted();
        yield update;
      }
    }
  }

  /**
   * The pages, of up to 1000 updates each and none of them empty: for programs that store the cursor,
   * which is safe only once the whole page is dealt with.
   *
   * @example
   * for await (const { updates, lastUpdateTimestamp } of client.dispositions({ updatesAfter }).pages()) {
   *   console.log(updates.length, lastUpdateTimestamp);
   * }
   */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const { invalid } = resolveCall(this.#defaults, this.#options);
    let after = startOf(this.#updatesAfter, invalid !== 'send');
    for (let isFirst = true; ; isFirst = false) {
      const request = { ...this.#parameters, updatesAfter: after };
      const page = await this.#ask(request, this.#options);
      if (page.updates.length === 0) return;
      const cursor = page.lastUpdateTimestamp;
      if (typeof cursor !== 'string' || !isDateTime(cursor)) throw noCursor(page);
      // An unchecked start may be no time at all.
      const advances = isAfter(cursor, after) ?? cursor !== after;
      // The same page again: the server does not look at updates_after.
      if (!advances && !isFirst) return;
      // The caller's type has what the spec gives a page, and the cursor was looked at.
      yield page as Page;
      if (!advances) return;
      after = cursor;
    }
  }
}

/** What a page is walked by. */
export interface UpdatePage<Update> {
  /** The changed transactions, oldest change first; empty when there is nothing new. */
  readonly updates: Update[];
  /** The cursor. Absent when the service sends none. */
  readonly lastUpdateTimestamp?: string | null;
}

/** The call that asks for one page; what else the spec asks for is in the request. */
export type AskForUpdates<Update> = (
  request: {
    /**
     * Only changes after this moment.
     */
    readonly updatesAfter: string;
  },
  options: CallOptions | undefined,
) => Promise<UpdatePage<Update>>;

/** Tells the parameters of the service from the options of the calls, which may stand next to them. */
function partition(
  query: Readonly<Record<string, unknown>>,
  parameters: readonly string[],
): { readonly asked: Record<string, unknown>; readonly rest: Record<string, unknown> } {
  const asked = Object.entries(query).filter(([name]) => parameters.includes(name));
  const rest = Object.entries(query).filter(([name]) => !parameters.includes(name));
  return { asked: Object.fromEntries(asked), rest: Object.fromEntries(rest) };
}

/** A string as it is: rounding it to a `Date` would skip or repeat changes. */
function startOf(moment: unknown, isChecked: boolean): string {
  if (typeof moment === 'string' && (!isChecked || isDateTime(moment))) return moment;
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
function noCursor(page: object): HttpError {
  const { status, url, attempts } = getMetadata(page) ?? {};
  const what = 'a page of dispositions without a usable last_update_timestamp';
  return new HttpError(
    `The service responded with ${what}, so the changes after it cannot be requested.`,
    { code: 'RESPONSE_NO_CURSOR', status, url, attempts },
  );
}
