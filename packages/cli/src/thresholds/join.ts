/** Brings scores and outcomes together, and counts what does not meet. */
import { CommandError } from '../exit.ts';
import { counted, whole } from '../output/count.ts';
import { unknownColumn } from './columns.ts';
import { type ThresholdsFlags } from './flags.ts';
import {
  type Columns,
  columnsIn,
  detailsReader,
  type Labels,
  Readings,
  readLabels,
  readReviews,
} from './labels.ts';
import { KeyTable } from './key-table.ts';
import { type Details } from './label-store.ts';
import { Orders } from './orders.ts';
import { type Meaning } from './outcome-words.ts';
import { type FileRecord, forEachRecord } from './read-records.ts';
import { openResultFile, type ResultFile, type ResultRow } from './results.ts';

export interface Counts {
  /** Results with a score and an outcome. */
  joined: number;
  withoutScore: number;
  /** Results with a score that no label is about. */
  withoutLabel: number;
  /** Lines about an order that had one, in results and labels. */
  doubled: number;
  /** Left out: a chargeback may still come. */
  young: number;
  labelsWithoutResult: number;
  /** The label says that the order has no outcome yet, or was cancelled. */
  withoutOutcome: number;
  /** The label says that the order was stopped: it is not known what it would have become. */
  declined: number;
  withoutTime: number;
  withoutAmount: number;
  otherCurrency: number;
  /** Of the joined, those whose score an emulator made up. */
  madeUp: number;
}

export interface Joined {
  readonly orders: Orders;
  readonly counts: Counts;
  readonly readings: Readings | undefined;
  readonly currency: string | null;
  /** Which column each value came from. */
  readonly columns: Columns;
  readonly joinedBy: string;
  readonly reviewed: number;
}

export async function join(
  paths: readonly string[],
  flags: ThresholdsFlags,
  youngerThan: number,
): Promise<Joined> {
  const { labels: labelsPath, outcome } = flags;
  const files: ResultFile[] = [];
  for (const path of paths) files.push(await openResultFile(path));
  const readings = outcome === undefined ? undefined : new Readings(outcome, flags);
  const labels =
    labelsPath === undefined || outcome === undefined || readings === undefined
      ? undefined
      : await readLabels(labelsPath, outcome, flags, readings);
  const reviews = flags.reviewed === undefined ? undefined : await readReviews(flags.reviewed);
  const counts: Counts = {
    ...{
      joined: 0,
      withoutScore: 0,
      withoutLabel: 0,
      doubled: labels?.store.doubled ?? 0,
      young: 0,
    },
    ...{ labelsWithoutResult: 0, withoutOutcome: 0, declined: 0, withoutTime: 0 },
    ...{ withoutAmount: 0, otherCurrency: 0, madeUp: 0 },
  };
  const kept = columnsIn(
    [...new Set(files.flatMap((file) => file.kept))].filter((name) => name !== outcome),
    flags,
  );
  const columns = usedColumns(labels, kept, files, flags);
  const orders = new Orders();
  const currencies = new Map<string, number>();
  const segments = new Set<string>();
  const isDoubled = doubledIn(labels, flags);
  const onlyCurrency = flags['only-currency']?.toUpperCase();
  let reviewed = 0;

  for (const results of files) {
    const reader = resultReader(results, labels, readings, kept, flags);
    await forEachRecord(results.file, (record, line) => {
      const result = results.read(record);
      if (result.riskScore === undefined) {
        counts.withoutScore++;
        return;
      }
      const known = reader(record, line, result);
      if (isDoubled(known.key, known.place)) {
        counts.doubled++;
        return;
      }
      let { meaning } = known;
      const review = reviews?.get(result.minfraudId ?? '');
      if (review !== undefined && review !== 'none' && (meaning ?? 'none') === 'none') {
        meaning = review;
        reviewed++;
      }
      if (meaning === undefined) {
        counts.withoutLabel++;
        return;
      }
      if (meaning === 'none') counts.withoutOutcome++;
      if (meaning === 'declined') counts.declined++;
      if (meaning === 'none' || meaning === 'declined') return;
      counts.joined++;
      if (result.isMadeUp) counts.madeUp++;
      const { amount = flags['order-value'], time, currency = '', segment } = known.details;
      if (columns.time !== undefined && time === undefined) {
        counts.withoutTime++;
        return;
      }
      if (time !== undefined && time > youngerThan) {
        counts.young++;
        return;
      }
      if (onlyCurrency !== undefined && currency !== onlyCurrency) {
        counts.otherCurrency++;
        return;
      }
      if (amount === undefined) counts.withoutAmount++;
      if (segments.add(segment ?? '').size > mostSegments) throw tooManySegments(flags.by ?? '');
      const isKnown = currency !== '' || known.place !== undefined || kept.currency !== undefined;
      if (isKnown || !flags['unlabeled-good']) {
        currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
      }
      orders.add({
        riskScore: result.riskScore,
        isFraud: meaning === 'fraud',
        amount: amount ?? 0,
        time: time ?? Number.NaN,
        action: result.action,
        segment: flags.by === undefined ? undefined : (segment ?? ''),
      });
    });
  }
  readings?.check();
  if (labels !== undefined) {
    counts.labelsWithoutResult = labels.store.unused;
    if (labels.store.unused === labels.store.size) throw nothingJoined(labels);
  }
  return {
    ...{ orders, counts, readings, reviewed },
    currency: oneCurrency(currencies),
    columns,
    joinedBy: labels === undefined ? 'the results themselves' : labels.keyColumn,
  };
}

interface Known {
  readonly key: string | number;
  /** Of the label. */
  readonly place: number | undefined;
  readonly meaning: Meaning | undefined;
  readonly details: Details;
}

function resultReader(
  results: ResultFile,
  labels: Labels | undefined,
  readings: Readings | undefined,
  kept: Columns,
  flags: ThresholdsFlags,
): (record: FileRecord, line: number, result: ResultRow) => Known {
  const keptDetails = detailsReader<FileRecord>(
    (name) => withResultFields(results, name),
    { ...kept, by: kept.by ?? (isResultField(flags.by) ? flags.by : undefined) },
    flags,
    results.file.path,
  );
  const keyColumn = labels?.keyColumn ?? flags.id ?? '';
  const ownKey = results.kept.includes(keyColumn) ? results.keptReader(keyColumn) : undefined;
  const outcomeOf =
    labels === undefined && flags.outcome !== undefined
      ? results.keptReader(flags.outcome)
      : undefined;
  return (record, line, result) => {
    const id = ownKey?.(record) ?? result.id;
    const key = labels?.key === 'row' ? result.row : (id ?? (labels ? '' : result.row));
    const place = labels?.store.placeOf(key);
    const here = keptDetails(record, line);
    if (labels !== undefined && place !== undefined) {
      const said = labels.store.detailsAt(place);
      const details = {
        amount: said.amount ?? here.amount,
        time: said.time ?? here.time,
        currency: said.currency ?? here.currency,
        segment: said.segment ?? here.segment,
      };
      return { key, place, meaning: labels.store.meaningAt(place), details };
    }
    const word = outcomeOf?.(record);
    const meaning =
      word === undefined ? (flags['unlabeled-good'] ? 'good' : undefined) : readings?.read(word);
    return { key, place, meaning, details: here };
  };
}

const isResultField = (name: string | undefined): name is 'country' | 'action' =>
  name === 'country' || name === 'action';

/** The country of the IP address and the disposition's action need not be kept: results have them. */
function withResultFields(
  results: ResultFile,
  name: string,
): ((record: FileRecord) => string | undefined) | undefined {
  if (results.kept.includes(name)) return results.keptReader(name);
  return isResultField(name) ? (record) => results.read(record)[name] : undefined;
}

/** Whether an order was met before: it would count twice. */
function doubledIn(
  labels: Labels | undefined,
  flags: ThresholdsFlags,
): (key: string | number, place: number | undefined) => boolean {
  const met = new KeyTable();
  const needsLabel = labels !== undefined && !flags['unlabeled-good'];
  return (key, place) => {
    if (place !== undefined) return labels?.store.use(place) === false;
    if (needsLabel || key === '') return false;
    return met.add(key) === undefined;
  };
}

function usedColumns(
  labels: Labels | undefined,
  kept: Columns,
  results: readonly ResultFile[],
  flags: ThresholdsFlags,
): Columns {
  const files = [
    ...(labels === undefined || flags['unlabeled-good'] ? [] : [labels.file]),
    ...results.map(({ file, kept: columns }) => ({ ...file, columns })),
  ];
  const used = {
    amount: labels?.columns.amount ?? kept.amount,
    currency: labels?.columns.currency ?? kept.currency,
    time: labels?.columns.time ?? kept.time,
    by: labels?.columns.by ?? kept.by ?? (isResultField(flags.by) ? flags.by : undefined),
  };
  for (const role of ['amount', 'currency', 'time', 'by'] as const) {
    const said = flags[role];
    if (said !== undefined && used[role] === undefined) throw unknownColumn(role, said, files);
  }
  if (labels === undefined && flags.outcome !== undefined) {
    const isThere = results.some((file) => file.kept.includes(flags.outcome ?? ''));
    if (!isThere) throw unknownColumn('outcome', flags.outcome, files);
  }
  if (used.amount === undefined && flags['order-value'] === undefined) {
    throw new CommandError(
      flags['unlabeled-good']
        ? 'The results have no column with the order amount, which all costs are computed from, and a list of chargebacks does not know it of the other orders. Score again with --keep COLUMN, or give --order-value 60 if all orders are worth about the same.'
        : 'No column was recognized as the order amount, which all costs are computed from. Name it with --amount COLUMN, or give --order-value 60 if all orders are worth about the same.',
    );
  }
  return used;
}

/** A segment is many orders that are alike: a column with more values is one of customers or orders. */
const mostSegments = 10_000;

const tooManySegments = (by: string): CommandError =>
  new CommandError(
    `--by: the column "${by}" has more than ${whole(mostSegments)} different values. Name one that puts many orders together, such as a country or a payment method.`,
  );

function oneCurrency(currencies: ReadonlyMap<string, number>): string | null {
  if (currencies.size <= 1) return [...currencies.keys()].find((code) => code !== '') ?? null;
  const all = [...currencies].sort((a, b) => b[1] - a[1]);
  const named = all.map(
    ([code, count]) => `${code === '' ? 'no currency' : code} (${counted(count, 'order')})`,
  );
  const first = all.find(([code]) => code !== '')?.[0] ?? '';
  throw new CommandError(
    `The orders are in ${all.length} currencies, which cannot be added up: ${named.slice(0, 12).join(', ')}. Look at one currency at a time with --only-currency ${first}, or convert all amounts into one currency first.`,
  );
}

function nothingJoined({ file, keyColumn, key }: Labels): CommandError {
  return new CommandError(
    key === 'row'
      ? `No row of the results matches the column "${keyColumn}" of ${file.path}. Rows count from 1, without the header of the file that was scored.`
      : `No order ID of the results matches the column "${keyColumn}" of ${file.path}. Name the right column with --id, or score again with the order's ID as event.transactionId (or --keep it).`,
  );
}
