/** Writes what many rows need in one statement: a commit is paid for once a group, not once a row. */

/** The most entries of one statement. */
const most = 2000;

/** Entries that come while the database is at work go together with the next statement. */
export class Together<Entry, Outcome> {
  readonly #write: (entries: readonly Entry[]) => Promise<readonly Outcome[]>;
  #waiting: {
    readonly entry: Entry;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (reason: unknown) => void;
  }[] = [];
  #isBusy = false;

  /** @param write - Resolves with the outcome of each entry, in their order. */
  constructor(write: (entries: readonly Entry[]) => Promise<readonly Outcome[]>) {
    this.#write = write;
  }

  add(entry: Entry): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      if (!this.#isBusy) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isBusy = true;
    // Entries of the same turn of the event loop belong together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, most);
      try {
        const outcomes = await this.#write(group.map(({ entry }) => entry));
        for (const [at, { resolve }] of group.entries()) resolve(outcomes[at] as Outcome);
      } catch (reason) {
        for (const { reject } of group) reject(reason);
      }
    }
    this.#isBusy = false;
  }
}
