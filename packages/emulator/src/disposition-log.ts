/** The manual changes of dispositions that the emulator lists, in the order of the service. */

import { isRecord } from 'minfraud-sdk/internal';
import { expectNames, expectRecord, expectType } from './expect.ts';
import type { Specification } from './specification.ts';
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

/**
 * Throws for an update that would be listed wrongly or never: a name in camelCase, which is the SDK's
 * spelling of results and not the service's, a required field that is missing, an invalid time.
 */
export function checkUpdates(updates: unknown, spec: Specification): void {
  if (!Array.isArray(updates)) throw new TypeError('dispositions must be a list');
  const { names, required } = fieldsOf(spec);
  updates.forEach((update: unknown, index) => {
    const place = `dispositions[${index}]`;
    expectRecord(update, place);
    expectNames(update, names, place);
    for (const name of required) {
      if (update[name] === undefined) throw new TypeError(`${place} needs ${name}`);
    }
    for (const name of ['minfraud_id', 'action']) {
      expectType(update[name], 'string', `${place}.${name}`);
    }
    for (const name of ['action_last_updated', 'note_last_updated']) {
      const stamp = update[name] ?? undefined;
      expectType(stamp, 'string', `${place}.${name}`);
      if (typeof stamp === 'string' && readTimestamp(stamp) === undefined) {
        throw new RangeError(`${place}.${name} is not an RFC 3339 time: ${stamp}`);
      }
    }
  });
}

/** What the spec says of an update. */
function fieldsOf(spec: Specification): { names: string[]; required: string[] } {
  const page = spec.operations.find(({ operationId }) => operationId === 'listDispositionUpdates');
  const properties = spec.schema(page?.responseSchema ?? '')?.['properties'];
  const list = spec.resolve(isRecord(properties) ? properties['updates'] : undefined);
  const update = spec.resolve(list?.['items']);
  const required = update?.['required'];
  return {
    names: isRecord(update?.['properties']) ? Object.keys(update['properties']) : [],
    required: Array.isArray(required) ? required.map(String) : [],
  };
}

export class DispositionLog {
  readonly #byId = new Map<string, DispositionUpdate>();
  readonly #pageSize: number;

  constructor(pageSize: number = MAX_PAGE) {
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new RangeError(`the page size must be from 1 to ${MAX_PAGE} updates, not ${pageSize}`);
    }
    this.#pageSize = pageSize;
  }

  /** Adds checked updates; a later one for the same transaction replaces the earlier. */
  add(updates: readonly DispositionUpdate[]): void {
    for (const update of updates) this.#byId.set(update.minfraud_id, { ...update });
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
