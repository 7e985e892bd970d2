/** A server on Bun that scores an order: `bun server.ts`, which listens on PORT. */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';

/** What is used here of Bun's server; its types are in the package @types/bun. */
interface Server {
  requestIP(request: Request): { readonly address: string } | null;
}

// MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY of the environment.
const client = new MinFraud({ deadline: 2_000 });

export default {
  hostname: '127.0.0.1',
  async fetch(request: Request, server: Server): Promise<Response> {
    const { headers } = request;
    const remoteAddress = server.requestIP(request)?.address;
    // A proxy on this machine takes the customers' requests and appends to X-Forwarded-For.
    const device = deviceFrom({ headers, remoteAddress }, { trust: 'loopback' });
    const { riskScore } = await client.score({ device });
    return Response.json({ held: riskScore > 20 });
  },
};
