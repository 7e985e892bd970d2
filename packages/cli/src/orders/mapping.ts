/** What the columns of a file are: plain data, kept with a run so that a later one reads the file alike. */

/** Systems whose exports are known by their own columns. */
export const systemNames = ['shopify', 'woocommerce', 'magento', 'stripe'] as const;
export type SystemName = (typeof systemNames)[number];

/**
 * A column's place in the request: `device.ipAddress`, `shoppingCart[].price`, `billing.name` (split into first
 * and last name), `payment.gateway` (what a shop calls its way of payment). What follows a colon says how the
 * cell is read: `customInputs.visits:number`, `event.time:utc`, `order.currency:upper`. `null`: not used.
 */
export type Column = string | null;

export interface Mapping {
  readonly from?: SystemName;
  /** One for each column of the header. */
  readonly columns: readonly Column[];
  /** Rows that follow each other and are equal in this column are one order; `none`: each row is one. */
  readonly groupBy?: number | 'none';
  readonly decimal?: Decimal;
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
  /** Columns that go into the results, by name; of NDJSON, members of the object. */
  readonly keep?: readonly string[];
  /** The same for every order, such as `order.currency`. */
  readonly set?: Readonly<Record<string, string>>;
}

export type Decimal = '.' | ',';
export type DateOrder = 'dmy' | 'mdy';

/** What the user says of the input. */
export interface InputFlags {
  readonly map?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly from?: SystemName | 'none' | undefined;
  readonly 'group-by'?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly 'date-order'?: DateOrder | undefined;
  readonly decimal?: Decimal | undefined;
  readonly keep?: readonly string[] | undefined;
}

export const mappingFlags: readonly (keyof InputFlags)[] = [
  ...(['map', 'set', 'from', 'group-by', 'time-zone', 'date-order', 'decimal', 'keep'] as const),
];

/** Whether the user says anything of the mapping. */
export function saysMapping(flags: InputFlags): boolean {
  return mappingFlags.some((name) => {
    const value = flags[name];
    return value !== undefined && value.length > 0;
  });
}

export const sameMapping = (one: Mapping, other: Mapping): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

function ordered(mapping: Mapping): unknown {
  return Object.entries(mapping)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
