/** A route handler that decides about an order. */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failOpenBelow, readPolicy } from '@/lib/checkout';
import { findOrder, settleOrder, statusFor, takeOrder } from '@/lib/orders';
import policyFile from '@/lib/policy.json';

const policy = readPolicy(policyFile, failOpenBelow(100));

export async function POST(request: Request): Promise<Response> {
  const order = findOrder(await request.json().catch(() => undefined));
  if (order === undefined) return new Response(null, { status: 404 });
  if (takeOrder(order)) {
    const { id, email, amount, currency } = order;
    const { headers } = request;
    const outcome = await decide(
      // Here, not at the top of the file: `next build` loads the file without production's credentials.
      { client: new MinFraud(), policy },
      {
        // One proxy stands before Next.js, which does not tell the address of the peer.
        device: deviceFrom({ headers }, { trust: 1 }),
        event: { type: 'purchase', transactionId: id },
        email: { address: email },
        order: { amount, currency },
      },
    );
    settleOrder(order, outcome);
  }
  return Response.json({ status: statusFor(order) });
}
