/** A route handler that decides about an order. */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failOpenBelow, readPolicy } from '@/lib/checkout';
import policyFile from '@/lib/policy.json';

/** What this shop knows of an order: its database says the amount, never the browser. */
interface Order {
  readonly id: string;
  readonly email: string;
  readonly amount: number;
  readonly currency: string;
}

const policy = readPolicy(policyFile, failOpenBelow(100));

export async function POST(request: Request): Promise<Response> {
  const { id, email, amount, currency } = (await request.json()) as Order;
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
  // Store the minFraud ID with the order: reports ask for it.
  console.log(JSON.stringify({ order: id, ...outcome }));
  return Response.json({ accepted: outcome.decision !== 'decline' });
}
