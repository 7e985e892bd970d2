/**
 * What was reported already. A report that is sent twice does no harm, so this record is not synced to the
 * disk, and it goes by what a report says: a corrected file goes on where the one before it ended.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, truncate } from 'node:fs/promises';
import type { TransactionReport } from 'minfraud-sdk';
import { linesOf } from '../batch/lines.ts';
import { beginningOf } from '../batch/new-file.ts';
import { CommandError } from '../exit.ts';
import { SeenIds } from '../orders/seen-ids.ts';

export interface ReportLine {
  readonly row: number;
  readonly line: number;
  readonly transactionId: string | undefined;
  /** The hash of what was reported. */
  readonly report: string;
  readonly error?: { readonly code: string; readonly message: string };
}

export class DoneReports {
  readonly #seen: SeenIds;
  readonly #handle: FileHandle | undefined;

  private constructor(seen: SeenIds, handle: FileHandle | undefined) {
    this.#seen = seen;
    this.#handle = handle;
  }

  static async open(path: string | undefined, resume: boolean): Promise<DoneReports> {
    const seen = new SeenIds();
    if (path === undefined) return new DoneReports(seen, undefined);
    if (!existsSync(path)) return new DoneReports(seen, await open(path, 'wx', 0o600));
    // A run that ended before its first report leaves an empty one.
    if (!resume && (await beginningOf(path)) !== '') {
      throw new CommandError(
        `${path} already exists. Continue with --resume, or choose another file with --out.`,
      );
    }
    let whole = 0;
    for await (const line of linesOf(createReadStream(path))) {
      const found = lineOf(line.text);
      if (found === undefined && (line.isWhole || !couldBegin(line.text))) {
        throw new CommandError(
          `${path} is not a record of reports: choose another file with --out.`,
        );
      }
      if (line.isWhole && found !== undefined && found.error === undefined) seen.add(found.report);
      if (line.isWhole) whole = line.end;
    }
    // What was cut off is no line, and the next one is not to be joined to it.
    await truncate(path, whole);
    return new DoneReports(seen, await open(path, 'a'));
  }

  has(hash: string): boolean {
    return this.#seen.has(hash);
  }

  async add(line: ReportLine): Promise<void> {
    if (line.error === undefined) this.#seen.add(line.report);
    await this.#handle?.appendFile(`${JSON.stringify(line)}\n`);
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}

export function hashOf(report: TransactionReport): string {
  const members = Object.entries(report).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('hex').slice(0, 32);
}

/** Whether a line that was cut off may be one of a record; anything else is a file of the user. */
const couldBegin = (text: string): boolean =>
  /^\{"row":\d*(,|$)/.test(text) || '{"row":'.startsWith(text);

function lineOf(text: string): ReportLine | undefined {
  if (!/^\{"row":\d+,.*\}$/.test(text)) return undefined;
  try {
    const line = JSON.parse(text) as Partial<ReportLine>;
    return typeof line.report === 'string' ? (line as ReportLine) : undefined;
  } catch {
    return undefined;
  }
}
