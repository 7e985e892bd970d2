/** A route handler of Next.js that scores an order. */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';

interface Order {
  readonly id: string;
  readonly email: string;
}

export async function POST(request: Request): Promise<Response> {
  // Here, not at the top of the file: `next build` loads the file without production's credentials.
  const client = new MinFraud({ baseUrl: process.env['MINFRAUD_URL'], deadline: 2_000 });
  const { headers } = request;
  const { id, email } = (await request.json()) as Order;
  const { riskScore } = await client.score({
    // One proxy stands before Next.js, which does not tell the address of the peer.
    device: deviceFrom({ headers }, { trust: 1 }),
    event: { type: 'purchase', transactionId: id },
    email: { address: email },
  });
  return Response.json({ held: riskScore > 20 });
}
