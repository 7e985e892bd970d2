/** The shapes that travel, as the spec declares them, under short names. */

import type { components } from '../../generated/wire.ts';

type Schemas = components['schemas'];

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
export type Warning = Schemas['Warning'];
export type DispositionUpdates = Schemas['DispositionUpdates'];

/** Leaves out what is undefined: the service never sends a key without a value. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
