// Compiled from spec/ by `npm run generate`. Do not edit: change the spec and compile it again.

import type {
  ObjectRule,
  RequestTable,
  ResponseObject,
  ResponseTable,
  TextRecord,
  TextRecordTable,
} from '../src/operation.ts';
import type * as models from './models/index.ts';
import type * as wire from './wire.ts';

export const device: ObjectRule = {
  kind: 'request',
  name: 'Device',
  get fields(): ObjectRule['fields'] {
    return {
      ipAddress: [
        'ip_address',
        {
          kind: 'union',
          of: [{ kind: 'string', format: 'ipv4' }, { kind: 'string', format: 'ipv6' }],
          sensitive: true,
          advice: 'must be an IPv4 or IPv6 address, without port, zone or prefix length',
        },
      ],
      userAgent: [
        'user_agent',
        {
          kind: 'string',
          maxLength: 512,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          invalid: 'shorten',
        },
      ],
      acceptLanguage: [
        'accept_language',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          invalid: 'shorten',
        },
      ],
      sessionAge: ['session_age', { kind: 'number', minimum: 0, maximum: 9999999999999 }],
      sessionId: [
        'session_id',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      trackingToken: [
        'tracking_token',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
    };
  },
};

const eventTypeValues: readonly string[] = [
  'account_creation',
  'account_login',
  'credit_application',
  'email_change',
  'fund_transfer',
  'password_reset',
  'payout_change',
  'purchase',
  'recurring_purchase',
  'referral',
  'sim_swap',
  'survey',
];

const eventPartyValues: readonly string[] = ['agent', 'customer'];

export const event: ObjectRule = {
  kind: 'request',
  name: 'Event',
  get fields(): ObjectRule['fields'] {
    return {
      transactionId: [
        'transaction_id',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      shopId: [
        'shop_id',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      time: [
        'time',
        {
          kind: 'string',
          pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$/u,
          format: 'date-time',
          advice: 'must be a Date, or an RFC 3339 date and time with an offset, such as 2026-07-01T12:20:50Z',
        },
      ],
      type: ['type', { kind: 'string', enum: eventTypeValues }],
      party: ['party', { kind: 'string', enum: eventPartyValues }],
    };
  },
};

export const account: ObjectRule = {
  kind: 'request',
  name: 'Account',
  get fields(): ObjectRule['fields'] {
    return {
      userId: [
        'user_id',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      usernameMd5: [
        'username_md5',
        {
          kind: 'string',
          pattern: /^[0-9A-Fa-f]{32}$/u,
          sensitive: true,
          advice: 'must be an MD5, 32 hexadecimal digits; give the plain name as username to have it hashed here',
        },
      ],
    };
  },
  modelOnly: { username: { kind: 'string', sensitive: true } },
};

export const email: ObjectRule = {
  kind: 'request',
  name: 'Email',
  get fields(): ObjectRule['fields'] {
    return {
      address: [
        'address',
        {
          kind: 'union',
          of: [
            {
              kind: 'string',
              maxLength: 255,
              pattern: /^(?:[^\s\x00-\x20\x22\x40\x7f]+|"(?:[^\x00\n\x22\x5c]|\x5c[^\x00\n])+")@(?:(?:[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?\.)+(?![0-9]+$)[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?|\x5b[0-9A-Za-z:.]+\x5d)$/u,
            },
            { kind: 'string', pattern: /^[0-9A-Fa-f]{32}$/u },
          ],
          sensitive: true,
          advice: 'must be an email address, such as name@example.com, or the MD5 of one',
          mend: 'email',
        },
      ],
      domain: [
        'domain',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^(?:[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?\.)+(?![0-9]+$)[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?$/u,
          sensitive: true,
          advice: 'must be a domain with a dot and without @, such as example.com',
          mend: 'email',
        },
      ],
    };
  },
  modelOnly: { hashAddress: { kind: 'boolean' } },
};

export const billing: ObjectRule = {
  kind: 'request',
  name: 'Billing',
  get fields(): ObjectRule['fields'] {
    return {
      firstName: [
        'first_name',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      lastName: [
        'last_name',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      company: [
        'company',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      address: [
        'address',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      address2: [
        'address_2',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      city: [
        'city',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      region: [
        'region',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^[0-9A-Z]{1,4}$/u,
          advice: 'must be one to four digits or capital letters, the ISO 3166-2 code of the region without the country, such as CA for California; leave it out when you only have the name',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      country: [
        'country',
        {
          kind: 'string',
          maxLength: 2,
          pattern: /^[A-Z]{2}$/u,
          hint: 'country-code',
          advice: 'must be an ISO 3166-1 alpha-2 country code in capital letters, such as DE for Germany',
          mend: 'space',
        },
      ],
      postal: [
        'postal',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
          mend: 'space',
          leadingZeros: true,
        },
      ],
      phoneNumber: [
        'phone_number',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[ -/:-@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*[0-9][ -@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*$/u,
          sensitive: true,
          advice: 'must be digits, with spaces and punctuation between them if need be',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      phoneCountryCode: [
        'phone_country_code',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^[0-9]{1,4}$/u,
          advice: 'must be one to four digits, the country calling code without + or 00',
          mend: 'space',
        },
      ],
    };
  },
};

const deliverySpeedValues: readonly string[] = ['same_day', 'overnight', 'expedited', 'standard'];

export const shipping: ObjectRule = {
  kind: 'request',
  name: 'Shipping',
  get fields(): ObjectRule['fields'] {
    return {
      firstName: [
        'first_name',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      lastName: [
        'last_name',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      company: [
        'company',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      address: [
        'address',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      address2: [
        'address_2',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      city: [
        'city',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      region: [
        'region',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^[0-9A-Z]{1,4}$/u,
          advice: 'must be one to four digits or capital letters, the ISO 3166-2 code of the region without the country, such as CA for California; leave it out when you only have the name',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      country: [
        'country',
        {
          kind: 'string',
          maxLength: 2,
          pattern: /^[A-Z]{2}$/u,
          hint: 'country-code',
          advice: 'must be an ISO 3166-1 alpha-2 country code in capital letters, such as DE for Germany',
          mend: 'space',
        },
      ],
      postal: [
        'postal',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
          mend: 'space',
          leadingZeros: true,
        },
      ],
      phoneNumber: [
        'phone_number',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[ -/:-@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*[0-9][ -@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*$/u,
          sensitive: true,
          advice: 'must be digits, with spaces and punctuation between them if need be',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      phoneCountryCode: [
        'phone_country_code',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^[0-9]{1,4}$/u,
          advice: 'must be one to four digits, the country calling code without + or 00',
          mend: 'space',
        },
      ],
      deliverySpeed: ['delivery_speed', { kind: 'string', enum: deliverySpeedValues }],
    };
  },
};

const paymentMethodValues: readonly string[] = [
  'bank_debit',
  'bank_redirect',
  'bank_transfer',
  'buy_now_pay_later',
  'card',
  'crypto',
  'digital_wallet',
  'gift_card',
  'real_time_payment',
  'rewards',
];

const paymentProcessorValues: readonly string[] = [
  'adyen',
  'affirm',
  'afterpay',
  'altapay',
  'amazon_payments',
  'american_express_payment_gateway',
  'apple_pay',
  'aps_payments',
  'authorizenet',
  'balanced',
  'banquest',
  'beanstream',
  'bluepay',
  'bluesnap',
  'boacompra',
  'boku',
  'bpoint',
  'braintree',
  'cardknox',
  'cardpay',
  'cashfree',
  'ccavenue',
  'ccnow',
  'cetelem',
  'chase_paymentech',
  'checkout_com',
  'cielo',
  'collector',
  'commdoo',
  'compropago',
  'concept_payments',
  'conekta',
  'coregateway',
  'creditguard',
  'credorax',
  'cryptomus',
  'ct_payments',
  'cuentadigital',
  'curopayments',
  'cybersource',
  'dalenys',
  'dalpay',
  'datacap',
  'datacash',
  'dibs',
  'digital_river',
  'dlocal',
  'dotpay',
  'ebs',
  'ecomm365',
  'ecommpay',
  'elavon',
  'emerchantpay',
  'epay',
  'epayco',
  'eprocessing_network',
  'epx',
  'eway',
  'exact',
  'fat_zebra',
  'first_atlantic_commerce',
  'first_data',
  'fiserv',
  'g2a_pay',
  'global_payments',
  'gocardless',
  'google_pay',
  'heartland',
  'hipay',
  'ingenico',
  'interac',
  'internetsecure',
  'intuit_quickbooks_payments',
  'iugu',
  'klarna',
  'komoju',
  'lemon_way',
  'mastercard_payment_gateway',
  'mercadopago',
  'mercanet',
  'merchant_esolutions',
  'mirjeh',
  'mollie',
  'moneris_solutions',
  'neopay',
  'neosurf',
  'nmi',
  'oceanpayment',
  'oney',
  'onpay',
  'openbucks',
  'openpaymx',
  'optimal_payments',
  'orangepay',
  'other',
  'pacnet_services',
  'payconex',
  'payeezy',
  'payfast',
  'paygate',
  'paylike',
  'payment_express',
  'paymentwall',
  'payone',
  'paypal',
  'payplus',
  'paysafecard',
  'paysera',
  'paystation',
  'paytm',
  'paytrace',
  'paytrail',
  'payture',
  'payu',
  'payulatam',
  'payvision',
  'payway',
  'payza',
  'pinpayments',
  'placetopay',
  'posconnect',
  'princeton_payment_solutions',
  'psigate',
  'pxp_financial',
  'qiwi',
  'quickpay',
  'raberil',
  'razorpay',
  'rede',
  'redpagos',
  'rewardspay',
  'safecharge',
  'sagepay',
  'securepay',
  'securetrading',
  'shopify_payments',
  'simplify_commerce',
  'skrill',
  'smartcoin',
  'smartdebit',
  'solidtrust_pay',
  'sps_decidir',
  'stripe',
  'summit_payments',
  'synapsefi',
  'systempay',
  'telerecargas',
  'towah',
  'transact_pro',
  'trustly',
  'trustpay',
  'tsys',
  'usa_epay',
  'vantiv',
  'verepay',
  'vericheck',
  'vindicia',
  'virtual_card_services',
  'vme',
  'vpos',
  'windcave',
  'wirecard',
  'worldpay',
  'yaadpay',
];

export const payment: ObjectRule = {
  kind: 'request',
  name: 'Payment',
  get fields(): ObjectRule['fields'] {
    return {
      method: ['method', { kind: 'string', enum: paymentMethodValues }],
      processor: [
        'processor',
        {
          kind: 'string',
          enum: paymentProcessorValues,
          advice: 'must be one of the documented payment processors, or other for one that is not listed',
        },
      ],
      wasAuthorized: ['was_authorized', { kind: 'boolean' }],
      declineCode: [
        'decline_code',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          leadingZeros: true,
        },
      ],
    };
  },
};

export const creditCard: ObjectRule = {
  kind: 'request',
  name: 'CreditCard',
  get fields(): ObjectRule['fields'] {
    return {
      issuerIdNumber: [
        'issuer_id_number',
        {
          kind: 'string',
          maxLength: 8,
          pattern: /^(?:[0-9]{6}|[0-9]{8})$/u,
          sensitive: true,
          advice: 'must be the first six or eight digits of the card number, as a string of digits alone; leave it out when you have fewer',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      lastDigits: [
        'last_digits',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^(?:[0-9]{2}|[0-9]{4})$/u,
          sensitive: true,
          advice: 'must be the last two or four digits of the card number',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      last4Digits: [
        'last_4_digits',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^(?:[0-9]{2}|[0-9]{4})$/u,
          sensitive: true,
          advice: 'must be the last two or four digits of the card number',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      token: [
        'token',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^(?![0-9]{1,19}$)[\x21-\x7e]{1,255}$/u,
          sensitive: true,
          advice: 'must be printable ASCII without spaces, and not 1 to 19 digits alone: never a card number; put a fixed prefix such as token- before a token that looks like one',
        },
      ],
      bankName: [
        'bank_name',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      bankPhoneCountryCode: [
        'bank_phone_country_code',
        {
          kind: 'string',
          maxLength: 4,
          pattern: /^[0-9]{1,4}$/u,
          advice: 'must be one to four digits, the country calling code without + or 00',
          mend: 'space',
        },
      ],
      bankPhoneNumber: [
        'bank_phone_number',
        {
          kind: 'string',
          maxLength: 255,
          pattern: /^[ -/:-@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*[0-9][ -@\x5b-\x60\x7b-\x7e\u00a0\u2010-\u2015\u2212]*$/u,
          sensitive: true,
          advice: 'must be digits, with spaces and punctuation between them if need be',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      country: [
        'country',
        {
          kind: 'string',
          maxLength: 2,
          pattern: /^[A-Z]{2}$/u,
          hint: 'country-code',
          advice: 'must be the ISO 3166-1 alpha-2 code of the country where the card was issued, in capital letters, such as DE for Germany',
          mend: 'space',
        },
      ],
      avsResult: [
        'avs_result',
        {
          kind: 'string',
          minLength: 1,
          maxLength: 1,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          advice: 'must be the one-character code that the processor gave; leave it out when no check was made',
        },
      ],
      cvvResult: [
        'cvv_result',
        {
          kind: 'string',
          minLength: 1,
          maxLength: 1,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          advice: 'must be the one-character code that the processor gave, never the CVV itself; leave it out when no check was made',
        },
      ],
      was3DSecureSuccessful: ['was_3d_secure_successful', { kind: 'boolean' }],
    };
  },
};

export const order: ObjectRule = {
  kind: 'request',
  name: 'Order',
  get fields(): ObjectRule['fields'] {
    return {
      amount: ['amount', { kind: 'number', minimum: 0, maximum: 9999999999999 }],
      currency: [
        'currency',
        {
          kind: 'string',
          maxLength: 3,
          pattern: /^[A-Z]{3}$/u,
          advice: 'must be an ISO 4217 currency code in capital letters, such as EUR for the euro',
          mend: 'space',
        },
      ],
      discountCode: [
        'discount_code',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      affiliateId: [
        'affiliate_id',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      subaffiliateId: [
        'subaffiliate_id',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      referrerUri: [
        'referrer_uri',
        {
          kind: 'string',
          maxLength: 1024,
          pattern: /^[Hh][Tt][Tt][Pp][Ss]?:\/\/(?:[^\x00-\x20\x23\x2f\x3f\x40\x5c\x7f]*@)?(?:\x5b[0-9A-Fa-f:.]+\x5d|[^\x00-\x20\x23\x2f\x3a\x3f\x40\x5b-\x5d\x7f]+)(?::[0-9]{0,5})?(?:[\x23\x2f\x3f][^\x00-\x20\x7f]*)?$/u,
          acceptsUrl: true,
          sensitive: true,
          invalid: 'shorten',
          advice: 'must be an absolute URL that starts with http:// or https:// and has no spaces; leave any other out',
        },
      ],
      isGift: ['is_gift', { kind: 'boolean' }],
      hasGiftMessage: ['has_gift_message', { kind: 'boolean' }],
    };
  },
};

export const shoppingCartItem: ObjectRule = {
  kind: 'request',
  name: 'ShoppingCartItem',
  get fields(): ObjectRule['fields'] {
    return {
      category: [
        'category',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      itemId: [
        'item_id',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      quantity: ['quantity', { kind: 'integer', minimum: 0, maximum: 9999999999999 }],
      price: ['price', { kind: 'number', minimum: 0, maximum: 9999999999999 }],
    };
  },
};

export const transaction: RequestTable<models.Transaction, wire.components['schemas']['Transaction']> = {
  kind: 'request',
  name: 'Transaction',
  get fields(): ObjectRule['fields'] {
    return {
      device: ['device', device],
      event: ['event', event],
      account: ['account', account],
      email: ['email', email],
      billing: ['billing', billing],
      shipping: ['shipping', shipping],
      payment: ['payment', payment],
      creditCard: ['credit_card', creditCard],
      order: ['order', order],
      shoppingCart: ['shopping_cart', { kind: 'list', items: shoppingCartItem }],
      customInputs: [
        'custom_inputs',
        {
          kind: 'map',
          keys: {
            kind: 'string',
            pattern: /^[a-z0-9_]{1,25}$/u,
            invalid: 'throw',
            advice: 'must have a name of 1 to 25 lower-case letters, digits and underscores',
          },
          values: {
            kind: 'union',
            of: [
              { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
              { kind: 'number', minimum: -9999999999999, maximum: 9999999999999 },
              { kind: 'boolean' },
            ],
            sensitive: true,
          },
          maxProperties: 100,
          sensitive: true,
        },
      ],
    };
  },
  minProperties: 1,
};

const reportTagValues: readonly string[] = [
  'chargeback',
  'clear',
  'not_fraud',
  'spam_or_abuse',
  'suspected_fraud',
];

export const transactionReport: RequestTable<models.TransactionReport, wire.components['schemas']['TransactionReport']> = {
  kind: 'request',
  name: 'TransactionReport',
  get fields(): ObjectRule['fields'] {
    return {
      tag: ['tag', { kind: 'string', enum: reportTagValues }],
      ipAddress: [
        'ip_address',
        {
          kind: 'union',
          of: [{ kind: 'string', format: 'ipv4' }, { kind: 'string', format: 'ipv6' }],
          sensitive: true,
          advice: 'must be an IPv4 or IPv6 address, without port, zone or prefix length',
        },
      ],
      maxmindId: [
        'maxmind_id',
        {
          kind: 'string',
          maxLength: 8,
          pattern: /^[0-9A-Z]{8}$/u,
          advice: 'must be eight digits or capital letters, like maxmindId of an earlier Legacy response; the service is case-sensitive',
        },
      ],
      minfraudId: [
        'minfraud_id',
        {
          kind: 'string',
          maxLength: 36,
          pattern: /^(?!00000000-0000-0000-0000-000000000000$)[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/u,
          format: 'uuid',
          advice: 'must be a UUID other than the nil UUID, such as the id of an earlier response',
        },
      ],
      transactionId: [
        'transaction_id',
        {
          kind: 'string',
          minLength: 1,
          maxLength: 255,
          pattern: /^[^\x00\n]*$/u,
          freeText: true,
          sensitive: true,
        },
      ],
      chargebackCode: [
        'chargeback_code',
        { kind: 'string', maxLength: 255, pattern: /^[^\x00\n]*$/u, freeText: true },
      ],
      notes: [
        'notes',
        { kind: 'string', maxLength: 1000, pattern: /^[^\x00]*$/u, sensitive: true },
      ],
    };
  },
  required: ['tag'],
  requireAnyOf: ['ipAddress', 'maxmindId', 'minfraudId', 'transactionId'],
};

export const listDispositionUpdatesQuery: RequestTable<models.ListDispositionUpdatesQuery, NonNullable<wire.operations['listDispositionUpdates']['parameters']['query']>> = {
  kind: 'request',
  name: 'ListDispositionUpdatesQuery',
  get fields(): ObjectRule['fields'] {
    return {
      updatesAfter: [
        'updates_after',
        {
          kind: 'string',
          format: 'date-time',
          advice: 'must be a valid Date, or an RFC 3339 date and time such as 2026-03-15T09:00:00.000000Z',
        },
      ],
    };
  },
  required: ['updatesAfter'],
};

const legacyOrderTxnTypeValues: readonly string[] = [
  'creditcard',
  'debitcard',
  'paypal',
  'google',
  'other',
  'lead',
  'survey',
  'sitereg',
];

const legacyOrderRequestedTypeValues: readonly string[] = ['standard', 'premium'];

export const legacyOrder: RequestTable<models.LegacyOrder, Omit<wire.components['schemas']['LegacyOrder'], 'license_key'>> = {
  kind: 'request',
  name: 'LegacyOrder',
  get fields(): ObjectRule['fields'] {
    return {
      ipAddress: [
        'i',
        {
          kind: 'union',
          of: [{ kind: 'string', format: 'ipv4' }, { kind: 'string', format: 'ipv6' }],
          sensitive: true,
          advice: 'must be an IPv4 or IPv6 address, without port, zone or prefix length',
        },
      ],
      city: ['city', { kind: 'string', maxLength: 255, sensitive: true }],
      region: ['region', { kind: 'string', maxLength: 255, mend: 'space', leadingZeros: true }],
      postal: [
        'postal',
        { kind: 'string', maxLength: 255, sensitive: true, mend: 'space', leadingZeros: true },
      ],
      country: ['country', { kind: 'string', maxLength: 255, mend: 'space' }],
      shipAddr: ['shipAddr', { kind: 'string', maxLength: 255, sensitive: true }],
      shipCity: ['shipCity', { kind: 'string', maxLength: 255, sensitive: true }],
      shipRegion: [
        'shipRegion',
        { kind: 'string', maxLength: 255, mend: 'space', leadingZeros: true },
      ],
      shipPostal: [
        'shipPostal',
        { kind: 'string', maxLength: 255, sensitive: true, mend: 'space', leadingZeros: true },
      ],
      shipCountry: ['shipCountry', { kind: 'string', maxLength: 255, mend: 'space' }],
      domain: ['domain', { kind: 'string', maxLength: 255, sensitive: true, mend: 'email' }],
      custPhone: [
        'custPhone',
        { kind: 'string', maxLength: 255, sensitive: true, mend: 'space', leadingZeros: true },
      ],
      emailMd5: [
        'emailMD5',
        {
          kind: 'union',
          of: [
            {
              kind: 'string',
              maxLength: 255,
              pattern: /^(?:[^\s\x00-\x20\x22\x40\x7f]+|"(?:[^\x00\n\x22\x5c]|\x5c[^\x00\n])+")@(?:(?:[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?\.)+(?![0-9]+$)[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f](?:[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]{0,61}[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f])?|\x5b[0-9A-Za-z:.]+\x5d)$/u,
            },
            { kind: 'string', pattern: /^[0-9A-Fa-f]{32}$/u },
          ],
          sensitive: true,
          advice: 'must be an email address, such as name@example.com, or the MD5 of one',
          mend: 'email',
        },
      ],
      usernameMd5: [
        'usernameMD5',
        {
          kind: 'string',
          pattern: /^[0-9A-Fa-f]{32}$/u,
          sensitive: true,
          advice: 'must be an MD5, 32 hexadecimal digits; give the plain name as username to have it hashed here',
        },
      ],
      bin: [
        'bin',
        {
          kind: 'string',
          pattern: /^(?:[0-9]{6}|[0-9]{8})$/u,
          sensitive: true,
          advice: 'must be the first six or eight digits of the card number, as a string of digits alone; leave it out when you have fewer',
          mend: 'space',
          leadingZeros: true,
        },
      ],
      binName: ['binName', { kind: 'string', maxLength: 255 }],
      binPhone: [
        'binPhone',
        { kind: 'string', maxLength: 255, sensitive: true, mend: 'space', leadingZeros: true },
      ],
      userAgent: ['user_agent', { kind: 'string', maxLength: 255, invalid: 'shorten' }],
      acceptLanguage: ['accept_language', { kind: 'string', maxLength: 255, invalid: 'shorten' }],
      txnId: ['txnID', { kind: 'string', maxLength: 255, sensitive: true }],
      orderAmount: [
        'order_amount',
        { kind: 'number', minimum: 0, exclusiveMaximum: 100000000000000 },
      ],
      orderCurrency: [
        'order_currency',
        {
          kind: 'string',
          pattern: /^[A-Z]{3}$/u,
          advice: 'must be an ISO 4217 currency code in capital letters, such as EUR for the euro',
          mend: 'space',
        },
      ],
      shopId: ['shopID', { kind: 'string', maxLength: 255 }],
      txnType: ['txn_type', { kind: 'string', enum: legacyOrderTxnTypeValues }],
      avsResult: [
        'avs_result',
        {
          kind: 'string',
          pattern: /^[A-Za-z0-9]$/u,
          advice: 'must be the one-character code that the processor gave; leave it out when no check was made',
        },
      ],
      cvvResult: [
        'cvv_result',
        {
          kind: 'string',
          pattern: /^[A-Za-z]$/u,
          advice: 'must be the one-letter code that the processor gave, never the CVV itself; leave it out when no check was made',
        },
      ],
      requestedType: ['requested_type', { kind: 'string', enum: legacyOrderRequestedTypeValues }],
    };
  },
  modelOnly: { username: { kind: 'string', minLength: 1, sensitive: true } },
  required: ['ipAddress'],
};

export const proxyDetectionRequest: RequestTable<models.ProxyDetectionRequest, Omit<wire.components['schemas']['ProxyDetectionRequest'], 'l'>> = {
  kind: 'request',
  name: 'ProxyDetectionRequest',
  get fields(): ObjectRule['fields'] {
    return {
      ipAddress: [
        'i',
        {
          kind: 'union',
          of: [{ kind: 'string', format: 'ipv4' }, { kind: 'string', format: 'ipv6' }],
          sensitive: true,
          advice: 'must be an IPv4 or IPv6 address, without port, zone or prefix length',
        },
      ],
      shopId: ['shopID', { kind: 'string', maxLength: 255 }],
    };
  },
  required: ['ipAddress'],
};

export const disposition: ResponseObject = {
  kind: 'response',
  name: 'Disposition',
  get fields(): ResponseObject['fields'] {
    return { rule_label: ['ruleLabel'] };
  },
};

export const warning: ResponseObject = {
  kind: 'response',
  name: 'Warning',
  get fields(): ResponseObject['fields'] {
    return { input_pointer: ['inputPointer'] };
  },
};

export const score: ResponseTable<models.Score> = {
  kind: 'response',
  name: 'Score',
  get fields(): ResponseObject['fields'] {
    return {
      risk_score: ['riskScore'],
      funds_remaining: ['fundsRemaining'],
      queries_remaining: ['queriesRemaining'],
      ip_address: ['ipAddress'],
      disposition: ['disposition', disposition],
      warnings: ['warnings', { kind: 'list', items: warning }],
    };
  },
  lists: ['warnings'],
  proof: { id: 'string', risk_score: 'number' },
  required: ['funds_remaining', 'queries_remaining'],
};

export const anonymizerResidential: ResponseObject = {
  kind: 'response',
  name: 'AnonymizerResidential',
  get fields(): ResponseObject['fields'] {
    return { network_last_seen: ['networkLastSeen'], provider_name: ['providerName'] };
  },
};

export const anonymizer: ResponseObject = {
  kind: 'response',
  name: 'Anonymizer',
  get fields(): ResponseObject['fields'] {
    return {
      is_anonymous: ['isAnonymous'],
      is_anonymous_vpn: ['isAnonymousVpn'],
      is_hosting_provider: ['isHostingProvider'],
      is_public_proxy: ['isPublicProxy'],
      is_residential_proxy: ['isResidentialProxy'],
      is_tor_exit_node: ['isTorExitNode'],
      network_last_seen: ['networkLastSeen'],
      provider_name: ['providerName'],
      residential: ['residential', anonymizerResidential],
    };
  },
};

export const city: ResponseObject = {
  kind: 'response',
  name: 'City',
  get fields(): ResponseObject['fields'] {
    return { geoname_id: ['geonameId'] };
  },
  localized: true,
};

export const continent: ResponseObject = {
  kind: 'response',
  name: 'Continent',
  get fields(): ResponseObject['fields'] {
    return { geoname_id: ['geonameId'] };
  },
  localized: true,
};

export const country: ResponseObject = {
  kind: 'response',
  name: 'Country',
  get fields(): ResponseObject['fields'] {
    return {
      geoname_id: ['geonameId'],
      is_high_risk: ['isHighRisk'],
      is_in_european_union: ['isInEuropeanUnion'],
      iso_code: ['isoCode'],
    };
  },
  localized: true,
};

export const location: ResponseObject = {
  kind: 'response',
  name: 'Location',
  get fields(): ResponseObject['fields'] {
    return {
      accuracy_radius: ['accuracyRadius'],
      average_income: ['averageIncome'],
      local_time: ['localTime'],
      metro_code: ['metroCode'],
      population_density: ['populationDensity'],
      time_zone: ['timeZone'],
    };
  },
};

export const registeredCountry: ResponseObject = {
  kind: 'response',
  name: 'RegisteredCountry',
  get fields(): ResponseObject['fields'] {
    return {
      geoname_id: ['geonameId'],
      is_in_european_union: ['isInEuropeanUnion'],
      iso_code: ['isoCode'],
    };
  },
  localized: true,
};

export const representedCountry: ResponseObject = {
  kind: 'response',
  name: 'RepresentedCountry',
  get fields(): ResponseObject['fields'] {
    return {
      geoname_id: ['geonameId'],
      is_in_european_union: ['isInEuropeanUnion'],
      iso_code: ['isoCode'],
    };
  },
  localized: true,
};

export const subdivision: ResponseObject = {
  kind: 'response',
  name: 'Subdivision',
  get fields(): ResponseObject['fields'] {
    return { geoname_id: ['geonameId'], iso_code: ['isoCode'] };
  },
  localized: true,
};

export const traits: ResponseObject = {
  kind: 'response',
  name: 'Traits',
  get fields(): ResponseObject['fields'] {
    return {
      autonomous_system_number: ['autonomousSystemNumber'],
      autonomous_system_organization: ['autonomousSystemOrganization'],
      connection_type: ['connectionType'],
      ip_address: ['ipAddress'],
      ip_risk_snapshot: ['ipRiskSnapshot'],
      is_anonymous: ['isAnonymous'],
      is_anonymous_proxy: ['isAnonymousProxy'],
      is_anonymous_vpn: ['isAnonymousVpn'],
      is_anycast: ['isAnycast'],
      is_hosting_provider: ['isHostingProvider'],
      is_public_proxy: ['isPublicProxy'],
      is_residential_proxy: ['isResidentialProxy'],
      is_satellite_provider: ['isSatelliteProvider'],
      is_tor_exit_node: ['isTorExitNode'],
      mobile_country_code: ['mobileCountryCode'],
      mobile_network_code: ['mobileNetworkCode'],
      static_ip_score: ['staticIpScore'],
      user_count: ['userCount'],
      user_type: ['userType'],
    };
  },
};

export const ipAddress: ResponseObject = {
  kind: 'response',
  name: 'IpAddress',
  get fields(): ResponseObject['fields'] {
    return {
      risk_reasons: ['riskReasons'],
      anonymizer: ['anonymizer', anonymizer],
      city: ['city', city],
      continent: ['continent', continent],
      country: ['country', country],
      location: ['location', location],
      registered_country: ['registeredCountry', registeredCountry],
      represented_country: ['representedCountry', representedCountry],
      subdivisions: ['subdivisions', { kind: 'list', items: subdivision }],
      traits: ['traits', traits],
    };
  },
  lists: ['riskReasons', 'subdivisions'],
};

export const issuer: ResponseObject = {
  kind: 'response',
  name: 'Issuer',
  get fields(): ResponseObject['fields'] {
    return {
      matches_provided_name: ['matchesProvidedName'],
      matches_provided_phone_number: ['matchesProvidedPhoneNumber'],
      phone_number: ['phoneNumber'],
    };
  },
};

export const creditCardResult: ResponseObject = {
  kind: 'response',
  name: 'CreditCardResult',
  get fields(): ResponseObject['fields'] {
    return {
      is_business: ['isBusiness'],
      is_issued_in_billing_address_country: ['isIssuedInBillingAddressCountry'],
      is_prepaid: ['isPrepaid'],
      is_virtual: ['isVirtual'],
      issuer: ['issuer', issuer],
    };
  },
};

export const deviceResult: ResponseObject = {
  kind: 'response',
  name: 'DeviceResult',
  get fields(): ResponseObject['fields'] {
    return { last_seen: ['lastSeen'], local_time: ['localTime'] };
  },
};

export const emailDomainVisit: ResponseObject = {
  kind: 'response',
  name: 'EmailDomainVisit',
  get fields(): ResponseObject['fields'] {
    return { has_redirect: ['hasRedirect'], last_visited_on: ['lastVisitedOn'] };
  },
};

export const emailDomain: ResponseObject = {
  kind: 'response',
  name: 'EmailDomain',
  get fields(): ResponseObject['fields'] {
    return { first_seen: ['firstSeen'], visit: ['visit', emailDomainVisit] };
  },
};

export const emailResult: ResponseObject = {
  kind: 'response',
  name: 'EmailResult',
  get fields(): ResponseObject['fields'] {
    return {
      domain: ['domain', emailDomain],
      first_seen: ['firstSeen'],
      is_disposable: ['isDisposable'],
      is_free: ['isFree'],
      is_high_risk: ['isHighRisk'],
    };
  },
};

export const shippingAddress: ResponseObject = {
  kind: 'response',
  name: 'ShippingAddress',
  get fields(): ResponseObject['fields'] {
    return {
      distance_to_billing_address: ['distanceToBillingAddress'],
      distance_to_ip_location: ['distanceToIpLocation'],
      is_high_risk: ['isHighRisk'],
      is_in_ip_country: ['isInIpCountry'],
      is_postal_in_city: ['isPostalInCity'],
    };
  },
};

export const phone: ResponseObject = {
  kind: 'response',
  name: 'Phone',
  get fields(): ResponseObject['fields'] {
    return {
      is_voip: ['isVoip'],
      matches_postal: ['matchesPostal'],
      network_operator: ['networkOperator'],
      number_type: ['numberType'],
    };
  },
};

export const billingAddress: ResponseObject = {
  kind: 'response',
  name: 'BillingAddress',
  get fields(): ResponseObject['fields'] {
    return {
      distance_to_ip_location: ['distanceToIpLocation'],
      is_in_ip_country: ['isInIpCountry'],
      is_postal_in_city: ['isPostalInCity'],
    };
  },
};

export const insights: ResponseTable<models.Insights> = {
  kind: 'response',
  name: 'Insights',
  get fields(): ResponseObject['fields'] {
    return {
      risk_score: ['riskScore'],
      funds_remaining: ['fundsRemaining'],
      queries_remaining: ['queriesRemaining'],
      ip_address: ['ipAddress', ipAddress],
      disposition: ['disposition', disposition],
      credit_card: ['creditCard', creditCardResult],
      device: ['device', deviceResult],
      email: ['email', emailResult],
      shipping_address: ['shippingAddress', shippingAddress],
      shipping_phone: ['shippingPhone', phone],
      billing_address: ['billingAddress', billingAddress],
      billing_phone: ['billingPhone', phone],
      warnings: ['warnings', { kind: 'list', items: warning }],
    };
  },
  lists: ['warnings'],
  proof: { id: 'string', risk_score: 'number' },
  required: ['funds_remaining', 'queries_remaining'],
};

export const riskScoreReason: ResponseObject = {
  kind: 'response',
  name: 'RiskScoreReason',
  get fields(): ResponseObject['fields'] {
    return {};
  },
  lists: ['reasons'],
};

export const subscores: ResponseObject = {
  kind: 'response',
  name: 'Subscores',
  get fields(): ResponseObject['fields'] {
    return {
      avs_result: ['avsResult'],
      billing_address: ['billingAddress'],
      billing_address_distance_to_ip_location: ['billingAddressDistanceToIpLocation'],
      country_mismatch: ['countryMismatch'],
      cvv_result: ['cvvResult'],
      email_address: ['emailAddress'],
      email_domain: ['emailDomain'],
      email_local_part: ['emailLocalPart'],
      email_tenure: ['emailTenure'],
      ip_tenure: ['ipTenure'],
      issuer_id_number: ['issuerIdNumber'],
      order_amount: ['orderAmount'],
      phone_number: ['phoneNumber'],
      shipping_address: ['shippingAddress'],
      shipping_address_distance_to_ip_location: ['shippingAddressDistanceToIpLocation'],
      time_of_day: ['timeOfDay'],
    };
  },
};

export const factors: ResponseTable<models.Factors> = {
  kind: 'response',
  name: 'Factors',
  get fields(): ResponseObject['fields'] {
    return {
      risk_score: ['riskScore'],
      funds_remaining: ['fundsRemaining'],
      queries_remaining: ['queriesRemaining'],
      ip_address: ['ipAddress', ipAddress],
      disposition: ['disposition', disposition],
      credit_card: ['creditCard', creditCardResult],
      device: ['device', deviceResult],
      email: ['email', emailResult],
      shipping_address: ['shippingAddress', shippingAddress],
      shipping_phone: ['shippingPhone', phone],
      billing_address: ['billingAddress', billingAddress],
      billing_phone: ['billingPhone', phone],
      risk_score_reasons: ['riskScoreReasons', { kind: 'list', items: riskScoreReason }],
      subscores: ['subscores', subscores],
      warnings: ['warnings', { kind: 'list', items: warning }],
    };
  },
  lists: ['riskScoreReasons', 'warnings'],
  proof: { id: 'string', risk_score: 'number' },
  required: ['funds_remaining', 'queries_remaining'],
};

export const dispositionUpdate: ResponseObject = {
  kind: 'response',
  name: 'DispositionUpdate',
  get fields(): ResponseObject['fields'] {
    return {
      minfraud_id: ['minfraudId'],
      action_last_updated: ['actionLastUpdated'],
      note_last_updated: ['noteLastUpdated'],
    };
  },
};

export const dispositionUpdates: ResponseTable<models.DispositionUpdates> = {
  kind: 'response',
  name: 'DispositionUpdates',
  get fields(): ResponseObject['fields'] {
    return {
      last_update_timestamp: ['lastUpdateTimestamp'],
      updates: ['updates', { kind: 'list', items: dispositionUpdate }],
    };
  },
  lists: ['updates'],
  proof: { updates: 'array' },
};

export const legacyResult: TextRecordTable<models.LegacyResult> = {
  kind: 'text-record',
  name: 'LegacyResult',
  get fields(): TextRecord['fields'] {
    return {
      riskScore: ['riskScore', 'number'],
      score: ['score', 'number'],
      explanation: ['explanation', 'string'],
      countryMatch: ['countryMatch', 'yesno'],
      highRiskCountry: ['highRiskCountry', 'yesno'],
      distance: ['distance', 'integer'],
      ip_accuracyRadius: ['ipAccuracyRadius', 'integer'],
      ip_city: ['ipCity', 'string'],
      ip_region: ['ipRegion', 'string'],
      ip_regionName: ['ipRegionName', 'string'],
      ip_postalCode: ['ipPostalCode', 'string'],
      ip_metroCode: ['ipMetroCode', 'integer'],
      ip_areaCode: ['ipAreaCode', 'string'],
      countryCode: ['countryCode', 'string'],
      ip_countryName: ['ipCountryName', 'string'],
      ip_continentCode: ['ipContinentCode', 'string'],
      ip_latitude: ['ipLatitude', 'number'],
      ip_longitude: ['ipLongitude', 'number'],
      ip_timeZone: ['ipTimeZone', 'string'],
      ip_asnum: ['ipAsnum', 'string'],
      ip_userType: ['ipUserType', 'string'],
      ip_netSpeedCell: ['ipNetSpeedCell', 'string'],
      ip_domain: ['ipDomain', 'string'],
      ip_isp: ['ipIsp', 'string'],
      ip_org: ['ipOrg', 'string'],
      ip_cityConf: ['ipCityConf', 'number'],
      ip_regionConf: ['ipRegionConf', 'number'],
      ip_postalConf: ['ipPostalConf', 'number'],
      ip_countryConf: ['ipCountryConf', 'number'],
      anonymousProxy: ['anonymousProxy', 'yesno'],
      proxyScore: ['proxyScore', 'number'],
      ip_corporateProxy: ['ipCorporateProxy', 'yesno'],
      freeMail: ['freeMail', 'yesno'],
      carderEmail: ['carderEmail', 'yesno'],
      highRiskUsername: ['highRiskUsername', 'yesno'],
      highRiskPassword: ['highRiskPassword', 'yesno'],
      binMatch: ['binMatch', 'yesno'],
      binCountry: ['binCountry', 'string'],
      binNameMatch: ['binNameMatch', 'yesno'],
      binName: ['binName', 'string'],
      binPhoneMatch: ['binPhoneMatch', 'yesno'],
      binPhone: ['binPhone', 'string'],
      prepaid: ['prepaid', 'yesno'],
      custPhoneInBillingLoc: ['custPhoneInBillingLoc', 'yesno'],
      shipForward: ['shipForward', 'yesno'],
      cityPostalMatch: ['cityPostalMatch', 'yesno'],
      shipCityPostalMatch: ['shipCityPostalMatch', 'yesno'],
      queriesRemaining: ['queriesRemaining', 'integer'],
      maxmindID: ['maxmindId', 'string'],
      minfraud_version: ['minfraudVersion', 'string'],
      service_level: ['serviceLevel', 'string'],
      err: ['warning', 'string'],
    };
  },
  proof: ['riskScore', 'score'],
};

export const proxyDetectionResult: TextRecordTable<models.ProxyDetectionResult> = {
  kind: 'text-record',
  name: 'ProxyDetectionResult',
  get fields(): TextRecord['fields'] {
    return { proxyScore: ['proxyScore', 'number'], err: ['warning', 'string'] };
  },
  separators: ';,',
  emptyIsResult: true,
  proof: ['proxyScore'],
};

export const alert: ResponseTable<models.Alert> = {
  kind: 'response',
  name: 'Alert',
  get fields(): ResponseObject['fields'] {
    return {
      city: ['city'],
      country: ['country'],
      date: ['date'],
      domain: ['domain'],
      i: ['ipAddress'],
      maxmindID: ['maxmindId'],
      minfraud_id: ['minfraudId'],
      new_risk_score: ['newRiskScore'],
      old_risk_score: ['oldRiskScore'],
      postal: ['postal'],
      reason: ['reason'],
      reason_code: ['reasonCode'],
      region: ['region'],
      shop_id: ['shopId'],
      txnID: ['txnId'],
      updated_at: ['updatedAt'],
    };
  },
  types: { newRiskScore: 'number', oldRiskScore: 'number' },
};

export const errorCodes: Readonly<Record<string, number>> = {
  ACCOUNT_ID_REQUIRED: 401,
  AUTHORIZATION_INVALID: 401,
  INSUFFICIENT_FUNDS: 402,
  IP_ADDRESS_INVALID: 400,
  IP_ADDRESS_RESERVED: 400,
  JSON_INVALID: 400,
  LICENSE_KEY_REQUIRED: 401,
  MAXMIND_ID_INVALID: 400,
  MINFRAUD_ID_INVALID: 400,
  NOTES_INVALID: 400,
  PARAMETER_UNKNOWN: 400,
  PERMISSION_REQUIRED: 403,
  REQUEST_INVALID: 400,
  TAG_INVALID: 400,
  TAG_REQUIRED: 400,
  TIMESTAMP_INVALID: 400,
  TRANSACTION_ID_REQUIRED: 400,
  UPDATES_AFTER_REQUIRED: 400,
};

export const legacyErrorCodes: Readonly<Record<string, number>> = {
  INVALID_LICENSE_KEY: 401,
  LICENSE_REQUIRED: 401,
  MAX_REQUESTS_REACHED: 402,
  PERMISSION_REQUIRED: 403,
};

export const legacyWarningCodes: readonly string[] = [
  'CITY_NOT_FOUND',
  'CITY_REQUIRED',
  'COUNTRY_NOT_FOUND',
  'INVALID_EMAIL_MD5',
  'IP_NOT_FOUND',
  'POSTAL_CODE_NOT_FOUND',
  'POSTAL_CODE_REQUIRED',
];

export type ServiceErrorCode =
  | 'ACCOUNT_ID_REQUIRED'
  | 'AUTHORIZATION_INVALID'
  | 'INSUFFICIENT_FUNDS'
  | 'IP_ADDRESS_INVALID'
  | 'IP_ADDRESS_RESERVED'
  | 'JSON_INVALID'
  | 'LICENSE_KEY_REQUIRED'
  | 'MAXMIND_ID_INVALID'
  | 'MINFRAUD_ID_INVALID'
  | 'NOTES_INVALID'
  | 'PARAMETER_UNKNOWN'
  | 'PERMISSION_REQUIRED'
  | 'REQUEST_INVALID'
  | 'TAG_INVALID'
  | 'TAG_REQUIRED'
  | 'TIMESTAMP_INVALID'
  | 'TRANSACTION_ID_REQUIRED'
  | 'UPDATES_AFTER_REQUIRED';

export type LegacyErrorCode =
  | 'INVALID_LICENSE_KEY'
  | 'LICENSE_REQUIRED'
  | 'MAX_REQUESTS_REACHED'
  | 'PERMISSION_REQUIRED';
