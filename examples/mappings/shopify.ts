/** Makes a minFraud transaction of a Shopify order: of the Admin REST API, or of an `orders/create` webhook. */
// In your program: from 'minfraud-sdk'.
import type { Billing, PaymentProcessor, Transaction } from 'minfraud-sdk';

/**
 * The part of Shopify's order that is read here. `Order` of `@shopify/shopify-api` and `IOrder` of
 * `shopify-api-node` can be given as they are.
 */
export interface ShopifyOrder {
  readonly id?: number | string | null;
  readonly created_at?: string | null;
  readonly email?: string | null;
  /** The address of the customer's browser, as Shopify saw it. */
  readonly browser_ip?: string | null;
  readonly client_details?: object | null;
  readonly customer?: object | null;
  readonly billing_address?: object | null;
  readonly shipping_address?: object | null;
  /** Amounts are texts in units of `currency`. */
  readonly total_line_items_price?: string | null;
  readonly currency?: string | null;
  readonly discount_codes?: object | null;
  readonly referring_site?: string | null;
  readonly payment_gateway_names?: readonly string[] | null;
  readonly financial_status?: string | null;
  readonly line_items?: readonly object[] | null;
}

export function transactionFromShopify(order: ShopifyOrder): Transaction {
  const client = fields(order.client_details);
  return {
    device: {
      ipAddress: text(order.browser_ip),
      userAgent: text(client['user_agent']),
      acceptLanguage: text(client['accept_language']),
      sessionId: text(client['session_hash']),
    },
    event: { type: 'purchase', transactionId: text(order.id), time: text(order.created_at) },
    account: { userId: text(fields(order.customer)['id']) },
    email: { address: text(order.email) },
    billing: personAt(order.billing_address),
    shipping: personAt(order.shipping_address),
    payment: {
      processor: processors[order.payment_gateway_names?.[0] ?? ''] ?? 'other',
      wasAuthorized: authorized(order.financial_status),
    },
    order: {
      // Before taxes and discounts, as minFraud asks.
      amount: amount(order.total_line_items_price),
      currency: text(order.currency),
      discountCode: text(codesOf(order.discount_codes).join()),
      referrerUri: text(order.referring_site),
    },
    shoppingCart: (order.line_items ?? []).map(fields).map((item) => ({
      itemId: text(item['sku']) ?? text(item['variant_id']),
      quantity: typeof item['quantity'] === 'number' ? item['quantity'] : undefined,
      price: amount(item['price']),
    })),
  };
}

function personAt(address: object | null | undefined): Billing {
  const person = fields(address);
  return {
    firstName: text(person['first_name']),
    lastName: text(person['last_name']),
    company: text(person['company']),
    address: text(person['address1']),
    address2: text(person['address2']),
    city: text(person['city']),
    region: text(person['province_code']),
    postal: text(person['zip']),
    country: text(person['country_code']),
    phoneNumber: nationalNumber(text(person['phone'])),
  };
}

function codesOf(discounts: object | null | undefined): (string | undefined)[] {
  if (!Array.isArray(discounts)) return [];
  return discounts.map((discount: object) => text(fields(discount)['code']));
}

/** minFraud wants the number without the country code, and where that ends is not to be seen in a text. */
function nationalNumber(phone: string | undefined): string | undefined {
  return phone?.startsWith('+') === true ? undefined : phone;
}

/** Shopify's names of some gateways in minFraud's. Add those that your shop has. */
const processors: Readonly<Record<string, PaymentProcessor | undefined>> = {
  shopify_payments: 'shopify_payments',
  paypal: 'paypal',
  stripe: 'stripe',
};

/** Nothing while the payment is pending: then it is neither authorized nor declined. */
function authorized(status: string | null | undefined): boolean | undefined {
  switch (status) {
    case 'authorized':
    case 'paid':
    case 'partially_paid':
      return true;
    default:
      return undefined;
  }
}

function fields(value: object | null | undefined): Readonly<Record<string, unknown>> {
  return { ...value };
}

/** Identifiers are numbers in some versions of the API. What is empty is as if it were not there. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function amount(value: unknown): number | undefined {
  const number = Number(text(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
