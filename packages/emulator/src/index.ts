/**
 * A minFraud service on this machine, for tests and demos: `startEmulator()`, fixtures, their types.
 *
 * @module minfraud-emulator
 */

export { startEmulator } from './start.ts';
export type { Emulator } from './start.ts';
export type { EmulatorOptions } from './options.ts';
export { TEST_ACCOUNT_ID, TEST_LICENSE_KEY, DEFAULT_RULES } from './accounts.ts';
export type { Account, CustomRule, Service } from './accounts.ts';
export { ALERT_USER_AGENT, sendAlert } from './alert.ts';
export type { AlertDelivery, AlertToSend } from './alert.ts';
export type { DeepPattern, MadeAnswer, ScoringService } from './answers.ts';
export type { DeepPartial } from './deep.ts';
export type { Damage, Fault, Faults } from './faults.ts';
export type { EmulatorFetch } from './fetch.ts';
export { factorsFixture, insightsFixture, scoreFixture } from './fixtures.ts';
export type { RecordedRequest } from './recording.ts';
export type { DispositionUpdate } from './disposition-log.ts';
