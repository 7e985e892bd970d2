/**
 * A shop's server on Fastify 5 with orders, minFraud Alerts and chargebacks. Run it with `npx tsx fastify.ts`, and
 * MAXMIND_ACCOUNT_ID, MAXMIND_LICENSE_KEY and MINFRAUD_ALERT_SECRET in the environment.
 */
import { fastify } from 'fastify';
import { MinFraud, MinFraudError } from 'minfraud-sdk';
import { parseAlert, rawQuery, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failClosed, readPolicy } from './checkout.ts';
import { findOrder, settleOrder, statusFor, takeOrder } from './orders.ts';
import policyFile from './policy.json' with { type: 'json' };

interface Chargeback {
  readonly orderId: string;
  readonly minfraudId?: string;
  readonly reasonCode?: string;
}

const { MINFRAUD_ALERT_SECRET: secret = '', PORT: port = '3000' } = process.env;
const client = new MinFraud();
const policy = readPolicy(policyFile, failClosed);
const app = fastify();

app.post('/orders', async ({ body, headers, socket }, reply) => {
  const order = findOrder(body);
  if (order === undefined) return reply.code(404).send();
  if (takeOrder(order)) {
    const { id, email, amount, currency } = order;
    const { remoteAddress } = socket;
    const outcome = await decide(
      { client, policy },
      {
        // A proxy on this machine passes requests on, and appends the customer's address to X-Forwarded-For.
        device: deviceFrom({ headers, remoteAddress }, { trust: 'loopback' }),
        event: { type: 'purchase', transactionId: id },
        email: { address: email },
        order: { amount, currency },
      },
    );
    settleOrder(order, outcome);
  }
  return { status: statusFor(order) };
});

app.get('/minfraud-alerts', async (request, reply) => {
  // Not request.query: the signature covers the query as it came.
  const query = rawQuery(request.raw.url ?? '');
  const signature = request.headers[SIGNATURE_HEADER];
  if (!(await verifyAlert({ query, signature, secret }))) return reply.code(401).send();
  const { txnId, reasonCode } = parseAlert(query);
  console.log(JSON.stringify({ alert: txnId, reasonCode }));
  return reply.code(204).send();
});

// For your payment provider's webhook: verify its signature first. An error here is a 500, so that it comes again.
app.post<{ Body: Chargeback }>('/chargebacks', async ({ body }, reply) => {
  const { orderId, minfraudId, reasonCode } = body;
  await client.report({
    tag: 'chargeback',
    transactionId: orderId,
    minfraudId,
    chargebackCode: reasonCode,
  });
  return reply.code(204).send();
});

// Fastify would respond with the status and the message of MaxMind's response.
app.setErrorHandler((error, _request, reply) => {
  if (!MinFraudError.is(error)) throw error;
  console.error(error);
  return reply.code(500).send();
});

console.log(await app.listen({ port: Number(port), host: '127.0.0.1' }));
