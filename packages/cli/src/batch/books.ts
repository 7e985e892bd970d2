/** The three files of a run: ledger, results, and room for the responses under way. */
import { beside } from './files.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type History } from './ledger-lines.ts';
import { type Reserve, reserveRoom } from './reserve.ts';
import { type ResultFormat, type Seen } from './result-format.ts';
import { type OpenResults, openResults } from './results.ts';

export interface Books extends OpenResults {
  readonly ledger: Ledger;
  readonly close: () => Promise<void>;
}

export interface BookKeeping {
  readonly out: string;
  readonly ledgerPath: string;
  readonly history: History;
  readonly format: ResultFormat;
  /** How many responses may be under way. */
  readonly responses: number;
  /** Told of each result of earlier runs. */
  readonly see: (seen: Seen) => void;
  readonly onFullDisk: () => void;
  /** Rejects when the run has lost its lock. */
  readonly checkLock: () => Promise<void>;
}

export async function openBooks(keeping: BookKeeping): Promise<Books> {
  const { out, ledgerPath, history, format, responses, see, onFullDisk, checkLock } = keeping;
  let reserve: Reserve | undefined;
  const makeRoom = async (): Promise<boolean> => {
    onFullDisk();
    return (await reserve?.giveFree()) ?? false;
  };
  // Before the ledger is touched, which may not belong to these results.
  const results = await openResults(out, format, history, see, makeRoom);
  const { file } = results;
  try {
    const ledger = await openLedger(ledgerPath, history.length, () => file.length, checkLock);
    try {
      reserve = await reserveRoom(`${out}${beside.reserve}`, responses);
    } catch (error) {
      await ledger.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      await ledger.close();
      await file.close();
      await reserve?.remove();
    };
    return { ...results, ledger, close };
  } catch (error) {
    await file.close();
    throw error;
  }
}
