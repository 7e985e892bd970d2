/**
 * Readers that `minfraud-emulator` and `minfraud-cli` share with this package. Not for programs: what is here
 * may change in any version.
 *
 * @module minfraud-sdk/internal
 */
export { isRecord, define } from './formats/record.ts';
export { foldName, nearestName } from './formats/nearest-name.ts';
export { once } from './formats/once.ts';
export * from './formats/ip-address.ts';
export { formats } from './request/formats.ts';
export { type Processing, processingOf } from './failure/processing.ts';
