/** Counts how often an official client agrees, differs for a known reason, or differs without one. */

export interface Comparison {
  readonly client: string;
  readonly version: string;
  /** What was compared, with its number. */
  readonly subject: string;
  readonly tally: Tally;
}

export class Tally {
  agreed = 0;
  readonly differed: Map<string, number>;
  readonly unexplained: { readonly why: string; readonly evidence: unknown }[] = [];

  /** @param names - The known differences, so that one that never occurs is seen. */
  constructor(names: readonly string[]) {
    this.differed = new Map(names.map((name) => [name, 0]));
  }

  add(verdict: 'agrees' | 'differs' | 'unexplained', why: string, evidence: unknown): void {
    if (verdict === 'agrees') this.agreed++;
    else if (verdict === 'differs') this.differed.set(why, (this.differed.get(why) ?? 0) + 1);
    else this.unexplained.push({ why, evidence });
  }

  /** Known differences that did not occur: the reason is gone, or the generator no longer gets there. */
  get unseen(): string[] {
    return [...this.differed].filter(([, count]) => count === 0).map(([name]) => name);
  }
}
