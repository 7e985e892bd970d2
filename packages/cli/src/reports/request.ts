/** Turns a row into a report, and says what is wrong with it. */
import { isRecord } from 'minfraud-sdk/internal';
import { type Issue, type TransactionReport, validateReport } from 'minfraud-sdk';
import { reportFields } from '../../generated/cli-flags.ts';
import { toModel } from '../input/spelling.ts';
import { type Mapping } from '../orders/mapping.ts';
import { type Row } from '../orders/row.ts';

export type PreparedReport =
  | { readonly report: TransactionReport }
  | { readonly issues: readonly Pick<Issue, 'pointer' | 'code' | 'message'>[] };

/** @param constants - What the flags say of every report; a row's own words go before. */
export function reportMaker(
  mapping: Mapping,
  constants: Readonly<Record<string, unknown>>,
): (row: Row) => PreparedReport {
  return (row) => {
    if (row.problem !== undefined) {
      return { issues: [{ pointer: '', code: 'UNREADABLE', message: row.problem }] };
    }
    const own =
      row.cells === undefined ? toModel(row.value, reportFields) : ofCells(row.cells, mapping);
    const made = isRecord(own) ? { ...constants, ...own } : own;
    const checked = validateReport(made);
    return checked.ok ? { report: made as TransactionReport } : { issues: checked.issues };
  };
}

function ofCells(cells: readonly string[], { columns }: Mapping): Record<string, unknown> {
  const report: Record<string, unknown> = {};
  for (const [at, place] of columns.entries()) {
    const text = (cells[at] ?? '').replace(/^'(?=\d)/, '');
    if (place === null || text === '') continue;
    // "Not fraud" is the word not_fraud.
    report[place] = place === 'tag' ? text.toLowerCase().replace(/[\s-]+/g, '_') : text;
  }
  return report;
}
