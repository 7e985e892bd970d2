/** The manual changes of dispositions that the emulator lists, in the order of the service. */

import { only, present, type DispositionUpdates } from './wire-types.ts';

/** The documented most of one page. */
const MAX_PAGE = 1000;

/**
 * A manual change of a disposition, in wire spelling: it is what the emulator will send.
 *
 * Written out here, although the spec has it: this entry's declarations would otherwise carry the
 * types of the whole API with them.
 */
export interface DispositionUpdate {
  /** The `id` of the transaction's score. Required. */
  readonly minfraud_id: string;
  /** What was decided. Required. */
  readonly action: 'accept' | 'reject' | 'manual_review' | 'expired_review' | (string & {});
  /** When it was decided, in RFC 3339, down to microseconds. Required. */
  readonly action_last_updated: string;
  /** The note of the reviewer, up to 500 characters. Default: none. */
  readonly note?: string | null;
  /** When the note was set, in RFC 3339, down to microseconds. Default: none. */
  readonly note_last_updated?: string | null;
}

type Update = DispositionUpdates['updates'][number];

interface Sorted {
  readonly update: DispositionUpdate;
  readonly stamp: string;
  readonly micros: bigint;
}

/** Microseconds since 1970; undefined for text that is no RFC 3339 time. Never through a Date's milliseconds alone. */
export function readTimestamp(text: string): bigint | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, date = '', time = '', fraction = '', zone = ''] = match;
  const seconds = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(seconds)) return undefined;
  return BigInt(seconds) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
}

export class DispositionLog {
  readonly #byId = new Map<string, DispositionUpdate>();
  readonly #pageSize: number;

  constructor(pageSize: number = MAX_PAGE) {
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new RangeError(`a page holds 1 to ${MAX_PAGE} updates, not ${pageSize}`);
    }
    this.#pageSize = pageSize;
  }

  /** Adds updates; a later one for the same transaction replaces the earlier. */
  add(updates: readonly DispositionUpdate[]): void {
    for (const update of updates) {
      for (const stamp of [update.action_last_updated, update.note_last_updated ?? undefined]) {
        if (stamp !== undefined && readTimestamp(stamp) === undefined) {
          throw new RangeError(`not an RFC 3339 time: ${stamp}`);
        }
      }
      this.#byId.set(update.minfraud_id, { ...update });
    }
  }

  /** The page after a moment, sorted by the earlier of the two times that lies after it. */
  page(after: bigint): DispositionUpdates {
    const sorted = [...this.#byId.values()]
      .flatMap((update) => sortKey(update, after))
      .sort((a, b) => (a.micros < b.micros ? -1 : a.micros > b.micros ? 1 : 0));
    let end = Math.min(sorted.length, this.#pageSize);
    // The lower bound of the next page is exclusive: updates of the same microsecond must not be
    // torn apart, unless they fill the page alone.
    while (end > 1 && end < sorted.length && sorted[end - 1]?.micros === sorted[end]?.micros)
      end -= 1;
    if (end === 1 && sorted[0]?.micros === sorted[1]?.micros) {
      end = Math.min(sorted.length, this.#pageSize);
    }
    return present<DispositionUpdates>({
      last_update_timestamp: sorted[end - 1]?.stamp ?? null,
      updates: sorted.slice(0, end).map(({ update }) => only<Update>(update)),
    });
  }
}

function sortKey(update: DispositionUpdate, after: bigint): Sorted[] {
  const stamps = [update.action_last_updated, update.note_last_updated ?? '']
    .map((stamp) => ({ update, stamp, micros: readTimestamp(stamp) }))
    .filter((one): one is Sorted => one.micros !== undefined && one.micros > after)
    .sort((a, b) => (a.micros < b.micros ? -1 : 1));
  return stamps.slice(0, 1);
}
