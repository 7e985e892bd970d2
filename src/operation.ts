/**
 * What the compiler says about the services: operations, and the tables of what they send and receive.
 * Types only; the values are in generated/operations.ts and generated/tables.ts.
 */
import type { Client } from 'openapi-fetch';

/** What is true of every operation, whatever it sends and receives. */
export interface AnyOperation {
  /** The `operationId` in the spec. */
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The media type to ask for. */
  readonly accept: string;
  /** Basic credentials, or the license key among the fields of the form or query. */
  readonly authentication: 'basic' | 'key';
  /** The name on the wire of the field that carries the license key, for `authentication: 'key'`. */
  readonly keyField?: string;
  /** It may be retried when it is not known whether the first attempt was processed. */
  readonly retryable: boolean;
  /** Where the request is put: in a JSON body, in a form body, or in the query. */
  readonly sends: 'json' | 'form' | 'query';
  /** The largest body that the service reads, in bytes; absent where none is documented. */
  readonly bodyLimit?: number;
  readonly request: ObjectRule;
  /** Absent where a success has no body. */
  readonly response?: ResponseObject | TextRecord;
  /** Documented code of an error response → the HTTP status that decides its class; 0: that of the response. */
  readonly errorCodes: Readonly<Record<string, number>>;
  /** Of a text response: documented codes in `err` that stand next to a result. */
  readonly warningCodes?: readonly string[];
}

/** What an operation resolves with whose response is empty: nothing but its metadata. */
export type NoContent = Readonly<Record<string, never>>;

/**
 * One operation of the spec, tied to the model of its request and of its result, to the request as it travels,
 * and to the paths of its spec.
 */
export interface Operation<
  Model,
  Result,
  Wire extends object,
  Paths extends object,
> extends AnyOperation {
  readonly request: RequestTable<Model, Wire>;
  readonly response?: ResponseTable<Result> | TextRecordTable<Result>;
  /** Calls the path with openapi-fetch, which makes URL, query, headers and body. */
  readonly send: (
    client: Client<Paths>,
    request: Wire,
    init: WireInit,
    licenseKey: string,
  ) => Promise<{ readonly response: Response }>;
}

/** What a call adds to its request. */
export interface WireInit {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal | null;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Gives the text that the size check wrote, or writes one. */
  readonly bodySerializer: (body: unknown) => string;
  readonly parseAs: 'stream';
}

/**
 * Ties a table to its model, so that the table of another model is not accepted in its place. All
 * properties are compared as if they were required: two models that differ only in optional properties
 * are assignable to each other.
 */
interface Of<Model> {
  /** For types only; not there at run time. */
  readonly model?: (model: Required<Model>) => Required<Model>;
}

/** Ties a table to the type of what its walk writes, in the same way. */
interface Writes<Wire> {
  /** For types only; not there at run time. */
  readonly wire?: (wire: Required<Wire>) => Required<Wire>;
}

/** How a value of a request is checked. */
export type Rule =
  StringRule | NumberRule | BooleanRule | ListRule | MapRule | UnionRule | ObjectRule;

/** What every rule may say. */
export interface RuleFlags {
  /** The value never appears in a log, an issue or an error. */
  readonly sensitive?: true;
  readonly nullable?: true;
  /**
   * What happens to a value of the right type that breaks the rule, unless the caller says otherwise.
   * Absent: it is left out. `shorten`: when it is too long it is cut to `maxLength`, and left out when
   * it breaks the rule in another way. `throw`: only a program can get it wrong, and the request is
   * refused.
   */
  readonly invalid?: 'shorten' | 'throw';
  /** What the rule asks for, in words that go on from the field: "must be an ISO 4217 currency code, …". */
  readonly advice?: string;
  /**
   * What is repaired before a text is checked: white space at its ends, or that and the dots of an email
   * address or domain. Enumerations and IP addresses need no word: `space` is theirs.
   */
  readonly mend?: 'space' | 'email';
  /** It may begin with zeros that count, which a number has lost. */
  readonly leadingZeros?: true;
}

export interface StringRule extends RuleFlags {
  readonly kind: 'string';
  /** In code points, as JSON Schema counts. */
  readonly minLength?: number;
  /** In code points, as JSON Schema counts. */
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  /** `pattern` bars NUL and newline, and nothing else. */
  readonly freeText?: true;
  readonly format?: string;
  /** What a message about a wrong value may add: the code of a country that was given by name. */
  readonly hint?: 'country-code';
  readonly enum?: readonly string[];
  /** The values of `enum` are the known ones; others are valid too. */
  readonly open?: true;
  /** A `URL` is taken too, and sent as a string. */
  readonly acceptsUrl?: true;
}

export interface NumberRule extends RuleFlags {
  readonly kind: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

export interface BooleanRule extends RuleFlags {
  readonly kind: 'boolean';
}

export interface ListRule extends RuleFlags {
  readonly kind: 'list';
  readonly items: Rule;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** An object whose keys are data: they are checked, never renamed. */
export interface MapRule extends RuleFlags {
  readonly kind: 'map';
  readonly keys?: StringRule;
  readonly values: Rule;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** The value follows one rule at least. */
export interface UnionRule extends RuleFlags {
  readonly kind: 'union';
  readonly of: readonly Rule[];
}

/**
 * An object of a request, by model name. Its fields, like those of all tables, are made whenever they are
 * read, so that an import does not make them.
 */
export interface ObjectRule {
  readonly kind: 'request';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly [wire: string, rule: Rule]>>;
  /** Inputs that are never sent: something else is made of them. */
  readonly modelOnly?: Readonly<Record<string, Rule>>;
  /** Model names. */
  readonly required?: readonly string[];
  /** Model names of which at least one is required. */
  readonly requireAnyOf?: readonly string[];
  readonly minProperties?: number;
}

/** The object that is a request. */
export interface RequestTable<Model, Wire> extends ObjectRule, Of<Model>, Writes<Wire> {}

/** An object of a response, by wire name: only fields that change their name or must be walked. */
export interface ResponseObject {
  readonly kind: 'response';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly [model: string, child?: ResponseRule]>>;
  /** Model names of lists, which are empty when the service sends none. */
  readonly lists?: readonly string[];
  /** `name` is chosen from `names`. */
  readonly localized?: true;
  /** What proves that a 2xx is a result: wire name → type. */
  readonly proof?: Readonly<Record<string, ProvingType>>;
  /** Wire names that are required and prove nothing. */
  readonly required?: readonly string[];
  /** Of a query string: how a string is read, by model name; the rest are strings. */
  readonly types?: Readonly<Record<string, 'number' | 'integer' | 'boolean'>>;
}

/** The type in which a property proves a result. */
export type ProvingType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** The object that is a response. */
export interface ResponseTable<Model> extends ResponseObject, Of<Model> {}

/** What must be walked inside a response. */
export type ResponseRule =
  | ResponseObject
  | { readonly kind: 'list'; readonly items: ResponseRule }
  | { readonly kind: 'map'; readonly values: ResponseRule };

/** A `k=v` text response, by wire name. */
export interface TextRecord {
  readonly kind: 'text-record';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<
    Record<
      string,
      readonly [model: string, type: 'string' | 'number' | 'integer' | 'boolean' | 'yesno']
    >
  >;
  /** The characters that separate fields. Absent: a semicolon. */
  readonly separators?: string;
  /** With all its fields there and empty it is a result, without a value. */
  readonly emptyIsResult?: true;
  /** Wire names of which one, in its type, proves a result. */
  readonly proof?: readonly string[];
}

/** The text that is a response. */
export interface TextRecordTable<Model> extends TextRecord, Of<Model> {}
