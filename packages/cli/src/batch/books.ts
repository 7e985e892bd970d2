/** The three files of a run: ledger, results, and room for the answers under way. */
import { type Ledger, type History, openLedger } from './ledger.ts';
import { type Reserve, reserveRoom } from './reserve.ts';
import { type ResultFormat, type Seen } from './result-format.ts';
import { type OpenResults, openResults } from './results.ts';

export interface Books extends OpenResults {
  readonly ledger: Ledger;
  readonly history: History;
  readonly close: () => Promise<void>;
}

export interface BookKeeping {
  readonly out: string;
  readonly ledgerPath: string;
  readonly format: ResultFormat;
  /** How many answers may be under way. */
  readonly answers: number;
  /** Told of each result of earlier runs. */
  readonly see: (seen: Seen) => void;
  readonly onFullDisk: () => void;
}

export async function openBooks(keeping: BookKeeping): Promise<Books> {
  const { out, ledgerPath, format, answers, see, onFullDisk } = keeping;
  let resultsLength = (): number => 0;
  let reserve: Reserve | undefined;
  const makeRoom = async (): Promise<boolean> => {
    onFullDisk();
    return (await reserve?.giveFree()) ?? false;
  };
  const { ledger, history } = await openLedger(ledgerPath, () => resultsLength());
  try {
    const results = await openResults(out, format, history.resultsLength, see, makeRoom);
    resultsLength = () => results.file.length;
    const close = async (): Promise<void> => {
      await ledger.close();
      await results.file.close();
      await reserve?.remove();
    };
    try {
      reserve = await reserveRoom(`${out}.reserve`, answers);
    } catch (error) {
      await results.file.close();
      throw error;
    }
    return { ...results, ledger, history, close };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
