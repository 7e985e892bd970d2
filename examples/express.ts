/**
 * A shop's server on Express 5 with orders, minFraud Alerts and chargebacks. Run it with `npx tsx express.ts`, and
 * MAXMIND_ACCOUNT_ID, MAXMIND_LICENSE_KEY and MINFRAUD_ALERT_SECRET in the environment.
 */
import express, { type ErrorRequestHandler } from 'express';
import { MinFraud, MinFraudError } from 'minfraud-sdk';
import { parseAlert, rawQuery, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import { deviceFrom } from 'minfraud-sdk/device';
import { decide, failOpenBelow, readPolicy } from './checkout.ts';
import { findOrder, settleOrder, statusFor, takeOrder } from './orders.ts';
import policyFile from './policy.json' with { type: 'json' };

interface Chargeback {
  readonly orderId: string;
  readonly minfraudId?: string;
  readonly reasonCode?: string;
}

const { MINFRAUD_ALERT_SECRET: secret = '', PORT: port = '3000' } = process.env;
const client = new MinFraud();
const policy = readPolicy(policyFile, failOpenBelow(100));
const app = express();

app.post('/orders', express.json(), async ({ body, headers, socket }, response) => {
  const order = findOrder(body);
  if (order === undefined) {
    response.sendStatus(404);
    return;
  }
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
  response.json({ status: statusFor(order) });
});

app.get('/minfraud-alerts', async (request, response) => {
  // Not request.query: the signature covers the query as it came.
  const query = rawQuery(request.originalUrl);
  const signature = request.get(SIGNATURE_HEADER);
  if (!(await verifyAlert({ query, signature, secret }))) {
    response.sendStatus(401);
    return;
  }
  const { txnId, reasonCode } = parseAlert(query);
  console.log(JSON.stringify({ alert: txnId, reasonCode }));
  response.sendStatus(204);
});

// For your payment provider's webhook: verify its signature first. An error here is a 500, so that it comes again.
app.post('/chargebacks', express.json(), async (request, response) => {
  const { orderId, minfraudId, reasonCode } = request.body as Chargeback;
  await client.report({
    tag: 'chargeback',
    transactionId: orderId,
    minfraudId,
    chargebackCode: reasonCode,
  });
  response.sendStatus(204);
});

/** Express would respond with the status of MaxMind's response. */
const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!MinFraudError.is(error)) {
    next(error);
    return;
  }
  console.error(error);
  response.sendStatus(500);
};
app.use(onError);

app.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
