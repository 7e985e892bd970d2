/** Counts the mistakes of many rows, and tells them in a few lines with what to do about each. */
import { type RequestField } from '../../generated/cli-flags.ts';
import { pathFor } from '../input/places.ts';
import { counted } from '../output/count.ts';
import { harmless } from '../output/style.ts';

interface Issue {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

interface Kind {
  readonly place: string;
  readonly message: string;
  readonly line: number;
  rows: number;
}

/** Fields without which a score says little, or nothing can be found again: never advised to go without. */
const essential = [
  ...['/device/ip_address', '/event/transaction_id', '/order/amount', '/order/currency'],
  ...['/email/address', '/event/time'],
];

/** Kinds that are told; a file can have any number. */
const mostKinds = 200;

export class Mistakes {
  readonly #fields: readonly RequestField[];
  readonly #kinds = new Map<string, Kind>();
  #rows = 0;
  #droppable = true;

  /** @param fields - What the columns stand for: a mistake is named as the mapping names it. */
  constructor(fields: readonly RequestField[]) {
    this.#fields = fields;
  }

  get rows(): number {
    return this.#rows;
  }

  add(line: number, issues: readonly Issue[]): void {
    this.#rows++;
    for (const key of new Set(issues.map(({ pointer, code }) => `${pointer} ${code}`))) {
      const issue = issues.find(({ pointer, code }) => `${pointer} ${code}` === key);
      if (issue === undefined) continue;
      const { pointer, message } = issue;
      if (essential.includes(pointer) || pointer === '' || pointer === '/shopping_cart') {
        this.#droppable = false;
      }
      const kind = this.#kinds.get(key);
      if (kind !== undefined) kind.rows++;
      else if (this.#kinds.size < mostKinds) {
        this.#kinds.set(key, { place: pathFor(this.#fields, pointer), message, line, rows: 1 });
      }
    }
  }

  /**
   * The most frequent first.
   *
   * @param rows - All that were looked at.
   */
  lines(path: string, rows: number, most = 8): string[] {
    const kinds = [...this.#kinds.values()].sort((one, other) => other.rows - one.rows);
    const lines = kinds.slice(0, most).map(({ place, message, line, rows: count }) => {
      const share =
        count === rows && rows > 1 ? `all ${counted(rows, 'row')}` : counted(count, 'row');
      return harmless(`  ${share}: ${`${place} ${message}`.trim()} (${path}:${line})`);
    });
    const left = kinds.length - lines.length;
    if (left > 0)
      lines.push(
        `  ${counted(left, 'more kind', 'more kinds')} of mistakes; --rejects FILE lists every row.`,
      );
    return lines;
  }

  /** What helps: a better mapping where most rows fail; only a few odd values are worth going without. */
  advice(rows: number): string | undefined {
    if (this.#rows === 0) return undefined;
    if (this.#rows * 2 >= rows) {
      return 'So many rows with the same mistake suggest a wrong column: correct it with --map, then run again.';
    }
    if (!this.#droppable) return 'Correct these rows in a separate file, and score that file.';
    return '--resume --invalid drop leaves those values out and sends the rest of each row.';
  }
}
