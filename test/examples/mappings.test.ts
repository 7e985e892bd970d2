import { describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { type ShopifyOrder, transactionFromShopify } from '../../examples/mappings/shopify.ts';
import { transactionFromStripe } from '../../examples/mappings/stripe.ts';
import { previewTransaction, type Transaction } from '../../src/index.ts';

/** What would be sent, as the service would see it. */
function sent(transaction: Transaction): unknown {
  const { body, issues } = previewTransaction(transaction);
  expect(issues).toEqual([]);
  return JSON.parse(body);
}

const charge = {
  object: 'charge',
  status: 'succeeded',
  failure_code: null,
  billing_details: {
    name: 'Ada Maria Jones',
    email: 'ada@example.com',
    phone: '+33 1 99 00 00 00',
    tax_id: null,
    address: {
      line1: '1 Rue de Test',
      line2: null,
      city: 'Paris',
      state: null,
      postal_code: '75001',
      country: 'FR',
    },
  },
  payment_method_details: {
    type: 'card',
    card: {
      brand: 'visa',
      country: 'FR',
      last4: '4242',
      fingerprint: 'Xt5EWLLDS7FJjR1c',
      checks: {
        address_line1_check: 'fail',
        address_postal_code_check: 'pass',
        cvc_check: 'pass',
      },
      three_d_secure: { result: 'authenticated' },
    },
  },
};

function payment(changes: object = {}, charged: object | null = charge): Stripe.PaymentIntent {
  return {
    id: 'pi_3Example',
    object: 'payment_intent',
    amount: 12_990,
    currency: 'eur',
    receipt_email: null,
    last_payment_error: null,
    latest_charge: charged,
    shipping: {
      name: 'Grace',
      address: { city: 'Lyon', country: 'FR', line1: null, postal_code: '69001', state: 'Rhône' },
    },
    ...changes,
  } as unknown as Stripe.PaymentIntent;
}

const device = { ipAddress: '203.0.113.7' };

describe('a Stripe payment', () => {
  test('becomes a transaction', () => {
    expect(sent(transactionFromStripe(payment(), device))).toEqual({
      device: { ip_address: '203.0.113.7' },
      event: { type: 'purchase', transaction_id: 'pi_3Example' },
      email: { address: 'ada@example.com' },
      billing: {
        first_name: 'Ada Maria',
        last_name: 'Jones',
        address: '1 Rue de Test',
        city: 'Paris',
        postal: '75001',
        country: 'FR',
      },
      // "Rhône" is not a code, so it is left out.
      shipping: { first_name: 'Grace', city: 'Lyon', postal: '69001', country: 'FR' },
      payment: { processor: 'stripe', method: 'card', was_authorized: true },
      credit_card: {
        country: 'FR',
        last_digits: '4242',
        token: 'Xt5EWLLDS7FJjR1c',
        avs_result: 'Z',
        cvv_result: 'M',
        was_3d_secure_successful: true,
      },
      order: { amount: 129.9, currency: 'EUR' },
    });
  });

  test('tells a decline by its code', () => {
    const declined = { ...charge, status: 'failed', failure_code: 'card_declined' };
    const { payment: told } = transactionFromStripe(payment({}, declined), device);
    expect(told).toMatchObject({ wasAuthorized: false, declineCode: 'card_declined' });
  });

  test.each([
    { why: 'there is no charge yet', latest_charge: null },
    { why: 'the charge was not expanded', latest_charge: 'ch_3Example' },
    { why: 'it is pending', latest_charge: { ...charge, status: 'pending' } },
  ])('says nothing of an authorisation when $why', ({ latest_charge }) => {
    const transaction = transactionFromStripe(payment({ latest_charge }), device);
    expect(transaction.payment?.wasAuthorized).toBeUndefined();
    expect(sent(transaction)).toMatchObject({ order: { amount: 129.9 } });
  });

  test.each([
    ['jpy', 500, 500],
    ['kwd', 1_500, 1.5],
    ['usd', 1, 0.01],
    ['ugx', 50_000, 500],
  ])('knows how many decimals %s has in Stripe', (currency, amount, expected) => {
    const { order } = transactionFromStripe(payment({ currency, amount }), device);
    expect(order).toEqual({ amount: expected, currency: currency.toUpperCase() });
  });

  test.each([
    ['pass', 'pass', 'Y'],
    ['pass', 'fail', 'A'],
    ['fail', 'fail', 'N'],
    ['pass', 'unchecked', undefined],
    [null, 'pass', undefined],
  ])('makes an AVS code of street %s and postal code %s', (street, postal, code) => {
    const card = {
      ...charge.payment_method_details.card,
      checks: { address_line1_check: street, address_postal_code_check: postal, cvc_check: null },
    };
    const charged = { ...charge, payment_method_details: { type: 'card', card } };
    expect(transactionFromStripe(payment({}, charged), device).creditCard).toMatchObject({
      avsResult: code,
      cvvResult: undefined,
    });
  });
});

const order: ShopifyOrder = {
  id: 450_789_469,
  created_at: '2026-11-25T11:00:00-05:00',
  email: 'ada@example.com',
  browser_ip: '203.0.113.7',
  client_details: {
    accept_language: 'fr-FR,fr;q=0.9',
    session_hash: null,
    user_agent: 'Mozilla/5.0',
    browser_width: 1280,
  },
  customer: { id: 207_119_551 },
  billing_address: {
    first_name: 'Ada',
    last_name: 'Jones',
    company: '',
    address1: '1 Rue de Test',
    address2: null,
    city: 'Paris',
    province: null,
    province_code: null,
    zip: '75001',
    country_code: 'FR',
    phone: '+33199000000',
  },
  shipping_address: null,
  total_line_items_price: '199.00',
  currency: 'EUR',
  discount_codes: [{ code: 'SPRING' }, { code: 'VIP' }],
  referring_site: 'https://www.example.com/',
  payment_gateway_names: ['shopify_payments'],
  financial_status: 'authorized',
  line_items: [{ sku: '', variant_id: 808_950_810, quantity: 2, price: '99.50' }],
};

describe('a Shopify order', () => {
  test('becomes a transaction', () => {
    expect(sent(transactionFromShopify(order))).toEqual({
      device: {
        ip_address: '203.0.113.7',
        user_agent: 'Mozilla/5.0',
        accept_language: 'fr-FR,fr;q=0.9',
      },
      event: {
        type: 'purchase',
        transaction_id: '450789469',
        time: '2026-11-25T11:00:00-05:00',
      },
      account: { user_id: '207119551' },
      email: { address: 'ada@example.com' },
      billing: {
        first_name: 'Ada',
        last_name: 'Jones',
        address: '1 Rue de Test',
        city: 'Paris',
        postal: '75001',
        country: 'FR',
      },
      shipping: {},
      payment: { processor: 'shopify_payments', was_authorized: true },
      order: {
        amount: 199,
        currency: 'EUR',
        discount_code: 'SPRING,VIP',
        referrer_uri: 'https://www.example.com/',
      },
      shopping_cart: [{ item_id: '808950810', quantity: 2, price: 99.5 }],
    });
  });

  test('with nothing but an address can be scored', () => {
    expect(sent(transactionFromShopify({ browser_ip: '203.0.113.7' }))).toMatchObject({
      device: { ip_address: '203.0.113.7' },
      billing: {},
      shopping_cart: [],
    });
  });

  test('keeps a phone number that has no country code', () => {
    const billing = { phone: '01 99 00 00 00' };
    const { billing: told } = transactionFromShopify({ billing_address: billing });
    expect(told?.phoneNumber).toBe('01 99 00 00 00');
  });

  test.each([null, 'pending', 'refunded', 'voided'])(
    'does not say whether a payment that is %s was authorised',
    (status) => {
      const { payment: told } = transactionFromShopify({ ...order, financial_status: status });
      expect(told?.wasAuthorized).toBeUndefined();
    },
  );
});
