/** A stream that a command writes to. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** False once its reader is gone. */
  readonly writable?: boolean | undefined;
}
