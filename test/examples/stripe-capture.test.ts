import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { captureOrHold } from '../../examples/mappings/stripe-capture.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { MinFraud } from '../../src/index.ts';

/** An authorised payment, as Stripe's API sends it. */
const payment = {
  id: 'pi_3Example',
  object: 'payment_intent',
  amount: 12_990,
  currency: 'eur',
  receipt_email: 'ada@example.com',
  last_payment_error: null,
  shipping: null,
  latest_charge: {
    object: 'charge',
    status: 'succeeded',
    failure_code: null,
    billing_details: { name: 'Ada Jones', email: null, phone: null, address: { country: 'FR' } },
    payment_method_details: { type: 'card', card: { brand: 'visa', country: 'FR', checks: null } },
  },
};

/** The package `stripe` talks to this server in place of Stripe's. */
let api: Server;
let stripe: Stripe;
let calls: string[];
let emulator: Emulator;
let client: MinFraud;

beforeAll(async () => {
  api = createServer((request, response) => {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(payment));
  });
  await once(api.listen(0, '127.0.0.1'), 'listening');
  const { port } = api.address() as AddressInfo;
  stripe = new Stripe('sk_test_example', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
  });
  emulator = await startEmulator();
  client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
});

beforeEach(() => {
  calls = [];
});

afterAll(async () => {
  api.closeAllConnections();
  api.close();
  await emulator.close();
});

const retrieve = 'GET /v1/payment_intents/pi_3Example?expand[0]=latest_charge';

test('the money of a harmless payment is taken', async () => {
  const device = { ipAddress: '203.0.113.7' };
  expect(await captureOrHold(stripe, client, 'pi_3Example', device)).toBe(true);
  expect(calls.map(decodeURIComponent)).toEqual([
    retrieve,
    'POST /v1/payment_intents/pi_3Example/capture',
  ]);
  expect(emulator.requests.at(-1)?.body).toMatchObject({
    event: { transaction_id: 'pi_3Example' },
    email: { address: 'ada@example.com' },
    order: { amount: 129.9, currency: 'EUR' },
  });
});

test('that of a risky payment stays where it is', async () => {
  const device = { ipAddress: '203.0.113.215' }; // a Tor exit
  expect(await captureOrHold(stripe, client, 'pi_3Example', device)).toBe(false);
  expect(calls.map(decodeURIComponent)).toEqual([retrieve]);
});

test.each([undefined, null, NaN])('without a score (%s) no money is taken', async (riskScore) => {
  const odd = { score: () => Promise.resolve({ riskScore } as never) };
  expect(await captureOrHold(stripe, odd, 'pi_3Example', { ipAddress: '203.0.113.7' })).toBe(false);
  expect(calls.map(decodeURIComponent)).toEqual([retrieve]);
});

test('an error of the client is thrown, and no money is taken', async () => {
  const wrong = new MinFraud({
    accountId: 42,
    licenseKey: 'not-the-key-of-it',
    baseUrl: emulator.url,
  });
  await expect(
    captureOrHold(stripe, wrong, 'pi_3Example', { ipAddress: '203.0.113.7' }),
  ).rejects.toMatchObject({ code: 'AUTHORIZATION_INVALID' });
  expect(calls.map(decodeURIComponent)).toEqual([retrieve]);
});
