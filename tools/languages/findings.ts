/**
 * What Schemathesis finds and what is right all the same. An entry of which none of its operations is found
 * any more fails the run.
 */

export interface Finding {
  /** Schemathesis's name of the failure. */
  readonly type: string;
  readonly operations: readonly string[];
  readonly reason: string;
}

const scoring = ['factors', 'insights', 'score'].map((tier) => `POST /minfraud/v2.0/${tier}`);
const legacy = [
  'GET /app/ccv2r',
  'POST /app/ccv2r',
  'GET /minfraud/v1.0/legacy',
  'POST /minfraud/v1.0/legacy',
];

export const findings: readonly Finding[] = [
  {
    type: 'AcceptedNegativeData',
    operations: scoring,
    reason:
      'the service leaves out a value that it cannot use, says so in a warning, and scores the rest',
  },
  {
    type: 'AcceptedNegativeData',
    operations: [...legacy, 'GET /app/ipauth_http', 'POST /app/ipauth_http'],
    reason: 'the service cuts a value that is too long, and names no error for one of another form',
  },
  {
    type: 'AcceptedNegativeData',
    operations: ['POST /minfraud/v2.0/transactions/report'],
    reason: 'the page documents no error for transaction_id and chargeback_code',
  },
  {
    type: 'RejectedPositiveData',
    operations: ['POST /minfraud/v2.0/transactions/report'],
    reason: 'no format says that an address must be public (IP_ADDRESS_RESERVED)',
  },
];
