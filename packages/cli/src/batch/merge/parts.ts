/** What the ledgers of parts say: whether together they are the whole, and nothing of it is open. */
import { CommandError } from '../../exit.ts';
import { type Ended, type Header, type History, readLedger } from '../ledger-lines.ts';
import { Origins } from '../origins.ts';
import { rangesOf, type RowSet } from '../row-set.ts';
import { formatOf } from '../result-format.ts';
import { readResults } from '../results.ts';
import { differenceOf } from '../siblings.ts';

export interface MergePart {
  /** As the user named it. */
  readonly name: string;
  readonly results: string;
  readonly keep: readonly string[];
  readonly history: History;
  readonly done: RowSet;
  readonly origins: Origins;
}

export interface Whole {
  readonly header: Header;
  readonly rows: number;
  readonly results: number;
  readonly rejected: number;
}

export async function readPart(name: string, results: string, ledger: string): Promise<MergePart> {
  const history = await readLedger(ledger);
  const keep = history.header.mapping.keep ?? [];
  const origins = new Origins();
  const done = await readResults(results, formatOf(results, keep), history, ({ isMadeUp }) => {
    origins.add(isMadeUp);
  });
  return { name, results, keep, history, done, origins };
}

/** Throws unless the parts are all there, of one run, and finished. */
export function checkParts(parts: readonly MergePart[]): Whole {
  const [first] = parts;
  if (first === undefined) throw new CommandError('Name the results of all parts.');
  const { header } = first.history;
  const of = header.part?.of;
  if (of === undefined)
    throw new CommandError(`${first.name} is not a part: it was run without --part.`);
  for (const part of parts) checkBelongs(part, first);
  checkAll(parts, of);
  checkOrigins(parts);
  const ends = parts.map((part) => endOf(part));
  checkInput(parts, ends);
  const sum = (count: (end: Ended) => number): number =>
    ends.reduce((total, end) => total + count(end), 0);
  const rows = ends[0]?.rows ?? 0;
  const own = sum((end) => end.own);
  if (own !== rows) {
    throw new CommandError(
      `The parts have ${own} of the ${rows} rows of the input: they were not made by the same version with the same mapping.`,
    );
  }
  const results = parts.reduce((total, { done }) => total + done.size, 0);
  return { header, rows, results, rejected: sum((end) => end.rejected) };
}

function checkBelongs({ name, history }: MergePart, first: MergePart): void {
  const { header } = history;
  const other = first.history.header;
  if (header.service !== other.service) {
    throw new CommandError(`${name} and ${first.name} used different services.`);
  }
  const difference = name === first.name ? undefined : differenceOf(header, other);
  if (difference !== undefined)
    throw new CommandError(`${name} ${difference}; ${first.name} is not.`);
}

/** By the results themselves: an emulator may have been at the address of the service. */
function checkOrigins(parts: readonly MergePart[]): void {
  const madeUp = parts.find(({ origins }) => origins.hasMadeUp);
  const real = parts.find(({ origins }) => origins.hasReal);
  if (madeUp === undefined || real === undefined) return;
  throw new CommandError(
    `Results of ${real.name} are real, and results of ${madeUp.name} were made up by an emulator. Nothing was merged: run ${madeUp.name} again at the service, with another --out.`,
  );
}

function checkAll(parts: readonly MergePart[], of: number): void {
  const names = new Map<number, string>();
  for (const { name, history } of parts) {
    const index = history.header.part?.index ?? 0;
    const other = names.get(index);
    if (other !== undefined) throw new CommandError(`${other} and ${name} are both part ${index}.`);
    names.set(index, name);
  }
  const all = Array.from({ length: of }, (_, at) => at + 1);
  const missing = all.filter((index) => !names.has(index));
  if (missing.length > 0) {
    throw new CommandError(
      `Of ${of} parts ${missing.length === 1 ? 'one is' : `${missing.length} are`} missing: ${rangesOf(missing)}. Nothing was merged.`,
    );
  }
}

/** Throws where a part has rows without an end. */
function endOf({ name, history, done }: MergePart): Ended {
  const doubtful = [...history.sent].filter((row) => !done.has(row));
  if (doubtful.length > 0) {
    throw new CommandError(
      `${name} has ${doubtful.length} rows in doubt, which may have been billed and have no result: ${rangesOf(doubtful)}. Run that part again with --resume --retry-doubtful. Nothing was merged.`,
      4,
    );
  }
  const { ended } = history;
  if (done.size + (ended?.rejected ?? 0) !== ended?.own) {
    throw new CommandError(
      `${name} is not finished: continue it with --resume. Nothing was merged.`,
    );
  }
  return ended;
}

/** All parts have read the same file, at every place that they noted. */
function checkInput(parts: readonly MergePart[], ends: readonly Ended[]): void {
  const known = new Map<number, { readonly hash: string; readonly name: string }>();
  for (const [at, { name, history }] of parts.entries()) {
    const { size } = history.header;
    for (const [end, hash] of [...history.input, [size, ends[at]?.hash ?? ''] as const]) {
      const other = known.get(end);
      if (other !== undefined && other.hash !== hash) {
        throw new CommandError(
          `${name} and ${other.name} did not read the same input: it was changed between them. Nothing was merged.`,
        );
      }
      known.set(end, { hash, name });
    }
  }
}
