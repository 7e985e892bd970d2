/** What became of the orders: read from a file, kept by order ID or row. */
import { CommandError } from '../exit.ts';
import { copied } from './column-store.ts';
import { columnFor, quoted, unknownColumn } from './columns.ts';
import { type ThresholdsFlags } from './flags.ts';
import { type Details, LabelStore } from './label-store.ts';
import { isRefund, type Meaning, meaningIn, wordShownIn } from './outcome-words.ts';
import {
  forEachRecord,
  openRecords,
  type Reader,
  readerOf,
  type RecordFile,
} from './read-records.ts';
import { readAmount, readTime } from './values.ts';

export interface Labels {
  readonly file: RecordFile;
  readonly key: 'id' | 'row';
  readonly keyColumn: string;
  readonly store: LabelStore;
  readonly columns: Columns;
}

/** Where a file has what the figures need; what is `undefined` may stand in the results. */
export interface Columns {
  readonly amount: string | undefined;
  readonly currency: string | undefined;
  readonly time: string | undefined;
  readonly by: string | undefined;
}

const noColumns: Columns = {
  ...{ amount: undefined, currency: undefined, time: undefined, by: undefined },
};

/** How outcomes were read, for the user to see. */
export class Readings {
  readonly #meaningOf: (word: string) => Meaning | undefined;
  readonly counts: Map<string, number> = new Map<string, number>();
  readonly #unknown = new Map<string, number>();
  readonly #column: string;
  readonly #shown: (word: string) => string;
  #refunds = 0;

  constructor(column: string, { fraud = [], good = [], ignore = [] }: ThresholdsFlags) {
    this.#column = column;
    this.#shown = wordShownIn(column);
    this.#meaningOf = meaningIn(column, { fraud, good, ignore });
  }

  read(word: string): Meaning {
    const meaning = this.#meaningOf(word);
    const counts = meaning === undefined ? this.#unknown : this.counts;
    const name = meaning === undefined ? word : `${meaning}\t${this.#shown(word)}`;
    const before = counts.get(name);
    if (before !== undefined || counts.size < 1000) counts.set(name, (before ?? 0) + 1);
    if (meaning === 'good' && isRefund(word)) this.#refunds++;
    return meaning ?? 'none';
  }

  get refunds(): number {
    return this.#refunds;
  }

  /** @throws CommandError for words that only the user can explain. */
  check(): void {
    if (this.#unknown.size === 0) return;
    const words = [...this.#unknown].sort((a, b) => b[1] - a[1]);
    const first = words[0]?.[0] ?? '';
    const listed = words.slice(0, 8).map(([word, count]) => `"${word}" (${count})`);
    const more = words.length > 8 ? `, and ${words.length - 8} more` : '';
    const word = quoted(first);
    throw new CommandError(
      `The column "${this.#column}" has values that mean neither fraud nor good: ${listed.join(', ')}${more}. Say what each means with --fraud ${word}, --good ${word}, or --ignore ${word} to leave such orders out.${words.length > 20 ? ' Or is the outcome in another column?' : ''}`,
    );
  }
}

/** The columns of a file by the user's flags, and by their names where no flag says. */
export function columnsIn(columns: readonly string[], flags: ThresholdsFlags): Columns {
  const pick = (role: 'amount' | 'currency' | 'time'): string | undefined => {
    const said = flags[role];
    return said === undefined ? columnFor(role, columns) : columns.find((name) => name === said);
  };
  return {
    amount: flags['order-value'] === undefined ? pick('amount') : undefined,
    currency: pick('currency'),
    time: pick('time'),
    by: columns.find((name) => name === flags.by),
  };
}

export async function readLabels(
  path: string,
  outcome: string,
  flags: ThresholdsFlags,
  readings: Readings,
): Promise<Labels> {
  const file = await openRecords(path);
  const outcomeOf = readerOf(file, outcome);
  if (outcomeOf === undefined) throw unknownColumn('outcome', outcome, [file]);
  const { key, keyColumn } = keyOf(file, flags.id);
  const found = columnsIn(
    file.columns.filter((name) => name !== keyColumn && name !== outcome),
    flags,
  );
  // A list of chargebacks says nothing of the good orders, and its dates are those of chargebacks.
  const columns = flags['unlabeled-good'] ? { ...noColumns, currency: found.currency } : found;
  const keyReader = readerOf(file, keyColumn);
  const details = detailsReader((name) => readerOf(file, name), columns, flags, path);
  const store = new LabelStore();
  await forEachRecord(file, (record, line) => {
    const text = keyReader?.(record) ?? '';
    if (text === '') return;
    const meaning = readings.read(outcomeOf(record) ?? '');
    store.add(key === 'row' ? Number(text) : text, meaning, details(record, line));
  });
  readings.check();
  return { file, key, keyColumn, store, columns };
}

export function detailsReader<Found>(
  readerFor: (name: string) => ((record: Found) => string | undefined) | undefined,
  { amount, currency, time, by }: Columns,
  { decimal }: ThresholdsFlags,
  path: string,
): (record: Found, line: number) => Details {
  const reader = (name: string | undefined): ((record: Found) => string | undefined) | undefined =>
    name === undefined ? undefined : readerFor(name);
  const [amountOf, currencyOf, timeOf, segmentOf] = [amount, currency, time, by].map(reader);
  const nothing: Details = {};
  if (!(amountOf ?? currencyOf ?? timeOf ?? segmentOf)) return () => nothing;
  return (record, line) => ({
    amount: readAmount(
      amountOf?.(record) ?? '',
      decimal,
      () => `${path}, line ${line}: ${amount ?? ''}`,
    ),
    time: readTime(timeOf?.(record) ?? '', () => `${path}, line ${line}: ${time ?? ''}`),
    currency: currencyOf?.(record)?.toUpperCase(),
    segment: segmentOf?.(record),
  });
}

function keyOf(
  file: RecordFile,
  said: string | undefined,
): { readonly key: 'id' | 'row'; readonly keyColumn: string } {
  if (said !== undefined) {
    if (!file.columns.includes(said)) throw unknownColumn('id', said, [file]);
    const key = columnFor('row', [said]) === undefined ? 'id' : 'row';
    return { key, keyColumn: said };
  }
  const id = columnFor('id', file.columns);
  if (id !== undefined) return { key: 'id', keyColumn: id };
  const row = columnFor('row', file.columns);
  if (row !== undefined) return { key: 'row', keyColumn: row };
  throw new CommandError(
    `${file.path} has no column with the ID of the order, nor its row. Name it with --id. The columns are: ${file.columns.slice(0, 30).join(', ')}.`,
  );
}

/** What reviewers decided, as `minfraud dispositions --ndjson` prints it, by the ID of the result. */
export async function readReviews(path: string): Promise<ReadonlyMap<string, Meaning>> {
  const file = await openRecords(path);
  const idOf = anyReader(file, ['minfraudId', 'minfraud_id']);
  const actionOf = anyReader(file, ['action']);
  if (idOf === undefined || actionOf === undefined) {
    throw new CommandError(
      `--reviewed: ${path} has no minfraudId and action. Write it with "minfraud dispositions --since TIME --ndjson".`,
    );
  }
  const meanings: Readonly<Record<string, Meaning>> = { accept: 'good', reject: 'fraud' };
  const reviews = new Map<string, Meaning>();
  await forEachRecord(file, (record) => {
    const id = idOf(record) ?? '';
    // A later decision replaces an earlier one.
    if (id !== '') reviews.set(copied(id), meanings[actionOf(record) ?? ''] ?? 'none');
  });
  return reviews;
}

function anyReader(file: RecordFile, names: readonly string[]): Reader | undefined {
  for (const name of names) {
    const reader = readerOf(file, name);
    if (reader !== undefined) return reader;
  }
  return undefined;
}
