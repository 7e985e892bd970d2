/**
 * A server on Deno that scores an order:
 * `deno serve --allow-net --allow-env=MAXMIND_ACCOUNT_ID,MAXMIND_LICENSE_KEY server.ts`.
 */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';

/** What is used here of Deno's Deno.ServeHandlerInfo. */
interface Connection {
  readonly remoteAddr: { readonly hostname: string };
}

const client = new MinFraud({ deadline: 2_000 });

export default {
  async fetch(request: Request, { remoteAddr }: Connection): Promise<Response> {
    const { headers } = request;
    const remoteAddress = remoteAddr.hostname;
    // A proxy on this machine takes the customers' requests and appends to X-Forwarded-For.
    const device = deviceFrom({ headers, remoteAddress }, { trust: 'loopback' });
    const { riskScore } = await client.score({ device });
    return Response.json({ held: riskScore > 20 });
  },
};
