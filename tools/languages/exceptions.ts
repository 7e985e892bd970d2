/** What a language truly cannot do. A line that no longer holds makes the run fail. */

export interface Exception {
  /** The folder of the client. */
  readonly client: string;
  /** Where the printed values differ, as the report of the run names it. */
  readonly place: RegExp;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [];
