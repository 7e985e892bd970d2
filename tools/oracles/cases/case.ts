/**
 * The forms in which the test cases of the official clients are written down: facts, in words of ours.
 * Names and pointers are those of the wire.
 */

export type Json = Readonly<Record<string, unknown>>;

export type Service = 'score' | 'insights' | 'factors' | 'report';

/** Everything that the tests of one client say about requests, responses and errors. */
export interface ClientCases {
  readonly client: string;
  /** The commit that was read. */
  readonly commit: string;
  readonly fields: readonly FieldCase[];
  readonly transactions: readonly RequestCase[];
  readonly reports: readonly RequestCase[];
  readonly addresses: readonly AddressCase[];
  /** Domains, and what the client normalises them to. */
  readonly domains: readonly (readonly [domain: string, normalized: string])[];
  readonly responses: readonly ResponseCase[];
  readonly calls: readonly CallCase[];
  readonly options: readonly OptionsCase[];
  /** Tests without a case here. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly tests: number;
  readonly why: string;
}

/** One field of a transaction, or `report:/tag`; values that its test takes, and refuses. Each is a case. */
export type FieldCase = readonly [
  at: string,
  about: string,
  valid: readonly unknown[],
  invalid?: readonly unknown[],
];

/** A whole request. The model's `account.username` and `email.hash_address` may be in it. */
export interface RequestCase {
  readonly about: string;
  readonly wire: unknown;
  readonly valid: boolean;
  /** What must be sent, where that is something else. */
  readonly sends?: unknown;
  readonly hashEmail?: boolean;
  /** The client's validation is off. */
  readonly unchecked?: true;
}

/**
 * An address; what the client makes of it: an MD5, or the normalised address that it hashes, or `null` if it
 * makes nothing of it; and the domain that it sends with the hash.
 */
export type AddressCase = readonly [address: string, gives: string | null, domain?: string];

/**
 * A response of a service, or one part of one (`/email/domain`). All of its fields must be there after
 * decoding.
 */
export type ResponseCase = readonly [
  at: string,
  about: string,
  wire: unknown,
  more?: {
    readonly locale?: string;
    /** Values that are not the same on the wire, by their pointer from `at`. */
    readonly reads?: Json;
    /** Places without a value, by their pointers from `at`. */
    readonly lacks?: readonly string[];
  },
];

/** What a server replies, or what becomes of the connection. */
export type Reply =
  | { readonly status: number; readonly type?: string; readonly body?: string }
  | 'reset'
  | 'too late'
  /** What the `fetch` of the test rejects with. */
  | { readonly rejects: unknown };

/** A call of a client whose server replies so, in this order. */
export interface CallCase {
  readonly about: string;
  readonly service: Service;
  readonly replies: readonly Reply[];
  readonly options?: Json;
  readonly request?: unknown;
  /** Our class for the one that the client's test expects. */
  readonly error?: ErrorName;
  readonly status?: number;
  readonly code?: string;
  /** The service's sentence, which the message must contain. */
  readonly says?: string;
  /** What the result must have, by pointer. */
  readonly reads?: Json;
  /** What must be sent. */
  readonly sends?: {
    readonly url?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  /** How many requests the client makes. */
  readonly requests?: number;
}

export type ErrorName =
  | 'MinFraudError'
  | 'AuthenticationError'
  | 'ConnectionError'
  | 'HttpError'
  | 'InsufficientFundsError'
  | 'InvalidRequestError'
  | 'PermissionRequiredError'
  | 'TimeoutError';

/** What the constructor takes or refuses. */
export interface OptionsCase {
  readonly about: string;
  readonly options: Json;
  readonly valid: boolean;
}

/** A copy with other values at some pointers; `undefined` takes a place away. */
export function changed(original: Json, changes: Json): Json {
  const copy = structuredClone(original) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(changes)) {
    const names = pointer.slice(1).split('/');
    const last = names.pop() ?? '';
    let parent = copy;
    for (const name of names) parent = (parent[name] ??= {}) as Record<string, unknown>;
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return copy;
}
