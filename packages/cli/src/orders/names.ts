/**
 * What people and shops call a field, folded: small letters and digits only. To these come the names of the
 * spec and, for addresses, each combination of a prefix with a name.
 *
 * Not the SDK's `knownNames()`: its names are proposed to someone who decides, and so hold guesses (`subtotal`
 * for the amount, `bank`, `emailHash`); by these a column is sent without asking. No name means two fields in them.
 */
import { foldHeading as fold } from './fold.ts';

const list = (place: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(/,\s*/).map((name) => [fold(name), place]));

export const everydayNames: Readonly<Record<string, string>> = {
  ...list(
    'device.ipAddress',
    `Customer IP, Customer IP address, Client IP, Client IP address, Remote addr, Remote IP, Remote IP address,
    Browser IP, Browser IP address, Placed from IP, Order IP, Order IP address, User IP, User IP address, Buyer IP,
    Buyer IP address, Visitor IP, Shopper IP, Source IP, Purchase IP, Payment IP, Payer IP, Device IP, IP addr,
    IP number, Customer's IP, IP of customer, Order placed from IP, Checkout IP, Host IP`,
  ),
  ...list(
    'device.userAgent',
    `Customer user agent, Browser user agent, HTTP user agent, Client user agent, User browser agent, UA string`,
  ),
  ...list(
    'device.acceptLanguage',
    'Browser accept language, HTTP accept language, Client accept language, Customer accept language',
  ),
  ...list('device.sessionId', 'Session, Browser session ID, Customer session ID'),
  ...list(
    'email.address',
    `Mail, E-mail address, Customer email, Customer email address, Contact email, Contact email address, Billing email,
    Billing email address, Bill-to email, Buyer email, Buyer email address, User email, Client email, Payer email,
    Order email, Shopper email, Purchaser email, Account email, Receipt email, Customer mail, Email ID`,
  ),
  ...list(
    'order.amount',
    `Total, Order total, Order total amount, Grand total, Order grand total, Total price, Total amount, Order amount,
    Order value, Total order value, Transaction amount, Transaction total, Payment amount, Purchase amount,
    Purchase total, Current total price, Order price, Amount paid, Total paid, Order sum, Charge amount`,
  ),
  ...list(
    'order.currency',
    `Order currency, Order currency code, Currency code, Currency ISO, ISO currency, Transaction currency,
    Payment currency, Purchase currency, Presentment currency, Charge currency, Currency ISO code`,
  ),
  ...list(
    'event.transactionId',
    `Order, Order ID, Order number, Order no, Order num, Order nr, Order reference, Order ref, Order name, Order code,
    Increment ID, Txn ID, Trans ID, Transaction number, Transaction no, Transaction reference, Transaction ref,
    Purchase ID, Purchase number, Merchant reference, Merchant order ID, Reference number`,
  ),
  ...list(
    'event.time',
    `Created, Created at, Created on, Created date, Created time, Creation date, Date created, Order date, Order time,
    Order date time, Order created, Order created at, Order placed, Order placed at, Ordered at, Ordered on, Placed at,
    Placed on, Date placed, Purchase date, Purchase time, Purchased at, Purchased on, Transaction date,
    Transaction time, Transaction date time, Timestamp, Event date, Processed at, Date added, Date of order,
    Order timestamp`,
  ),
  ...list(
    'account.userId',
    `Customer ID, Customer number, Customer no, Buyer ID, Member ID, Client ID, Shopper ID, Account number, User number`,
  ),
  ...list('account.username', 'Customer username, User login, Login name, User name'),
  ...list(
    'payment.method',
    'Payment method title, Payment type, Method of payment, Pay method, Payment method name',
  ),
  ...list(
    'payment.processor',
    'Payment gateway, Gateway, Processor, Payment provider, PSP, Payment service provider, Gateway name',
  ),
  ...list('payment.declineCode', 'Decline reason, Failure code, Processor decline code'),
  ...list(
    'creditCard.issuerIdNumber',
    'BIN, IIN, Card BIN, CC BIN, Credit card BIN, Card IIN, Bank identification number, Card first six, First 6, First six',
  ),
  ...list(
    'creditCard.lastDigits',
    `Last 4, Last four, Card last 4, Card last four, CC last 4, CC last four, Last 4 digits, Last four digits,
    Card last digits, Credit card last 4, Card last 4 digits`,
  ),
  ...list(
    'creditCard.country',
    'Card country, Issuer country, Card issue country, Issuing country, BIN country',
  ),
  ...list('creditCard.bankName', 'Issuing bank, Card issuer, Issuer name, Card bank'),
  ...list(
    'creditCard.avsResult',
    'AVS, AVS code, AVS result code, AVS response, AVS response code',
  ),
  ...list('creditCard.cvvResult', 'CVV result code, CVV response, CVC result, CVV response code'),
  ...list('creditCard.token', 'Card token, Card fingerprint'),
  ...list(
    'order.discountCode',
    'Coupon, Coupon code, Coupon codes, Promo code, Promotion code, Voucher, Voucher code, Discount codes, Coupons used',
  ),
  ...list(
    'order.referrerUri',
    'Referrer, Referer, Referring site, HTTP referer, HTTP referrer, Referrer URL, Referer URL',
  ),
  ...list('event.shopId', 'Store ID, Merchant ID'),
  ...list(
    'shoppingCart[].itemId',
    'Line item SKU, Lineitem SKU, Item SKU, Product SKU, SKU, Product ID, Item ID',
  ),
  ...list(
    'shoppingCart[].price',
    'Line item price, Lineitem price, Item price, Unit price, Item cost, Product price',
  ),
  ...list(
    'shoppingCart[].quantity',
    'Line item quantity, Lineitem quantity, Item quantity, Item qty, Quantity ordered',
  ),
  ...list(
    'shoppingCart[].category',
    'Item category, Product category, Line item category, Lineitem category',
  ),
};

/** What stands before, or in brackets behind, the name of a part of an address. */
export const addressPrefixes: Readonly<Record<string, readonly string[]>> = {
  billing: [
    'billing',
    'billto',
    'bill',
    'invoice',
    'invoicing',
    'payer',
    'billingaddress',
    'billtoaddress',
  ],
  shipping: [
    'shipping',
    'shipto',
    'ship',
    'delivery',
    'recipient',
    'shippingaddress',
    'deliveryaddress',
  ],
};

export const addressNames: Readonly<Record<string, string>> = {
  ...list('postal', 'ZIP, ZIP code, Postal code, Postcode, Post code, Postal/ZIP, ZIP/Postal code'),
  ...list('region', 'State, State code, Province, Province code, Region code, State/Province'),
  ...list('country', 'Country code, Country ID, Country ISO, Country ISO code, ISO country'),
  ...list('city', 'Town, City/Town, Town/City, Locality'),
  ...list(
    'address',
    'Street, Street 1, Street address, Address 1, Address line 1, Line 1, Line1, Addr1',
  ),
  ...list('address2', 'Street 2, Address line 2, Line 2, Addr2'),
  ...list('phoneNumber', 'Phone, Telephone, Tel, Mobile, Mobile phone, Phone no'),
  ...list('firstName', 'First name, Firstname, Given name, Forename'),
  ...list('lastName', 'Last name, Lastname, Surname, Family name'),
  ...list('company', 'Company name, Organisation, Organization, Business name'),
  ...list('name', 'Name, Full name, Contact name'),
};
