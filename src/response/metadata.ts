/** What is known of the HTTP exchange behind a result or an error, kept on it without being part of it. */
import type { Retry } from '../errors.ts';
import { once } from '../formats/once.ts';

/** How a result or an error came about. */
export interface ResultMetadata {
  /** The HTTP status of the response. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Headers;
  /** Origin and path that were asked. */
  readonly url: string;
  /** The exact text of the response, as it came. Holds personal data where the result does. */
  readonly body: string;
  /** How many requests were made, from 1. */
  readonly attempts: number;
  /** Why each attempt before the last one failed, and how long the wait after it was. */
  readonly retries: readonly Retry[];
  /** Milliseconds from the first request to the last byte of the last response, waits included. */
  readonly durationMs: number;
}

/**
 * Keeps metadata out of sight of what it belongs to: no log, no `inspect` and no copy of a result or an
 * error shows the text of the response.
 */
export function attachMetadata(object: object, metadata: ResultMetadata): void {
  sharedStore().set(object, metadata);
}

/**
 * How a result or an error came about: status, headers, URL, exact text, attempts and duration.
 *
 * `undefined` for what no call of this SDK gave back or threw, copies of results among them, and for
 * errors without a response.
 *
 * @example
 * const score = await client.score(transaction);
 * console.log(getMetadata(score)?.durationMs);
 */
export function getMetadata(resultOrError: object): ResultMetadata | undefined {
  return sharedStore().get(resultOrError);
}

/** The part of a `WeakMap` that is needed. */
interface Store {
  set(object: object, metadata: ResultMetadata): unknown;
  get(object: object): ResultMetadata | undefined;
}

/** A constructor that gives back what it is given, so that fields of a subclass are added to that. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it is there to be extended
class Given {
  constructor(object: object) {
    return object;
  }
}

/**
 * A private field of each object. A `WeakMap` would do the same, but in V8 its values outlive the next
 * collections although their keys are dead: the text of every response was copied into the old generation.
 */
class Metadata extends Given {
  #metadata: ResultMetadata;

  constructor(object: object, metadata: ResultMetadata) {
    super(object);
    this.#metadata = metadata;
  }

  static set(object: object, metadata: ResultMetadata): void {
    if (#metadata in object) object.#metadata = metadata;
    else new Metadata(object, metadata);
  }

  static get(object: unknown): ResultMetadata | undefined {
    const isObject = typeof object === 'object' && object !== null;
    return isObject && #metadata in object ? object.#metadata : undefined;
  }
}

/** Registered, so that copies of this package read what the others attached. */
const registered: unique symbol = Symbol.for('minfraud-sdk.metadata') as never;

const sharedStore = /* @__PURE__ */ once(() => {
  const shared = globalThis as { [registered]?: Store };
  const store = shared[registered] ?? Metadata;
  // Where the global object is frozen, each copy keeps its own.
  Reflect.defineProperty(shared, registered, { value: store });
  return store;
});
