/** From what an application gives to what is sent: encoded, checked, and without plain identifiers. */
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { InvalidRequestError, type Issue } from '../errors.ts';
import type { AnyOperation, ObjectRule } from '../operation.ts';
import type { CallSettings } from '../options/settings.ts';
import { bodySize, bodySizeIssues, fitBody } from './body-size.ts';
import { findCardNumbers } from './card-numbers.ts';
import { encode, type Encoded } from './encode.ts';
import type { Repair } from './findings.ts';
import { checkAcrossFields, checkAddress, hashIdentifiers } from './rules.ts';
import { planOf } from './plan.ts';

/** The settings that a request is prepared by. */
export type RequestSettings = Pick<CallSettings, 'invalid' | 'hashEmail'>;

/** What an operation says about its requests. */
export type RequestShape = Pick<AnyOperation, 'request' | 'bodyLimit'>;

/** A request that can be sent. */
export interface Prepared {
  readonly wire: Record<string, unknown>;
  readonly repairs: readonly Repair[];
  /** The body, where its size is limited. */
  readonly json?: string | undefined;
}

/**
 * Makes a request ready to be sent.
 *
 * @throws InvalidRequestError with every issue at once.
 */
export type Prepare<Request> = (
  request: Request,
  shape: RequestShape,
  settings: RequestSettings,
) => Prepared;

/** What a check found: a request that can be sent if there is no issue. */
export type Checked = Pick<Encoded, 'wire' | 'issues' | 'repairs'>;

/** For an operation without rules of its own. */
export const prepareRequest: Prepare<unknown> = (request, shape, { invalid }) =>
  accepted(encode(request, shape.request, invalid), shape, 'The request');

export const prepareTransaction: Prepare<Transaction> = (request, shape, settings) =>
  accepted(
    checkTransaction(request, shape, settings),
    shape,
    'The transaction',
    settings.invalid === 'drop',
  );

/** A report is always checked in full: no customer waits for it. */
export const prepareReport: Prepare<TransactionReport> = (request, shape) =>
  accepted(checkReport(request, shape.request), shape, 'The report');

/** The same as {@link prepareTransaction}, for anything, and without throwing. */
export function checkTransaction(
  value: unknown,
  { request, bodyLimit }: RequestShape,
  { invalid, hashEmail }: RequestSettings,
): Checked {
  const encoded = encode(value, request, invalid);
  const { wire, issues, leftOut } = encoded;
  if (invalid !== 'send') checkAcrossFields(encoded, invalid);
  hashIdentifiers(encoded, hashEmail);
  // A card number is a fault of the program even where the value that holds it is left out.
  const sent = invalid === 'send' ? upTo(bodyLimit, [wire]) : [wire];
  const unchecked = invalid === 'send' ? planOf(request) : undefined;
  for (const one of sent) issues.push(...findCardNumbers(one, unchecked));
  for (const one of upTo(bodyLimit, leftOut)) issues.push(...findCardNumbers(one));
  return encoded;
}

type WireObject = Readonly<Record<string, unknown>>;

/** As many objects as fit into a body: what does not is never sent, and looking for cards takes time. */
function upTo(bodyLimit = Infinity, objects: readonly WireObject[]): WireObject[] {
  let length = 0;
  return objects.filter((one) => (length += JSON.stringify(one).length) <= bodyLimit);
}

/** The same as {@link prepareReport}, for anything, and without throwing. */
export function checkReport(value: unknown, table: ObjectRule): Checked {
  const encoded = encode(value, table, 'throw');
  checkAddress(encoded);
  return encoded;
}

/** The body of a request, as it is sent, and what is wrong with its size. */
export function writeJson(wire: object, bodyLimit: number | undefined): Written {
  const json = JSON.stringify(wire);
  return { json, issues: bodySizeIssues(json, bodyLimit) };
}

/** A body, and what is wrong with its size. */
export interface Written {
  readonly json: string;
  readonly issues: Issue[];
}

/** The same as {@link writeJson}, for a body that is made to fit. */
export function writeFitting(
  { wire, repairs }: Pick<Checked, 'wire' | 'repairs'>,
  { request, bodyLimit }: RequestShape,
): Written {
  const written = writeJson(wire, bodyLimit);
  if (written.issues.length === 0 || bodyLimit === undefined) return written;
  fitBody(wire, repairs, request, bodySize(written.json), bodyLimit);
  return writeJson(wire, bodyLimit);
}

/**
 * @param fits - Whether a body that is too large is made to fit.
 * @throws InvalidRequestError if there is any issue.
 */
export function accepted(
  checked: Checked,
  shape: RequestShape,
  what: string,
  fits = false,
): Prepared {
  const { wire, issues, repairs } = checked;
  const { bodyLimit } = shape;
  if (issues.length === 0 && bodyLimit === undefined) return { wire, repairs };
  const written = fits ? writeFitting(checked, shape) : writeJson(wire, bodyLimit);
  if (issues.length === 0 && written.issues.length === 0) {
    return { wire, repairs, json: written.json };
  }
  // All at once; and where nothing is left to send, why the rest was left out.
  const isEmpty = issues.some(isEmptyRequest) && repairs.length > 0;
  if (!isEmpty) throw InvalidRequestError.fromIssues([...issues, ...written.issues], what);
  const reasons = [...repairs.map(issueOf), ...issues.filter((issue) => !isEmptyRequest(issue))];
  const whatIsLeft = `With no valid input left, ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  throw InvalidRequestError.fromIssues([...reasons, ...written.issues], whatIsLeft);
}

function isEmptyRequest({ pointer, code }: Issue): boolean {
  return pointer === '' && code === 'EMPTY';
}

function issueOf({ pointer, path, code, message }: Repair): Issue {
  return { pointer, path, code, message };
}
