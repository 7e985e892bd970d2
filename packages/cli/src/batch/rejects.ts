/** Rows with mistakes, for people to correct: written anew by every run, since they cost nothing. */
import { NewFile } from './new-file.ts';

export interface Reject {
  readonly row: number;
  readonly line: number;
  readonly issues: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export class Rejects {
  readonly #file: NewFile | undefined;
  #count = 0;

  private constructor(file: NewFile | undefined) {
    this.#file = file;
  }

  static async open(path: string | undefined): Promise<Rejects> {
    return new Rejects(path === undefined ? undefined : await NewFile.begin(path));
  }

  get count(): number {
    return this.#count;
  }

  async add(reject: Reject): Promise<void> {
    this.#count++;
    await this.#file?.write(`${JSON.stringify(reject)}\n`);
  }

  async close(): Promise<void> {
    await this.#file?.finish();
  }

  /** For a run that ends before it has begun. */
  async discard(): Promise<void> {
    await this.#file?.discard();
  }
}
