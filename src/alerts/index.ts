/**
 * Receive minFraud Alerts by webhook, on any runtime with Web Crypto.
 *
 * @module minfraud-sdk/alerts
 */
export type { Alert } from '../../generated/models/index.ts';
export { AlertReasonCode } from '../../generated/models/index.ts';
export { parseAlert, type ReceivedAlert } from './parse.ts';
export { rawQuery } from './query.ts';
export { alertSenders, isAlertSender } from './sender.ts';
export {
  type QueryToSign,
  signAlert,
  SIGNATURE_HEADER,
  type SignedQuery,
  verifyAlert,
  verifyAlertRequest,
} from './verify.ts';
