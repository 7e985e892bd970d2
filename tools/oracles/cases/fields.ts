/** Fields that the tests of the Java and .NET clients take and refuse alike. */
import type { FieldCase } from './case.ts';

const places = ['/billing', '/shipping'].flatMap((place): FieldCase[] => [
  [`${place}/first_name`, 'name', ['frst']],
  [`${place}/last_name`, 'name', ['last']],
  [`${place}/company`, 'company', ['company']],
  [`${place}/address`, 'street', ['addr']],
  [`${place}/address_2`, 'second line', ['addr2']],
  [`${place}/city`, 'city', ['Pdx']],
  [`${place}/region`, 'region', ['MN']],
  [`${place}/country`, 'two capital letters', ['US'], ['USA', 'U1', 'us']],
  [`${place}/postal`, 'with a zero in front', ['03231']],
  [`${place}/phone_number`, 'with hyphens', ['321-321-3213']],
  [`${place}/phone_country_code`, 'calling code', ['1']],
]);

export const commonFields: readonly FieldCase[] = [
  ...places,
  ['/shipping/delivery_speed', 'speed', ['expedited']],
  ['/order/amount', 'a decimal', [1.1]],
  ['/order/currency', 'three capital letters', ['USD'], ['US1', 'US', 'USDE', 'usd']],
  ['/order/discount_code', 'discount', ['dsc']],
  ['/order/affiliate_id', 'affiliate', ['af', 'af1']],
  ['/order/subaffiliate_id', 'subaffiliate', ['saf']],
  ['/order/is_gift', 'gift', [true]],
  ['/order/has_gift_message', 'message', [true]],
  ['/payment/processor', 'processor', ['adyen']],
  ['/payment/was_authorized', 'authorized', [true]],
  ['/payment/decline_code', 'decline code', ['declined']],
  ['/event/party', 'party', ['agent', 'customer']],
  ['/event/transaction_id', 'transaction ID', ['t12']],
  ['/event/shop_id', 'shop ID', ['s12']],
  ['/credit_card/bank_name', 'bank', ['Bank']],
  ['/credit_card/bank_phone_country_code', 'calling code of the bank', ['1']],
  ['/credit_card/bank_phone_number', 'phone of the bank', ['231-323-3123']],
  ['/credit_card/avs_result', 'AVS result', ['Y']],
  ['/credit_card/cvv_result', 'CVV result', ['N']],
  ['/credit_card/was_3d_secure_successful', '3-D Secure', [true]],
  ['/account/user_id', 'user ID', ['usr']],
  ['/device/user_agent', 'user agent', ['Mozila 5']],
  ['/device/accept_language', 'language', ['en-US']],
  ['/shopping_cart/0/category', 'category', ['cat1']],
  ['/shopping_cart/0/item_id', 'item', ['id5', '1']],
  ['/shopping_cart/0/quantity', 'quantity', [100]],
];

/** The same in the Node client. */
export const tokens: FieldCase = [
  '/credit_card/token',
  'no card number, no blank, and 255 characters at most',
  ['t4485921507912924', 'a7f6%gf83fhAu', 'valid_token'],
  ['4485921507912924', '432312', 'this is invalid', '', 'x'.repeat(256)],
];
