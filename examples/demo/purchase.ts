/** The purchase of the demo, with made-up people and addresses. */
import type { Transaction } from 'minfraud-sdk';
import type { LegacyOrder } from 'minfraud-sdk/legacy';

/** A new customer behind a VPN orders a laptop; everything else about them looks right. */
export function purchase(ipAddress: string, now: Date): Transaction {
  // Yesterday around noon in New York: at night the hour itself would be a reason.
  const time = new Date(now.getTime() - 86_400_000);
  time.setUTCHours(17, 20, 50, 0);
  return {
    device: {
      ipAddress,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      acceptLanguage: 'en-US,en;q=0.8',
      sessionAge: 412,
    },
    event: { type: 'purchase', transactionId: 'order-3456', shopId: 'test:demo', time },
    account: { userId: '88120' },
    email: { address: 'new.customer@example.com' },
    billing: {
      firstName: 'Jordan',
      lastName: 'Rivera',
      address: '400 Blake Street',
      city: 'New Haven',
      region: 'CT',
      postal: '06511',
      country: 'US',
      phoneNumber: '203-555-0100',
      phoneCountryCode: '1',
    },
    shipping: {
      address: '82 Wall Street',
      city: 'New York',
      region: 'NY',
      postal: '10001',
      country: 'US',
      deliverySpeed: 'expedited',
    },
    payment: { method: 'card', processor: 'stripe', wasAuthorized: true },
    creditCard: {
      issuerIdNumber: '411111',
      lastDigits: '7643',
      bankName: 'Example Bank',
      avsResult: 'Y',
      cvvResult: 'M',
    },
    order: { amount: 2349.0, currency: 'USD' },
    shoppingCart: [{ category: 'computers', itemId: 'laptop-14', quantity: 1, price: 2349.0 }],
  };
}

/** The same in the words of minFraud Legacy. */
export function legacyOrder(ipAddress: string): LegacyOrder {
  return {
    ipAddress,
    city: 'New Haven',
    region: 'CT',
    postal: '06511',
    country: 'US',
    domain: 'example.com',
    bin: '411111',
    orderAmount: 2349,
    orderCurrency: 'USD',
  };
}
