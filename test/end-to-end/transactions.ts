/** Transactions and reports in model names, from the examples of the spec and for the demo's stories. */

import type { Transaction, TransactionReport } from '../../src/index.ts';

/** Every documented input, in model names. */
export const fullTransaction: Transaction = {
  device: {
    ipAddress: '203.0.113.200',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    acceptLanguage: 'en-US,en;q=0.8',
    sessionAge: 3600.5,
    sessionId: 'c2ffa1b7-f5c5-4702-beb2-4254794fe391',
    trackingToken: 'emulator-7d1c0a52f0b94f8f',
  },
  event: {
    transactionId: 'txn-3134133',
    shopId: 'shop-2123',
    time: '2026-07-01T12:20:50.52Z',
    type: 'purchase',
    party: 'customer',
  },
  account: { userId: '3132', usernameMd5: '570a90bfbf8c7eab5dc5d4e26832d5b1' },
  email: { address: 'regular@example.com', domain: 'example.com' },
  billing: {
    firstName: 'Jordan',
    lastName: 'Rivera',
    company: 'Example Books Inc.',
    address: '400 Blake Street',
    address2: 'Suite 5',
    city: 'New Haven',
    region: 'CT',
    country: 'US',
    postal: '06511',
    phoneNumber: '203-555-0100',
    phoneCountryCode: '1',
  },
  shipping: {
    firstName: 'Robin',
    lastName: 'Meyer',
    company: 'Example Gifts LLC',
    address: '82 Wall Street',
    address2: '#1',
    city: 'Orléans',
    region: 'CVL',
    country: 'FR',
    postal: '45000',
    phoneNumber: '02 38 00 01 00',
    phoneCountryCode: '33',
    deliverySpeed: 'same_day',
  },
  payment: {
    method: 'card',
    processor: 'stripe',
    wasAuthorized: false,
    declineCode: 'card_declined',
  },
  creditCard: {
    issuerIdNumber: '411111',
    lastDigits: '7643',
    token: 'tok_OQRST14PLQ98323',
    bankName: 'Example Bank',
    bankPhoneCountryCode: '1',
    bankPhoneNumber: '800-555-0100',
    country: 'US',
    avsResult: 'Y',
    cvvResult: 'N',
    was3DSecureSuccessful: true,
  },
  order: {
    amount: 2300.21,
    currency: 'USD',
    discountCode: 'FIRST',
    affiliateId: 'af12',
    subaffiliateId: 'saf42',
    referrerUri: 'https://www.example.com/offers?week=27',
    isGift: true,
    hasGiftMessage: false,
  },
  shoppingCart: [
    { category: 'pets', itemId: 'leash-0231', quantity: 2, price: 20.43 },
    { category: 'beauty', itemId: 'lipstick-112', quantity: 1, price: 150 },
  ],
  customInputs: { section: 'news', previous_purchases: 19, discount: 3.2, previous_user: true },
};

export const fullReport: TransactionReport = {
  tag: 'chargeback',
  ipAddress: '74.209.24.1',
  maxmindId: 'ABCD1234',
  minfraudId: '01c25cb0-f067-4e02-8ed0-a094c580f5e4',
  transactionId: 'txn-3134133',
  chargebackCode: '4837',
  notes: 'The customer says that the card was stolen.\nTwo days before the order.',
};
