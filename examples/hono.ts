/** A shop's Worker on Hono with orders, minFraud Alerts and chargebacks, for Cloudflare Workers. */
import { Hono } from 'hono';
import { MinFraud } from 'minfraud-sdk';
import { parseAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failOpenBelow, readPolicy } from './checkout.ts';
import { findOrder, settleOrder, statusFor, takeOrder } from './orders.ts';
import policyFile from './policy.json' with { type: 'json' };

interface Secrets {
  readonly MAXMIND_ACCOUNT_ID: string;
  readonly MAXMIND_LICENSE_KEY: string;
  readonly MINFRAUD_ALERT_SECRET: string;
}

interface Chargeback {
  readonly orderId: string;
  readonly minfraudId?: string;
  readonly reasonCode?: string;
}

const policy = readPolicy(policyFile, failOpenBelow(100));
const app: Hono<{ Bindings: Secrets }> = new Hono<{ Bindings: Secrets }>();

/** A Worker gets its secrets with each request. A client holds options and no connection. */
const clientOf = (env: Secrets): MinFraud =>
  new MinFraud({ accountId: env.MAXMIND_ACCOUNT_ID, licenseKey: env.MAXMIND_LICENSE_KEY });

app.post('/orders', async ({ req, env, body, json }) => {
  const order = findOrder(await req.json<unknown>().catch(() => undefined));
  if (order === undefined) return body(null, 404);
  if (takeOrder(order)) {
    const { id, email, amount, currency } = order;
    const { headers } = req.raw;
    const outcome = await decide(
      { client: clientOf(env), policy },
      {
        // On Workers every request comes through Cloudflare, which sets this header itself.
        device: deviceFrom({ headers }, { trust: { header: 'cf-connecting-ip' } }),
        event: { type: 'purchase', transactionId: id },
        email: { address: email },
        order: { amount, currency },
      },
    );
    settleOrder(order, outcome);
  }
  return json({ status: statusFor(order) });
});

app.get('/minfraud-alerts', async ({ req, env, body }) => {
  // The request as it came: the signature covers its query.
  if (!(await verifyAlertRequest(req.raw, env.MINFRAUD_ALERT_SECRET))) return body(null, 401);
  const { txnId, reasonCode } = parseAlert(req.raw.url);
  console.log(JSON.stringify({ alert: txnId, reasonCode }));
  return body(null, 204);
});

// For your payment provider's webhook: verify its signature first. An error here is a 500, so that it comes again.
app.post('/chargebacks', async ({ req, env, body }) => {
  const { orderId, minfraudId, reasonCode } = await req.json<Chargeback>();
  await clientOf(env).report({
    tag: 'chargeback',
    transactionId: orderId,
    minfraudId,
    chargebackCode: reasonCode,
  });
  return body(null, 204);
});

export default app;
