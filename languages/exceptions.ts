/** What a language truly cannot do. A line that no longer holds makes the run fail. */

export interface Exception {
  /** The folder of the client. */
  readonly client: string;
  /** Where the printed values differ, as the report of the run names it. */
  readonly place: RegExp;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    client: 'java-openapi-generator',
    place: /^legacy\.ipcity: /,
    reason:
      'the generated client reads text in the character set of the machine, whatever the answer says; ' +
      'letters outside ASCII in an answer of Legacy are lost',
  },
];
