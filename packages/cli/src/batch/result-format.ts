/** How a result stands in the results file: as a line of JSON, or as a line of a table. */
import type { Factors, Insights, Score } from 'minfraud-sdk';
import { type Kept } from '../orders/request.ts';

/** What became of a row. */
export interface RowResponse {
  readonly row: number;
  readonly line: number;
  readonly transactionId?: string | undefined;
  /** Columns of the input that the user wants next to the result, by name. */
  readonly kept?: Kept | undefined;
  /** The response is of an emulator: what it says is made up, also that it refused the row. */
  readonly emulator?: true | undefined;
  readonly result?: Score | Insights | Factors;
  /** Why the service refused the row. */
  readonly error?: { readonly code: string; readonly status: number; readonly message: string };
}

export interface ResultFormat {
  /** What the file begins with. */
  readonly head: string;
  /** One line, with its line break. */
  readonly encode: (response: RowResponse) => string;
  /** `undefined` where the line is no whole result. */
  readonly decode: (line: string) => Seen | undefined;
}

/** What summaries need of a result. */
export interface Seen {
  readonly row: number;
  readonly transactionId: string | undefined;
  readonly riskScore: number | undefined;
  readonly action: string | undefined;
  readonly country: string | undefined;
  readonly warnings: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly multiplier: number }[];
  readonly error: string | undefined;
  readonly isMadeUp: boolean;
  readonly kept: Kept;
}

/** @param keep - The names of the columns that are kept. */
export function formatOf(file: string, keep: readonly string[] = []): ResultFormat {
  return /\.(csv|tsv)$/i.test(file) ? table(/\.tsv$/i.test(file) ? '\t' : ',', keep) : ndjson;
}

const ndjson: ResultFormat = {
  head: '',
  encode: ({ row, line, transactionId, kept, emulator, result, error }) =>
    `${JSON.stringify({ row, line, transactionId, kept, emulator, error, result })}\n`,
  decode: (line) => {
    if (!/^\{"row":\d+,.*\}$/.test(line)) return undefined;
    try {
      return seenOf(JSON.parse(line) as RowResponse);
    } catch {
      return undefined;
    }
  },
};

export function seenOf(response: RowResponse): Seen {
  const { row, transactionId, kept = {}, emulator = false, result, error } = response;
  const all: Partial<Factors> = (result ?? {}) as Factors;
  return {
    row,
    transactionId,
    riskScore: all.riskScore,
    action: all.disposition?.action,
    country: all.ipAddress?.country?.isoCode,
    warnings: (all.warnings ?? []).map(({ code }) => code),
    reasons: (all.riskScoreReasons ?? []).flatMap(({ multiplier, reasons }) =>
      reasons.map(({ code }) => ({ code, multiplier })),
    ),
    error: error?.code,
    isMadeUp: emulator,
    kept,
  };
}

const columns = [
  ...['row', 'line', 'transaction_id', 'risk_score', 'action', 'rule', 'ip_risk', 'country'],
  ...['id', 'warnings', 'emulator', 'error'],
] as const;

/** A table holds the sums and not the whole result; each row is one line, whatever is in it. */
function table(separator: string, keep: readonly string[]): ResultFormat {
  const join = (cells: readonly unknown[]): string =>
    `${cells.map((cell) => cellOf(cell, separator)).join(separator)}\n`;
  return {
    head: join([...columns, ...keep]),
    encode: ({ row, line, transactionId, kept = {}, emulator, result, error }) => {
      const all: Partial<Factors> = (result ?? {}) as Factors;
      return join([
        ...[row, line, transactionId, all.riskScore, all.disposition?.action],
        ...[all.disposition?.ruleLabel, all.ipAddress?.risk, all.ipAddress?.country?.isoCode],
        ...[all.id, (all.warnings ?? []).map(({ code }) => code).join(' ')],
        ...[emulator && 'true', error?.code],
        ...keep.map((name) => (Object.hasOwn(kept, name) ? kept[name] : undefined)),
      ]);
    },
    decode: (line) => {
      const cells = cellsOf(line, separator);
      if (cells?.length !== columns.length + keep.length || !/^\d+$/.test(cells[0] ?? ''))
        return undefined;
      const cell = (name: (typeof columns)[number]): string | undefined => {
        const text = cells[columns.indexOf(name)];
        return text === '' ? undefined : text;
      };
      const risk = cell('risk_score');
      return {
        row: Number(cell('row')),
        transactionId: cell('transaction_id'),
        riskScore: risk === undefined ? undefined : Number(risk),
        action: cell('action'),
        country: cell('country'),
        warnings: (cell('warnings') ?? '').split(' ').filter((code) => code !== ''),
        reasons: [],
        error: cell('error'),
        isMadeUp: cell('emulator') === 'true',
        kept: Object.fromEntries(keep.map((name, at) => [name, cells[columns.length + at] ?? ''])),
      };
    },
  };
}

/**
 * Where a spreadsheet would begin a formula: at the start of a cell, and behind a sign that separates cells
 * somewhere in the world. An apostrophe keeps it from that, also before an apostrophe that stands there
 * already, so that the one that was added can be told.
 */
const formulas = /((?:^|[;,|\t])[ \u00a0\u3000]*)(?=['=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const defused = /((?:^|[;,|\t])[ \u00a0\u3000]*)'(?=['=+\-@\uff1d\uff0b\uff0d\uff20])/g;

function cellOf(value: unknown, separator: string): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  const text = value.replace(/[\r\n]+/g, ' ').replace(formulas, "$1'");
  return text.includes('"') || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells of a line that {@link cellOf} made; `undefined` where a quote is left open. */
function cellsOf(line: string, separator: string): string[] | undefined {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') {
      if (quoted && line.charAt(at + 1) === '"') cell += line.charAt(at++);
      else quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return quoted ? undefined : [...cells, cell].map((text) => text.replace(defused, '$1'));
}
