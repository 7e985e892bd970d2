/** The codes of errors and issues: the services' own, from the compiler, and those of this package. */
import type { LegacyErrorCode, ServiceErrorCode } from '../generated/tables.ts';

/** The codes of this package's errors, each with its meaning. */
export interface OwnErrorCodes {
  /** The request is wrong: found here, before anything was sent. */
  VALIDATION_FAILED: true;
  /** No account ID or license key, in options or environment. */
  CREDENTIALS_MISSING: true;
  /** An option is wrong, or the `fetch` option returned no `Response`. */
  OPTION_INVALID: true;
  /** An option that does not exist. */
  OPTION_UNKNOWN: true;
  /** A client in a browser, which shows the license key to every visitor. */
  BROWSER: true;
  /** HTTP 200 without a body. */
  RESPONSE_EMPTY: true;
  /** The body is not complete JSON. */
  RESPONSE_NOT_JSON: true;
  /** The body is not UTF-8. */
  RESPONSE_NOT_UTF8: true;
  /** The body is JSON, but no object. */
  RESPONSE_NOT_OBJECT: true;
  /** The body lacks what proves a result, such as the score. */
  RESPONSE_NOT_A_RESULT: true;
  /** A report got a response with a body. */
  RESPONSE_UNEXPECTED: true;
  /** A text service responded with something else than its fields, or with half of them. */
  RESPONSE_NOT_RECORD: true;
  /** A page of dispositions that cannot be continued. */
  RESPONSE_NO_CURSOR: true;
  /** The `fetch` option returned a response whose body was read already. */
  RESPONSE_CONSUMED: true;
  /** More than 8 MiB after decompression. */
  RESPONSE_TOO_LARGE: true;
  /** The compression of the body is broken. */
  RESPONSE_UNREADABLE: true;
  /** What came back is not HTTP. */
  RESPONSE_NOT_HTTP: true;
  /** A stored text response whose `err` is not a code. */
  UNKNOWN_CODE: true;
  /** Nothing accepts connections there. Nothing was sent. */
  CONNECTION_REFUSED: true;
  /** The name of the host could not be resolved. Nothing was sent. */
  DNS_FAILED: true;
  /** No trusted TLS connection could be made. Nothing was sent. */
  TLS_FAILED: true;
  /** No connection was made in time. Nothing was sent. */
  CONNECT_TIMEOUT: true;
  /** No connection could be made. Nothing was sent. */
  CONNECTION_FAILED: true;
  /** A TLS error that may have come after the request was sent. */
  TLS_BROKEN: true;
  /** The connection broke: the service may have processed the request. */
  CONNECTION_LOST: true;
  /** An attempt took longer than `timeout`: the service may have processed the request. */
  TIMEOUT: true;
  /** The call took longer than `deadline`: the service may have processed the request. */
  DEADLINE_EXCEEDED: true;
}

/** The codes of issues in a request, each with its meaning. */
export interface IssueCodes {
  /** A value of the wrong JavaScript type. */
  WRONG_TYPE: true;
  /** `null` where no value is meant: leave the field out. */
  NULL_VALUE: true;
  /** A getter or proxy that throws, or what JSON cannot hold. */
  UNREADABLE: true;
  /** A field that the spec does not know. */
  UNKNOWN_FIELD: true;
  /** A required field, or one of several, is missing. */
  MISSING: true;
  /** Nothing to score, or an empty string. */
  EMPTY: true;
  /** More characters than the field takes. */
  TOO_LONG: true;
  /** Fewer characters than the field takes. */
  TOO_SHORT: true;
  /** More items than the list or map takes. */
  TOO_MANY: true;
  /** Fewer items than the list or map takes. */
  TOO_FEW: true;
  /** Not in the documented format. */
  BAD_FORMAT: true;
  /** A character that the field does not take. */
  BAD_CHARACTER: true;
  /** A name of a custom input that the service does not take. */
  BAD_KEY: true;
  /** Not one of the documented values. */
  NOT_LISTED: true;
  /** `NaN` or infinity. */
  NOT_FINITE: true;
  /** A fraction where a whole number is asked for. */
  NOT_WHOLE: true;
  /** A number beyond its limits. */
  OUT_OF_RANGE: true;
  /** Two fields that exclude each other. */
  CONFLICT: true;
  /** A private or reserved address in a report. */
  ADDRESS_RESERVED: true;
  /** Not a time that the service takes. */
  TIMESTAMP_INVALID: true;
  /** A full card number, which must never be sent. */
  CARD_NUMBER: true;
  /** More bytes than the service reads. */
  BODY_TOO_LARGE: true;
  /** More issues than are listed. */
  TOO_MANY_ISSUES: true;
  /** See {@link OwnErrorCodes}: issues of options have these. */
  CREDENTIALS_MISSING: true;
  /** An option is wrong. */
  OPTION_INVALID: true;
  /** An option that does not exist. */
  OPTION_UNKNOWN: true;
  /** A client in a browser. */
  BROWSER: true;
}

/**
 * The code of an error: one that MaxMind documents, one of {@link OwnErrorCodes}, or `HTTP_` and the status.
 * Open: a code of tomorrow compiles and runs too.
 */
export type ErrorCode =
  ServiceErrorCode | LegacyErrorCode | keyof OwnErrorCodes | `HTTP_${number}` | (string & {});

/** The code of an issue: one of {@link IssueCodes}. Open, as later versions add to them. */
export type IssueCode = keyof IssueCodes | (string & {});
