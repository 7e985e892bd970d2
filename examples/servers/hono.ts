/** Hono on Cloudflare Workers: scores orders, and takes minFraud Alerts. */
import { Hono } from 'hono';
import { MinFraud } from 'minfraud-sdk';
import { parseAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';
import { deviceFrom } from 'minfraud-sdk/device';

interface Secrets {
  readonly MAXMIND_ACCOUNT_ID: string;
  readonly MAXMIND_LICENSE_KEY: string;
  readonly MINFRAUD_ALERT_SECRET: string;
}

interface Order {
  readonly id: string;
  readonly email: string;
}

const app: Hono<{ Bindings: Secrets }> = new Hono<{ Bindings: Secrets }>();

app.post('/orders', async ({ req, env, json }) => {
  const client = new MinFraud({
    accountId: env.MAXMIND_ACCOUNT_ID,
    licenseKey: env.MAXMIND_LICENSE_KEY,
    hashEmail: true,
    deadline: 2_000,
  });
  const { id, email } = await req.json<Order>();
  const { headers } = req.raw;
  const { riskScore } = await client.score({
    device: deviceFrom({ headers }, { trust: { header: 'cf-connecting-ip' } }),
    event: { type: 'purchase', transactionId: id },
    email: { address: email },
  });
  return json({ held: riskScore > 20 });
});

app.get('/minfraud-alerts', async ({ req, env, body }) => {
  // The request as it came: Hono's own view of the query has been decoded.
  if (!(await verifyAlertRequest(req.raw, env.MINFRAUD_ALERT_SECRET))) return body(null, 401);
  const { minfraudId, reasonCode } = parseAlert(req.raw.url);
  console.log(`Review order ${minfraudId ?? ''}: ${reasonCode ?? ''}`);
  return body(null, 204);
});

export default app;
