/** Turns a row into a request, and says what is wrong with it. */
import { transactionFields } from '../../generated/cli-flags.ts';
import { type Issue, previewTransaction, type Transaction } from 'minfraud-sdk';
import { set, valueOf } from '../input/request-flags.ts';
import { toModel } from '../input/spelling.ts';
import { type Column, typeOfColumn } from './columns.ts';
import { type Row } from './rows.ts';

/** What becomes of a value that breaks a documented rule: its row is not sent, or goes without it. */
export type Invalid = 'throw' | 'drop';

export type Prepared =
  | {
      readonly transaction: Transaction;
      readonly transactionId: string | undefined;
      /** Values that are left out or shortened. */
      readonly changes: number;
    }
  | { readonly issues: readonly Pick<Issue, 'pointer' | 'code' | 'message'>[] };

export function requestMaker(columns: readonly Column[], invalid: Invalid): (row: Row) => Prepared {
  const places = columns.map((column) =>
    column === null ? undefined : { path: column.replace(/:\w+$/, ''), type: typeOfColumn(column) },
  );
  return ({ cells, value, problem }) => {
    if (problem !== undefined) return refusal('UNREADABLE', problem);
    let request: unknown;
    if (cells === undefined) request = toModel(value, transactionFields);
    else {
      const made: Record<string, unknown> = {};
      for (const [at, place] of places.entries()) {
        const text = cells[at] ?? '';
        if (place === undefined || text === '') continue;
        if (text.includes('\ufffd')) {
          return refusal('NOT_UTF8', `${place.path} is not UTF-8: convert the file first`);
        }
        set(made, place.path, valueOf(place.type, text));
      }
      request = made;
    }
    const { issues, warnings } = previewTransaction(request, { invalid });
    if (issues.length > 0) {
      return { issues: issues.map(({ pointer, code, message }) => ({ pointer, code, message })) };
    }
    const transaction = request as Transaction;
    const transactionId = transaction.event?.transactionId;
    return { transaction, transactionId, changes: warnings.length };
  };
}

function refusal(code: string, message: string): Prepared {
  return { issues: [{ pointer: '', code, message }] };
}
