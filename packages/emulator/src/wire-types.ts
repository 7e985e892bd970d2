/** Requests and responses as they are sent, as the spec declares them, under short names. */

import type { components, operations } from 'minfraud-sdk/wire';

type Schemas = components['schemas'];

/** The operations of the shipped spec. */
export type OperationId = keyof operations;

export type Transaction = Schemas['Transaction'];
export type TransactionReport = Schemas['TransactionReport'];
export type Score = Schemas['Score'];
export type Insights = Schemas['Insights'];
export type Factors = Schemas['Factors'];
export type IpAddress = Schemas['IpAddress'];
export type Anonymizer = Schemas['Anonymizer'];
export type Traits = Schemas['Traits'];
export type CreditCardResult = Schemas['CreditCardResult'];
export type DeviceResult = Schemas['DeviceResult'];
export type EmailResult = Schemas['EmailResult'];
export type EmailDomain = Schemas['EmailDomain'];
export type Phone = Schemas['Phone'];
export type BillingAddress = Schemas['BillingAddress'];
export type ShippingAddress = Schemas['ShippingAddress'];
export type Disposition = Schemas['Disposition'];
export type RiskScoreReason = Schemas['RiskScoreReason'];
/** A warning as it is sent; `Warning` is what is known of it where it is found. */
export type SentWarning = Schemas['Warning'];
export type Warning = Pick<SentWarning, 'code' | 'warning' | 'input_pointer'>;
export type DispositionUpdates = Schemas['DispositionUpdates'];
export type LegacyResult = Schemas['LegacyResult'];

/**
 * Fields with a value or without one. None is required: what the spec gains does not stop the
 * emulator from compiling, and tests validate that nothing required is missing.
 */
export type Fields<T> = { [K in keyof T]?: T[K] | undefined };

/** The names that were looked at when a record was made, those without a value too. */
const considered = new WeakMap<object, ReadonlySet<string>>();

/** Leaves out what is undefined: the service never sends a key without a value. */
export function present<T extends object>(fields: Fields<T>): T {
  return remember<T>(fields, Object.keys(fields));
}

/** A record with these fields and no others, whatever the spec has gained. */
export function only<T extends object>(fields: Partial<T>): T {
  return fields as T;
}

/** The same as `present`, for a record that holds everything of another one as well. */
export function extend<T extends object>(base: object, fields: Fields<T>): T {
  const names = [...(considered.get(base) ?? Object.keys(base)), ...Object.keys(fields)];
  return remember<T>({ ...base, ...fields }, names);
}

/** Undefined for a record that was not made here, whose fields must be all there are. */
export function consideredFields(record: object): ReadonlySet<string> | undefined {
  return considered.get(record);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the record that is made
function remember<T extends object>(fields: object, names: readonly string[]): T {
  const record = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
  considered.set(record, new Set(names));
  return record;
}
