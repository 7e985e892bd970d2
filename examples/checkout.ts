/** Decides about an order at the checkout, also when no score comes. */
import {
  AuthenticationError,
  type CallOptions,
  InsufficientFundsError,
  InvalidRequestError,
  type MinFraud,
  MinFraudError,
  PermissionRequiredError,
  type Transaction,
} from 'minfraud-sdk';

export type Decision = 'accept' | 'review' | 'reject';

export interface Policy {
  /** Orders with this risk score or more are looked at by a person. */
  readonly review: number;
  /** Orders with this risk score or more are refused. */
  readonly reject: number;
  /** Orders below this amount are accepted when no score comes; others are looked at by a person. */
  readonly acceptUnscoredBelow: number;
  /** Alerts the on-call engineer: no order is scored until the program or the account is mended. */
  readonly alert?: (error: MinFraudError) => void;
}

export interface Outcome {
  readonly decision: Decision;
  /** For reports and for MaxMind's support. Absent without a score. */
  readonly minfraudId?: string;
  readonly riskScore?: number;
  /** Why there is no score: the code of the error, or `NO_SCORE`. */
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
    // Nothing is below a threshold that is not a number: without a score there is no decision.
    if (!Number.isFinite(riskScore)) return { decision: 'review', failure: 'NO_SCORE' };
    const decision = byRule(disposition?.action) ?? byScore(riskScore, policy);
    return { decision, minfraudId: id, riskScore };
  } catch (error) {
    // A mistake in this program, such as a method called without its client.
    if (!MinFraudError.is(error)) throw error;
    const { alert = console.error } = policy;
    if (isLasting(error)) {
      alert(error);
      return { decision: 'review', failure: error.code };
    }
    // It stops every order too, and the shop goes on meanwhile.
    if (InsufficientFundsError.is(error)) alert(error);
    const amount = transaction.order?.amount ?? Infinity;
    const decision = amount < policy.acceptUnscoredBelow ? 'accept' : 'review';
    return { decision, failure: error.code };
  }
}

/** A mistake of this program or a wrong key: the next order fails as this one did. */
function isLasting(error: MinFraudError): boolean {
  return [InvalidRequestError, AuthenticationError, PermissionRequiredError].some((kind) =>
    kind.is(error),
  );
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
