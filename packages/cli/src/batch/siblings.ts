/** Parts of one input that share a folder: each makes sure that the others are parts of the same whole. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../exit.ts';
import { sameMapping } from '../orders/mapping.ts';
import { beside } from './files.ts';
import { type Header, isUnspent, readHeader, readInputHashes, readLedger } from './ledger-lines.ts';
import { isLocked } from './lock.ts';

/** Enough of the others to compare with: merge compares them all. */
const mostCompared = 8;

/** @returns what the others noted of the input, by the number of bytes. */
export async function checkSiblings(
  ledgerPath: string,
  header: Header,
): Promise<Map<number, string>> {
  const known = new Map<number, string>();
  if (header.part === undefined) return known;
  const folder = dirname(ledgerPath);
  let compared = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith(beside.ledger) || name === basename(ledgerPath)) continue;
    const path = join(folder, name);
    const other = await readHeader(path).catch(() => undefined);
    if (other === undefined || !isOfSameRun(other, header)) continue;
    const difference = differenceOf(other, header);
    if (difference !== undefined) {
      // Where nothing was sent, and nothing is about to be, a part may be begun anew with what is right.
      if (!(await isLocked(path)) && isUnspent(await readLedger(path))) continue;
      throw new CommandError(
        `${path} in the same folder ${difference}. Parts of one run have one input, one mapping and one N, and each its own K.`,
      );
    }
    if (compared++ >= mostCompared) continue;
    for (const [end, hash] of await readInputHashes(path)) known.set(end, hash);
  }
  return known;
}

function isOfSameRun(other: Header, own: Header): boolean {
  return (
    other.part !== undefined &&
    other.input === own.input &&
    other.service === own.service &&
    other.emulator === own.emulator
  );
}

/** What makes two ledgers parts of different wholes, or of one part. */
export function differenceOf(other: Header, own: Header): string | undefined {
  if (other.part?.of !== own.part?.of) return `is one of ${other.part?.of ?? 1} parts`;
  if (other.size !== own.size) return `is of another ${other.input}, of ${other.size} bytes`;
  if (!sameMapping(other.mapping, own.mapping) || other.delimiter !== own.delimiter) {
    return 'was begun with another mapping of the columns';
  }
  return other.part?.index === own.part?.index
    ? `is part ${other.part?.index ?? 1} too`
    : undefined;
}
