/** Finds columns by their names. */
import { nearestName } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import { foldHeading as fold } from '../orders/fold.ts';
import { type RecordFile } from './read-records.ts';

export type Role = 'id' | 'row' | 'amount' | 'currency' | 'time';

/** What shops and payment systems call them, the surer names first. */
const names: Readonly<Record<Role, readonly string[]>> = {
  id: `orderid ordernumber transactionid eventtransactionid orderno ordername orderreference
    merchantreference reference incrementid txnid name id`.split(/\s+/),
  row: ['row', 'rownumber'],
  amount: `amount orderamount ordertotal total grandtotal totalprice amountpaid value ordervalue
    basevalue gross`.split(/\s+/),
  currency: [
    'currency',
    'ordercurrency',
    'currencycode',
    'amountcurrency',
    'ordercurrencycode',
    'currencyisocode',
  ],
  time: `createdat created createdutc createddateutc createddate creationdate
    createddatetime ordertime orderdate orderedat date
    datecreated placedat purchasedat purchasedate purchasetime eventtime time timestamp
    paidat`.split(/\s+/),
};

/** The column that is the surest for a role. */
export function columnFor(role: Role, columns: readonly string[]): string | undefined {
  for (const name of names[role]) {
    const found = columns.find((column) => fold(column.split('.').at(-1) ?? column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @throws CommandError that names the columns there are. */
export function unknownColumn(
  flag: string,
  column: string,
  files: readonly RecordFile[],
): CommandError {
  const columns = [...new Set(files.flatMap((file) => file.columns))];
  const near = nearestName(column, columns);
  if (columns.length === 0) {
    return new CommandError(
      `--${flag}: the results have no column "${column}". Score again with --keep ${quoted(column)}, or give --labels FILE.`,
    );
  }
  const hint =
    near === undefined
      ? `The columns are: ${columns.slice(0, 30).join(', ')}.`
      : `Did you mean "${near}"?`;
  return new CommandError(`--${flag}: there is no column "${column}". ${hint}`);
}

/** As a shell takes it. */
export const quoted = (word: string): string => (/^[\w.-]+$/.test(word) ? word : `"${word}"`);
