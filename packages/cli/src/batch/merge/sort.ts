/**
 * Sorts results by row in constant memory.
 *
 * Results come in the order of the responses, so they are all but sorted: a heap of some thousand lines puts
 * each run of them in order, and only a run that went on later, or a row that took long, begins a new file.
 */
import { createReadStream } from 'node:fs';
import { CommandError } from '../../exit.ts';
import { linesOf } from '../lines.ts';
import { NewFile } from '../new-file.ts';
import { type ResultFormat } from '../result-format.ts';
import { Heap } from './heap.ts';

/** Lines that are held; those of Factors take 10 kB. */
const mostHeld = 4000;

interface Held {
  readonly run: number;
  readonly row: number;
  readonly text: string;
}

export interface SortedRun {
  readonly path: string;
  readonly rowOf: (text: string) => number;
}

/** @returns files in which the rows of one part stand in ascending order. */
export async function sortedRuns(
  results: string,
  name: string,
  format: ResultFormat,
  prefix: string,
): Promise<SortedRun[]> {
  const rowOf = (text: string): number => {
    const row = format.decode(text)?.row;
    if (row === undefined) throw new CommandError(`${name} was changed: a line is not a result.`);
    return row;
  };
  const runs: SortedRun[] = [];
  let file: NewFile | undefined;
  let run = 0;
  let last = 0;
  const heap = new Heap<Held>((a, b) => a.run - b.run || a.row - b.row);
  const put = async ({ run: own, row, text }: Held): Promise<void> => {
    if (file === undefined || own !== run) {
      await file?.finish();
      run = own;
      const path = `${prefix}-${own}`;
      file = await NewFile.begin(path);
      runs.push({ path, rowOf });
    }
    last = row;
    await file.write(`${text}\n`);
  };
  let isFirst = true;
  try {
    for await (const { text } of linesOf(createReadStream(results))) {
      const isHead = isFirst && `${text}\n` === format.head;
      isFirst = false;
      if (isHead) continue;
      const row = rowOf(text);
      heap.push({ run: file !== undefined && row < last ? run + 1 : run, row, text });
      const least = heap.size > mostHeld ? heap.pop() : undefined;
      if (least !== undefined) await put(least);
    }
    for (let held = heap.pop(); held !== undefined; held = heap.pop()) await put(held);
    await file?.finish();
    return runs;
  } catch (error) {
    await file?.discard();
    throw error;
  }
}

export interface MergedLine {
  readonly row: { readonly number: number; readonly isRepeated: boolean };
  readonly text: string;
}

/** The lines of all runs in ascending order of their rows. */
export async function* mergedLines(
  runs: readonly SortedRun[],
): AsyncGenerator<MergedLine, void, undefined> {
  interface Head {
    readonly row: number;
    readonly text: string;
    readonly next: () => Promise<Head | undefined>;
  }
  const heads = new Heap<Head>((a, b) => a.row - b.row);
  for (const { path, rowOf } of runs) {
    const lines = linesOf(createReadStream(path));
    const next = async (): Promise<Head | undefined> => {
      const { done, value } = await lines.next();
      if (done === true) return undefined;
      const { text } = value;
      return { row: rowOf(text), text, next };
    };
    const head = await next();
    if (head !== undefined) heads.push(head);
  }
  let last = 0;
  for (let head = heads.pop(); head !== undefined; head = heads.pop()) {
    const { row, text } = head;
    yield { row: { number: row, isRepeated: row === last }, text };
    last = row;
    const next = await head.next();
    if (next !== undefined) heads.push(next);
  }
}
