/** Decides about an order at the checkout, also when no score comes. */
import {
  AuthenticationError,
  type CallOptions,
  type Disposition,
  InsufficientFundsError,
  InvalidRequestError,
  type MinFraud,
  MinFraudError,
  PermissionRequiredError,
  type Transaction,
} from 'minfraud-sdk';

export type Decision = 'accept' | 'review' | 'decline';

/** What happens to an order of this amount when no score comes. */
export type WhenUnscored = (amount: number) => Decision;
export const failOpen: WhenUnscored = () => 'accept';
export const failClosed: WhenUnscored = () => 'review';
export function failOpenBelow(limit: number): WhenUnscored {
  return (amount) => (amount < limit ? 'accept' : 'review');
}

export interface Policy {
  /** A person reviews orders with this risk score or more. */
  readonly review: number;
  /** Orders with this risk score or more are declined; 100 declines none. */
  readonly decline: number;
  readonly whenUnscored: WhenUnscored;
}

/**
 * Reads what `minfraud thresholds --policy` wrote, or the two numbers written by hand. Call it when your program
 * starts, so that a damaged file stops a release and no order.
 */
export function readPolicy(file: unknown, whenUnscored: WhenUnscored): Policy {
  const { review, decline } = (file ?? {}) as Readonly<Record<string, unknown>>;
  if (isScore(review) && isScore(decline) && review <= decline) {
    return { review, decline, whenUnscored };
  }
  throw new Error(
    'The policy is invalid: review and decline must be scores from 0 to 100, and review not above decline.',
  );
}

const isScore = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 100;

export interface Checkout {
  readonly client: Pick<MinFraud, 'score'>;
  readonly policy: Policy;
  /** Shadow mode: a policy that decides nothing yet. What it would have done is in `would`. */
  readonly next?: Policy;
  /**
   * Alerts the on-call engineer: no order is scored until someone fixes the program or the account. Orders do not
   * wait for it, and go on when it fails.
   */
  readonly alert?: (error: MinFraudError) => unknown;
}

export interface Outcome {
  readonly decision: Decision;
  /** For reports and for MaxMind's support. Absent without a score. */
  readonly minfraudId?: string;
  readonly riskScore?: number;
  /** What the next policy would have decided. Absent without one. */
  readonly would?: Decision;
  /** Why there is no score: the code of the error, or `NO_SCORE`. */
  readonly failure?: string;
}

/** Two seconds is what this shop lets a customer wait. */
const atCheckout: CallOptions = { deadline: 2_000, maxRetries: 1 };

export async function decide(
  { client, policy, next, alert = console.error }: Checkout,
  transaction: Transaction,
  options: CallOptions = atCheckout,
): Promise<Outcome> {
  const unscored = (failure: string, by: WhenUnscored): Outcome => ({
    decision: by(transaction.order?.amount ?? Infinity),
    failure,
  });
  try {
    const { id, riskScore, disposition } = await client.score(transaction, options);
    // Nothing is below a threshold that is not a number: without a score there is no decision.
    if (!Number.isFinite(riskScore)) return unscored('NO_SCORE', failClosed);
    const by = (cuts: Policy): Decision => byRule(disposition) ?? byScore(riskScore, cuts);
    const would = next && { would: by(next) };
    return { decision: by(policy), minfraudId: id, riskScore, ...would };
  } catch (error) {
    // A mistake in this program, such as a method called without its client.
    if (!MinFraudError.is(error)) throw error;
    const isLasting = lasting.some((kind) => kind.is(error));
    // An empty account stops every order too, and the shop goes on meanwhile.
    if (isLasting || InsufficientFundsError.is(error)) {
      Promise.resolve(error).then(alert).catch(console.error);
    }
    return unscored(error.code, isLasting ? failClosed : policy.whenUnscored);
  }
}

/** A mistake of this program or a wrong key: the next order fails as this one did. */
const lasting = [InvalidRequestError, AuthenticationError, PermissionRequiredError];

/** What a custom rule of yours at MaxMind decided. Where none matched, or its action is a new one, the score decides. */
function byRule(disposition: Disposition | undefined): Decision | undefined {
  if (disposition?.reason !== 'custom_rule') return undefined;
  switch (disposition.action) {
    case 'accept':
      return 'accept';
    case 'reject':
      return 'decline';
    case 'manual_review':
      return 'review';
    default:
      return undefined;
  }
}

function byScore(riskScore: number, { review, decline }: Policy): Decision {
  if (riskScore >= decline) return 'decline';
  return riskScore >= review ? 'review' : 'accept';
}
