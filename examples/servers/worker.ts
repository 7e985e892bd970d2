/** A Cloudflare Worker that scores an order. */
import { MinFraud } from 'minfraud-sdk';
import { deviceFrom } from 'minfraud-sdk/device';

interface Secrets {
  readonly MAXMIND_ACCOUNT_ID: string;
  readonly MAXMIND_LICENSE_KEY: string;
}

export default {
  async fetch(request: Request, secrets: Secrets): Promise<Response> {
    const client = new MinFraud({
      accountId: secrets.MAXMIND_ACCOUNT_ID,
      licenseKey: secrets.MAXMIND_LICENSE_KEY,
      deadline: 2_000,
    });
    const { headers } = request;
    // On Workers every request comes through Cloudflare, which sets this header itself.
    const device = deviceFrom({ headers }, { trust: { header: 'cf-connecting-ip' } });
    const { riskScore } = await client.score({ device });
    return Response.json({ held: riskScore > 20 });
  },
};
