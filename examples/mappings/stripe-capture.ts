/** Captures a Stripe payment that is authorized only when minFraud finds it harmless. */
import type { Device, MinFraud } from 'minfraud-sdk';
import type Stripe from 'stripe';
import { transactionFromStripe } from './stripe.ts';

/**
 * For payments made with `capture_method: 'manual'`. Tells whether the money was taken. An error of the
 * client is thrown: then nothing is captured, and your job runner sees the error.
 */
export async function captureOrHold(
  stripe: Stripe,
  client: Pick<MinFraud, 'score'>,
  paymentId: string,
  device: Device,
): Promise<boolean> {
  const payment = await stripe.paymentIntents.retrieve(paymentId, { expand: ['latest_charge'] });
  const { riskScore } = await client.score(transactionFromStripe(payment, device));
  // What is no number must not pass: null is below 50. A person looks at it, and captures or cancels.
  if (!Number.isFinite(riskScore) || riskScore >= 50) return false;
  await stripe.paymentIntents.capture(paymentId);
  return true;
}
