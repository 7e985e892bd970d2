/** The codes of errors and issues: the services' own, from the compiler, and those of this package. */
import type { LegacyErrorCode, ServiceErrorCode } from '../generated/tables.ts';

/** The codes of this package's errors, each with its meaning. */
export interface OwnErrorCodes {
  /** The request is invalid: it was not sent. */
  VALIDATION_FAILED: true;
  /** The account ID or the license key is missing, in the options and in the environment. */
  CREDENTIALS_MISSING: true;
  /** An option is invalid, or the `fetch` option did not return a `Response`. */
  OPTION_INVALID: true;
  /** An option does not exist. */
  OPTION_UNKNOWN: true;
  /** The client was created in a browser, where every visitor can read the license key. */
  BROWSER: true;
  /** The response is HTTP 200 without a body. */
  RESPONSE_EMPTY: true;
  /** The response body is not complete JSON. */
  RESPONSE_NOT_JSON: true;
  /** The response body is not UTF-8. */
  RESPONSE_NOT_UTF8: true;
  /** The response body is JSON, but not an object. */
  RESPONSE_NOT_OBJECT: true;
  /** The response body has no score, or whatever else proves a result. */
  RESPONSE_NOT_A_RESULT: true;
  /** The response to a report has a body, where the service sends none. */
  RESPONSE_UNEXPECTED: true;
  /** The response of Legacy or Proxy Detection does not consist of their fields, or lacks half of them. */
  RESPONSE_NOT_RECORD: true;
  /** A page of dispositions does not say where the next page begins. */
  RESPONSE_NO_CURSOR: true;
  /** The `fetch` option returned a response whose body had already been read. */
  RESPONSE_CONSUMED: true;
  /** The response body is larger than 8 MiB after decompression. */
  RESPONSE_TOO_LARGE: true;
  /** The response body could not be decompressed. */
  RESPONSE_UNREADABLE: true;
  /** The response is not HTTP. */
  RESPONSE_NOT_HTTP: true;
  /** A stored response of Legacy or Proxy Detection has an `err` that is not a code. */
  UNKNOWN_CODE: true;
  /** The host refused the connection. Nothing was sent. */
  CONNECTION_REFUSED: true;
  /** The host name could not be resolved. Nothing was sent. */
  DNS_FAILED: true;
  /** The TLS connection could not be established or trusted. Nothing was sent. */
  TLS_FAILED: true;
  /** Connecting timed out. Nothing was sent. */
  CONNECT_TIMEOUT: true;
  /** The connection could not be established. Nothing was sent. */
  CONNECTION_FAILED: true;
  /** TLS failed, possibly after the request was sent: the service may have processed it. */
  TLS_BROKEN: true;
  /** The connection was lost: the service may have processed the request. */
  CONNECTION_LOST: true;
  /** An attempt took longer than `timeout`: the service may have processed the request. */
  TIMEOUT: true;
  /** The call took longer than `deadline`: the service may have processed the request. */
  DEADLINE_EXCEEDED: true;
}

/** The codes of issues in a request, each with its meaning. */
export interface IssueCodes {
  /** The value has the wrong JavaScript type. */
  WRONG_TYPE: true;
  /** `null` stands for a missing value: leave the field out. */
  NULL_VALUE: true;
  /** The value cannot be read, or JSON cannot hold it: a getter that throws, a loop. */
  UNREADABLE: true;
  /** The field does not exist in the spec. */
  UNKNOWN_FIELD: true;
  /** A required field, or one of several, is missing. */
  MISSING: true;
  /** There is nothing to score, or the string is empty. */
  EMPTY: true;
  /** The value has more characters than the field accepts. */
  TOO_LONG: true;
  /** The value has fewer characters than the field accepts. */
  TOO_SHORT: true;
  /** The list or map has more items than the service accepts. */
  TOO_MANY: true;
  /** The list or map has fewer items than the service accepts. */
  TOO_FEW: true;
  /** The value does not have the documented format. */
  BAD_FORMAT: true;
  /** The value has a character that the field does not accept. */
  BAD_CHARACTER: true;
  /** The service does not accept this name of a custom input. */
  BAD_KEY: true;
  /** The value is not one of the documented values. */
  NOT_LISTED: true;
  /** The number is `NaN` or infinite. */
  NOT_FINITE: true;
  /** The number has a fraction, where a whole number is required. */
  NOT_WHOLE: true;
  /** The number is out of its range. */
  OUT_OF_RANGE: true;
  /** Two fields exclude each other. */
  CONFLICT: true;
  /** A report has a private or reserved IP address. */
  ADDRESS_RESERVED: true;
  /** The service does not accept this time. */
  TIMESTAMP_INVALID: true;
  /** The value is a full card number, which must never be sent. */
  CARD_NUMBER: true;
  /** The request has more bytes than the service accepts. */
  BODY_TOO_LARGE: true;
  /** There are more issues than are listed. */
  TOO_MANY_ISSUES: true;
  /** See {@link OwnErrorCodes}: issues of options have these. */
  CREDENTIALS_MISSING: true;
  /** An option is invalid. */
  OPTION_INVALID: true;
  /** An option does not exist. */
  OPTION_UNKNOWN: true;
  /** The client was created in a browser. */
  BROWSER: true;
}

/**
 * The code of an error: one that MaxMind documents, one of {@link OwnErrorCodes}, or `HTTP_` and the status.
 * Open: your code compiles and runs when a code is added.
 *
 * @see [Meaning, billing and remedy of every code](https://github.com/OWNER/minfraud-sdk/blob/main/docs/error-codes.md)
 */
export type ErrorCode =
  ServiceErrorCode | LegacyErrorCode | keyof OwnErrorCodes | `HTTP_${number}` | (string & {});

/**
 * The code of an issue: one of {@link IssueCodes}. Open, as later versions add to them.
 *
 * @see [All of them](https://github.com/OWNER/minfraud-sdk/blob/main/docs/error-codes.md#issues-of-a-request)
 */
export type IssueCode = keyof IssueCodes | (string & {});
