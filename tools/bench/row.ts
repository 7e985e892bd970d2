/** A line of the table of figures. */
export interface Row {
  readonly what: string;
  readonly seen: string;
  readonly budget?: string;
  /** The same of the official client. */
  readonly official?: string;
}
