/** Decides about an order at the checkout, also when no score comes. */
import { type CallOptions, type MinFraud, MinFraudError, type Transaction } from 'minfraud-sdk';

export type Decision = 'accept' | 'review' | 'reject';

export interface Policy {
  /** Orders with this risk score or more are looked at by a person. */
  readonly review: number;
  /** Orders with this risk score or more are refused. */
  readonly reject: number;
  /** Orders below this amount are accepted when no score comes; others are looked at by a person. */
  readonly acceptUnscoredBelow: number;
}

export interface Outcome {
  readonly decision: Decision;
  /** For reports and for MaxMind's support. Absent without a score. */
  readonly minfraudId?: string;
  readonly riskScore?: number;
  /** Why there is no score: the code of the error. */
  readonly failure?: string;
}

/** Two seconds is what this shop lets a customer wait. */
const atCheckout: CallOptions = { deadline: 2_000, maxRetries: 1 };

export async function decide(
  client: Pick<MinFraud, 'score'>,
  transaction: Transaction,
  policy: Policy,
  options: CallOptions = atCheckout,
): Promise<Outcome> {
  try {
    const { id, riskScore, disposition } = await client.score(transaction, options);
    const decision = byRule(disposition?.action) ?? byScore(riskScore, policy);
    return { decision, minfraudId: id, riskScore };
  } catch (error) {
    // A mistake in this program, such as a method called without its client.
    if (!MinFraudError.is(error)) throw error;
    const amount = transaction.order?.amount ?? Infinity;
    const decision = amount < policy.acceptUnscoredBelow ? 'accept' : 'review';
    return { decision, failure: error.code };
  }
}

/** What your custom rules at MaxMind decided, if you have any. Actions may be added: those count as none. */
function byRule(action: string | undefined): Decision | undefined {
  switch (action) {
    case 'accept':
    case 'reject':
      return action;
    case 'manual_review':
      return 'review';
    default:
      return undefined;
  }
}

function byScore(riskScore: number, { review, reject }: Policy): Decision {
  if (riskScore >= reject) return 'reject';
  return riskScore >= review ? 'review' : 'accept';
}
