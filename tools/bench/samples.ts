/** What the benchmarks send and receive: the examples of the spec. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Transaction } from '../../generated/models/index.ts';
import { insightsOperation } from '../../generated/operations.ts';
import { prepareTransaction } from '../../src/request/prepare.ts';

/** Where npm starts scripts; this module may run from a bundle elsewhere. */
export const root: string = process.cwd();

export const insightsResponse: string = JSON.stringify(example('insights-response.json'));
export const factorsResponse: string = JSON.stringify(example('factors-response.json'));
export const legacyResponse: Uint8Array = new Uint8Array(
  Buffer.from(example('legacy-premium.yaml') as string, 'latin1'),
);

export const responseHeaders = {
  'content-type': 'application/vnd.maxmind.com-minfraud-insights+json',
} as const;

/** A shop's transaction: most fields, values that every client takes. */
export const transaction: Transaction = {
  device: {
    ipAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    acceptLanguage: 'en-GB,en;q=0.8',
    sessionAge: 3600.5,
    sessionId: 'a333a4e127f880d8820e56a66f40717c',
  },
  event: {
    transactionId: 'txn3134133',
    shopId: 's2123',
    time: new Date(Date.now() - 60_000).toISOString(),
    type: 'purchase',
  },
  account: { userId: '3132', usernameMd5: '4f9726678c438914fa04bdb8c1a24088' },
  email: { address: 'jane.doe@example.com', domain: 'example.com' },
  billing: {
    firstName: 'Jane',
    lastName: 'Doe',
    company: 'Example Ltd',
    address: '101 Address Rd.',
    address2: 'Unit 5',
    city: 'New Haven',
    region: 'CT',
    country: 'US',
    postal: '06510',
    phoneNumber: '203-000-0000',
    phoneCountryCode: '1',
  },
  shipping: {
    firstName: 'Jane',
    lastName: 'Doe',
    address: '322 Ship Addr. Ln.',
    city: 'Nowhere',
    region: 'OK',
    country: 'US',
    postal: '73003',
    phoneNumber: '203-000-0001',
    phoneCountryCode: '1',
    deliverySpeed: 'same_day',
  },
  payment: { processor: 'stripe', wasAuthorized: false, declineCode: 'invalid number' },
  creditCard: {
    issuerIdNumber: '411111',
    lastDigits: '7643',
    bankName: 'Bank of No Hope',
    bankPhoneCountryCode: '1',
    bankPhoneNumber: '123-456-1234',
    avsResult: 'Y',
    cvvResult: 'N',
    token: 'token_a1b2c3',
  },
  order: { amount: 323.21, currency: 'USD', discountCode: 'FIRST', hasGiftMessage: false },
  shoppingCart: [
    { category: 'pets', itemId: 'leash-0231', quantity: 2, price: 20.43 },
    { category: 'beauty', itemId: 'msc-1232', quantity: 1, price: 100 },
  ],
  customInputs: { section: 'news', previous_purchases: 19, discount: 3.2, previous_user: true },
};

/** The transaction as it travels. Parsed from JSON: objects built key by key are slower to write. */
export function wireTransaction(): unknown {
  const settings = { invalid: 'throw', hashEmail: false } as const;
  const { wire } = prepareTransaction(transaction, insightsOperation, settings);
  return JSON.parse(JSON.stringify(wire));
}

function example(name: string): unknown {
  const text = readFileSync(join(root, 'spec/examples', name), 'utf8');
  return (parse(text) as { value: unknown }).value;
}
