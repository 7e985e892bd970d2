/** A shop or payment system, by the columns of its export. */

export interface System {
  readonly title: string;
  /** Headings that are there together in an export of this system only; one of the lists is enough. */
  readonly signatures: readonly (readonly string[])[];
  /** Heading and place; where several are for one place, the first that is there is used. */
  readonly columns: readonly (readonly [heading: string, place: string])[];
  /** Headings that elsewhere would be taken for a field and are none here. */
  readonly unused: readonly string[];
  /** The first of these that is there tells which rows are one order. */
  readonly groupBy?: readonly string[];
  /** The same for every order. */
  readonly set?: Readonly<Record<string, string>>;
}
