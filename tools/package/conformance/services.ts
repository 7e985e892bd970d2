/** Every service, once: what the emulator sends arrives with the names and types of the SDK. */
import { getMetadata, MinFraud, type Transaction } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import { createWireClient } from 'minfraud-sdk/wire';
import { equal, holds } from './expect.ts';
import type { Checks } from './checks.ts';
import { lastRequest, optionsOf } from './service.ts';

/** The vendor's sandbox address, which the emulator finds risky. */
const ipAddress = '128.101.101.101';

const transaction: Transaction = {
  device: { ipAddress, userAgent: 'Mozilla/5.0', acceptLanguage: 'en-GB,en;q=0.8' },
  event: { type: 'purchase', transactionId: 'order-1001', time: new Date('2026-03-14T12:00:00Z') },
  email: { address: 'Jane.Doe@Example.com' },
  billing: { firstName: 'Zoë', city: 'Zürich', country: 'CH' },
  order: { amount: 12.5, currency: 'CHF' },
  shoppingCart: [{ itemId: 'sku-1', quantity: 2, price: 6.25 }],
  customInputs: { float_input: 12.1, string_input: 'naïve' },
};

export const services: Checks = {
  score: async (service) => {
    const score = await new MinFraud(optionsOf(service)).score(transaction);
    holds(score.riskScore > 0 && score.riskScore < 100, `a risk score of ${score.riskScore}`);
    holds(Array.isArray(score.warnings), 'warnings are a list');
    equal(getMetadata(score)?.status, 200);
    equal((await lastRequest(service))?.body, {
      device: {
        ip_address: ipAddress,
        user_agent: 'Mozilla/5.0',
        accept_language: 'en-GB,en;q=0.8',
      },
      event: { type: 'purchase', transaction_id: 'order-1001', time: '2026-03-14T12:00:00.000Z' },
      email: { address: 'Jane.Doe@Example.com' },
      billing: { first_name: 'Zoë', city: 'Zürich', country: 'CH' },
      order: { amount: 12.5, currency: 'CHF' },
      shopping_cart: [{ item_id: 'sku-1', quantity: 2, price: 6.25 }],
      custom_inputs: { float_input: 12.1, string_input: 'naïve' },
    });
  },
  insights: async (service) => {
    const client = new MinFraud({ ...optionsOf(service), locales: ['de', 'en'] });
    const { ipAddress: address } = await client.insights(transaction);
    equal(address?.country?.isoCode, 'US');
    equal(address?.country?.name, 'USA');
  },
  factors: async (service) => {
    const { riskScoreReasons } = await new MinFraud(optionsOf(service)).factors(transaction);
    holds(riskScoreReasons.length > 0, 'reasons of the risk score');
  },
  report: async (service) => {
    const client = new MinFraud(optionsOf(service));
    const reported = await client.report({ ipAddress, tag: 'chargeback' });
    equal(getMetadata(reported)?.status, 204);
  },
  dispositions: async (service) => {
    const ids: string[] = [];
    const updates = new MinFraud(optionsOf(service)).dispositions({
      updatesAfter: new Date('2026-01-01T00:00:00Z'),
    });
    for await (const { minfraudId = '' } of updates) ids.push(minfraudId.slice(-1));
    equal(ids, ['1', '2', '3', '4', '5']);
  },
  'minFraud Legacy': async (service) => {
    const legacy = new MinFraudLegacy(optionsOf(service));
    const { riskScore, countryCode } = await legacy.score({
      ipAddress,
      city: 'Zürich',
      region: 'ZH',
      postal: '8001',
      country: 'CH',
    });
    holds((riskScore ?? 0) > 0, `a risk score of ${riskScore ?? 'nothing'}`);
    equal(countryCode, 'US');
  },
  'Proxy Detection': async (service) => {
    const { proxyScore } = await new MinFraudLegacy(optionsOf(service)).proxyDetection({
      ipAddress,
    });
    holds((proxyScore ?? 0) >= 2, `a proxy score of ${proxyScore ?? 'nothing'}`);
  },
  'the wire client': async (service) => {
    const { data, response } = await createWireClient(optionsOf(service)).POST(
      '/minfraud/v2.0/score',
      { body: { device: { ip_address: ipAddress } } },
    );
    equal(response.status, 200);
    holds((data?.risk_score ?? 0) > 0, 'a risk score as the service spells it');
  },
};
