/** The transaction with every field that the tests of five clients send, with small differences. */
import type { Json } from './case.ts';

const person = (prefix: string, company: string): Json => ({
  first_name: `${prefix}First`,
  last_name: `${prefix}Last`,
  company,
  country: 'US',
  phone_country_code: '1',
});

export const fullTransaction: Json = {
  event: {
    transaction_id: 'txn3134133',
    shop_id: 's2123',
    time: '2014-04-12T23:20:50+00:00',
    type: 'purchase',
    party: 'customer',
  },
  account: { user_id: '3132', username: 'fred' },
  email: { address: 'test@maxmind.com', domain: 'maxmind.com' },
  billing: {
    ...person('', 'Company'),
    address: '101 Address Rd.',
    address_2: 'Unit 5',
    city: 'City of Thorns',
    region: 'CT',
    postal: '06510',
    phone_number: '123-456-7890',
  },
  shipping: {
    ...person('Ship', 'ShipCo'),
    address: '322 Ship Addr. Ln.',
    address_2: 'St. 43',
    city: 'Nowhere',
    region: 'OK',
    postal: '73003',
    phone_number: '123-456-0000',
    delivery_speed: 'same_day',
  },
  payment: {
    method: 'card',
    processor: 'stripe',
    was_authorized: false,
    decline_code: 'invalid number',
  },
  credit_card: {
    issuer_id_number: '411111',
    last_digits: '7643',
    token: '123456abc1234',
    bank_name: 'Bank of No Hope',
    bank_phone_country_code: '1',
    bank_phone_number: '123-456-1234',
    country: 'US',
    avs_result: 'Y',
    cvv_result: 'N',
    was_3d_secure_successful: true,
  },
  order: {
    amount: 323.21,
    currency: 'USD',
    discount_code: 'FIRST',
    affiliate_id: 'af12',
    subaffiliate_id: 'saf42',
    referrer_uri: 'http://www.amazon.com/',
    is_gift: true,
    has_gift_message: false,
  },
  device: {
    ip_address: '152.216.7.110',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)',
    accept_language: 'en-US,en;q=0.8',
    session_age: 3600.5,
    session_id: 'foobar',
    tracking_token: 'tst_abc123',
  },
  shopping_cart: [
    { category: 'pets', item_id: 'ad23232', quantity: 2, price: 20.43 },
    { category: 'beauty', item_id: 'bst112', quantity: 1, price: 100 },
  ],
  custom_inputs: {
    float_input: 12.1,
    integer_input: 3123,
    string_input: 'Some text.',
    boolean_input: true,
  },
};

/** What is sent in the place of the user name. */
export const usernameMd5 = '570a90bfbf8c7eab5dc5d4e26832d5b1';
