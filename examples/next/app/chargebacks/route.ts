/** For your payment provider's webhook: verify its signature first. An error here is a 500, so that it comes again. */
import { MinFraud } from 'minfraud-sdk';

interface Chargeback {
  readonly orderId: string;
  readonly minfraudId?: string;
  readonly reasonCode?: string;
}

export async function POST(request: Request): Promise<Response> {
  const { orderId, minfraudId, reasonCode } = (await request.json()) as Chargeback;
  await new MinFraud().report({
    tag: 'chargeback',
    transactionId: orderId,
    minfraudId,
    chargebackCode: reasonCode,
  });
  return new Response(null, { status: 204 });
}
