/** Turns an order of the input into a request, and says what is wrong with it. */
import { isRecord } from 'minfraud-sdk/internal';
import { transactionFields } from '../../generated/cli-flags.ts';
import { type Issue, previewTransaction, type Transaction } from 'minfraud-sdk';
import { set, valueOf } from '../input/request-flags.ts';
import { toModel } from '../input/spelling.ts';
import { type CellIssue, type CellReader, readerOf } from './cells.ts';
import { type Column, type Mapping } from './mapping.ts';
import { type Row } from './row.ts';

/** What becomes of a value that breaks a documented rule: its row is not sent, or goes without it. */
export type Invalid = 'throw' | 'drop';

/** The columns that the user wants in the results. */
export type Kept = Readonly<Record<string, string>>;

export type Prepared =
  | {
      readonly transaction: Transaction;
      readonly transactionId: string | undefined;
      /** Values that are left out or shortened. */
      readonly changes: number;
      readonly kept?: Kept;
    }
  | { readonly issues: readonly Pick<Issue, 'pointer' | 'code' | 'message'>[] };

export function requestMaker(
  header: readonly string[],
  mapping: Mapping,
  invalid: Invalid,
): (row: Row) => Prepared {
  const ofCells = cellsReader(header, mapping);
  const constants = Object.entries(mapping.set ?? {});
  const keep = keeper(header, mapping.keep ?? []);
  const customer = mapping.columns.flatMap((column, at) => (isOfCustomer(column) ? [at] : []));
  /** Spreadsheets and reports end in one, which would be billed as an order. */
  const isTotal = (cells: Cells): boolean =>
    isTotalWord.test(cells.find((cell) => cell !== '')?.trim() ?? '') &&
    customer.every((at) => (cells[at] ?? '') === '');
  return (row) => {
    if (row.problem !== undefined) return refusal('UNREADABLE', row.problem);
    const { cells } = row;
    if (cells !== undefined && isTotal(cells)) {
      return refusal('TOTAL', 'is a line of totals, not an order: it has no customer');
    }
    const made =
      cells === undefined
        ? { request: ofRecord(row.value, mapping.keep ?? []), issues: [] }
        : ofCells({ ...row, cells });
    if (isRecord(made.request)) {
      for (const [place, text] of constants) setWhereAbsent(made.request, place, text);
    }
    const { issues, warnings } = previewTransaction(made.request, { invalid });
    // A cell that can be read in two ways is never left out nor guessed, whatever becomes of wrong values.
    const all = [...made.issues, ...issues];
    if (all.length > 0) {
      return { issues: all.map(({ pointer, code, message }) => ({ pointer, code, message })) };
    }
    const transaction = made.request as Transaction;
    const transactionId = transaction.event?.transactionId;
    const kept = keep(row);
    const prepared = { transaction, transactionId, changes: warnings.length };
    return kept === undefined ? prepared : { ...prepared, kept };
  };
}

const isTotalWord = /^(?:(?:grand |sub)?totals?|sum|summe|gesamt|totale|totaal)\W*$/i;

const isOfCustomer = (column: Column): boolean =>
  column === 'device.ipAddress' || column === 'email.address';

function refusal(code: string, message: string): Prepared {
  return { issues: [{ pointer: '', code, message }] };
}

interface Made {
  readonly request: unknown;
  readonly issues: readonly CellIssue[];
}

type Cells = readonly string[];

/** The order of a table's rows: all but the shopping cart is in the first that says it. */
function cellsReader(
  header: readonly string[],
  mapping: Mapping,
): (row: { readonly cells: Cells; readonly more?: readonly Cells[] }) => Made {
  const places = mapping.columns.flatMap((column, at) =>
    column === null ? [] : [{ at, column, read: readerOf(column, header[at] ?? '', mapping) }],
  );
  const ofOrder = places.filter(({ column }) => !column.startsWith('shoppingCart[]'));
  const ofItem = places.filter(({ column }) => column.startsWith('shoppingCart[]'));
  return ({ cells, more = [] }) => {
    const request: Record<string, unknown> = {};
    const issues: CellIssue[] = [];
    const rows = [cells, ...more];
    for (const { at, read } of ofOrder) {
      const text = rows.map((row) => row[at] ?? '').find((found) => found !== '');
      put(read, text, request, issues);
    }
    if (ofItem.length > 0) {
      const items = rows.flatMap((row) => {
        const item: Record<string, unknown> = {};
        for (const { at, read } of ofItem) put(read, row[at], item, issues);
        return Object.keys(item).length === 0 ? [] : [item];
      });
      if (items.length > 0) request['shoppingCart'] = items;
    }
    return { request, issues };
  };
}

function put(
  read: CellReader,
  text: string | undefined,
  request: Record<string, unknown>,
  issues: CellIssue[],
): void {
  if (text === undefined || text === '') return;
  // An apostrophe before a digit keeps a spreadsheet from making '00501 a number; it is no part of the value.
  const issue = read(/^'[\d+@=-]/.test(text) ? text.slice(1) : text, request);
  if (issue !== undefined) issues.push(issue);
}

/** Members that are kept for the results and are no field of a request are no part of it. */
function ofRecord(value: unknown, keep: readonly string[]): unknown {
  if (keep.length === 0 || !isRecord(value)) return toModel(value, transactionFields);
  const rest = Object.fromEntries(
    Object.entries(value).filter(([name]) => !keep.includes(name) || isField(name)),
  );
  return toModel(rest, transactionFields);
}

const isField = (name: string): boolean =>
  transactionFields.some(
    ({ path, wire = path }) => /^\w+/.exec(path)?.[0] === name || /^\w+/.exec(wire)?.[0] === name,
  );

function setWhereAbsent(request: Record<string, unknown>, place: string, text: string): void {
  let inner: unknown = request;
  for (const name of place.split('.')) inner = isRecord(inner) ? inner[name] : undefined;
  const type = transactionFields.find(({ path }) => path === place)?.type ?? 'string';
  if (inner === undefined) set(request, place, valueOf(type, text));
}

function keeper(
  header: readonly string[],
  keep: readonly string[],
): (row: Row) => Kept | undefined {
  if (keep.length === 0) return () => undefined;
  const places = keep.map((name) => [name, header.indexOf(name)] as const);
  return ({ cells, value }) => {
    if (cells !== undefined) {
      return Object.fromEntries(places.map(([name, at]) => [name, cells[at] ?? '']));
    }
    return Object.fromEntries(keep.map((name) => [name, textOf(value, name)]));
  };
}

function textOf(value: unknown, name: string): string {
  const found = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (found === undefined || found === null) return '';
  return typeof found === 'string' ? found : JSON.stringify(found);
}
