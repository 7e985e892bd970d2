/** An order as it stands in the input. */
export interface Row {
  /** Counts orders from 1, without the header and empty lines. */
  readonly row: number;
  /** The line of the file that it begins in. */
  readonly line: number;
  /** Of CSV: the cells of its first row. */
  readonly cells?: readonly string[];
  /** Of CSV: the further rows of the same order. */
  readonly more?: readonly (readonly string[])[];
  /** Of NDJSON. */
  readonly value?: unknown;
  /** Why it cannot be read. */
  readonly problem?: string;
}
