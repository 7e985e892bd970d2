/** Reads what `minfraud batch` wrote, in both of its formats. */
import { isRecord } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import {
  cellsOf,
  fieldsOf,
  type FileRecord,
  openRecords,
  readerOf,
  type RecordFile,
  textOf,
} from './read-records.ts';

export interface ResultRow {
  readonly row: number;
  /** The ID of the order. */
  readonly id: string | undefined;
  readonly minfraudId: string | undefined;
  /** Absent where the row was refused. */
  readonly riskScore: number | undefined;
  /** By an emulator. */
  readonly isMadeUp: boolean;
  readonly action: string | undefined;
  readonly country: string | undefined;
}

export interface ResultFile {
  readonly file: RecordFile;
  /** What was carried over from the input. */
  readonly kept: readonly string[];
  readonly read: (record: FileRecord) => ResultRow;
  readonly keptReader: (name: string) => ((record: FileRecord) => string | undefined) | undefined;
}

const orderIds = ['transactionId', 'orderId', 'order'] as const;

export async function openResultFile(path: string): Promise<ResultFile> {
  const file = await openRecords(path);
  const opened = file.kind === 'csv' ? csvResults(file) : ndjsonResults(file);
  if (opened !== undefined) return opened;
  throw new CommandError(
    `${path} has no results of "minfraud batch", which are NDJSON with "row" and "result", or CSV with the columns row and risk_score.`,
  );
}

function ndjsonResults(file: RecordFile): ResultFile | undefined {
  const { columns } = file;
  if (!columns.includes('row')) return undefined;
  if (!columns.some((name) => name.startsWith('result.') || name.startsWith('error.'))) {
    return undefined;
  }
  return {
    file,
    kept: columns.filter((name) => name.startsWith('kept.')).map((name) => name.slice(5)),
    read: (record) => {
      const line = fieldsOf(record);
      const result = inner(line, 'result');
      const id = orderIds.map((name) => line[name]).find((value) => value !== undefined);
      return {
        row: Number(line['row']),
        id: textOf(id),
        minfraudId: textOf(result?.['id']),
        riskScore: scoreOf(result?.['riskScore']),
        isMadeUp: line['emulator'] === true,
        action: textOf(inner(result, 'disposition')?.['action']),
        country: textOf(inner(inner(result, 'ipAddress'), 'country')?.['isoCode']),
      };
    },
    keptReader: (name) => (record) => {
      const kept = fieldsOf(record)['kept'];
      return isRecord(kept) ? textOf(kept[name]) : undefined;
    },
  };
}

function inner(value: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const found = isRecord(value) ? value[name] : undefined;
  return isRecord(found) ? found : undefined;
}

function scoreOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
}

function csvResults(file: RecordFile): ResultFile | undefined {
  if (!['row', 'risk_score', 'error'].every((name) => file.columns.includes(name))) {
    return undefined;
  }
  const cell = (name: string): ((record: FileRecord) => string | undefined) => {
    const reader = readerOf(file, name);
    return (record) => {
      const text = reader?.(record);
      return text === '' || text === undefined ? undefined : withoutGuard(text);
    };
  };
  const [row, score, action] = [cell('row'), cell('risk_score'), cell('action')];
  const [country, minfraudId, emulator] = [cell('country'), cell('id'), cell('emulator')];
  const id = cell(file.columns.includes('order_id') ? 'order_id' : 'transaction_id');
  // What was kept stands behind the last column of every table of results, and may have any name.
  const own = file.columns.indexOf('error') + 1;
  const kept = file.columns.slice(own);
  return {
    file,
    kept,
    read: (record) => {
      const text = score(record);
      return {
        row: Number(row(record)),
        id: id(record),
        minfraudId: minfraudId(record),
        riskScore: text === undefined ? undefined : scoreOf(Number(text)),
        isMadeUp: emulator(record) === 'true',
        action: action(record),
        country: country(record),
      };
    },
    keptReader: (name) => {
      const at = kept.indexOf(name);
      if (at < 0) return undefined;
      return (record) => withoutGuard(cellsOf(record)[own + at]?.trim() ?? '');
    },
  };
}

/** What a table of results puts before a text that a spreadsheet would run as a formula. */
const withoutGuard = (text: string): string => (/^'[=+\-@\t]/.test(text) ? text.slice(1) : text);
