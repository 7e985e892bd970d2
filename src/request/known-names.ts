/**
 * What people call the fields of a transaction: one table for suggestions here and for the columns of files.
 * Data only, and not made before it is needed.
 */
import { once } from '../formats/once.ts';

/**
 * Everyday name → path in the model. Names are folded (see {@link foldKnownName}); `[]` stands for each item
 * of a list. A name that an address has is told of the billing address, and holds in the shipping address too.
 *
 * A name that may mean a secret (`cvv`, `cardNumber`) or the opposite of a field (`isFraud`) is never listed.
 */
export const knownNames: () => Readonly<Record<string, string>> = /* @__PURE__ */ once(() => {
  const entries: [string, string][] = [];
  for (const [path, names] of Object.entries(namesByPath)) {
    for (const name of names.split(' ')) entries.push([name, path]);
  }
  for (const [field, names] of Object.entries(addressNames)) {
    for (const name of `${field.toLowerCase()} ${names}`.split(' ')) {
      for (const [folder, prefixes] of Object.entries(addressPrefixes)) {
        for (const prefix of prefixes.split(' ')) {
          entries.push([`${prefix}${name}`, `${folder}.${field}`]);
        }
      }
    }
    for (const name of names.split(' ')) entries.push([name, `billing.${field}`]);
  }
  return Object.freeze(Object.fromEntries(entries));
});

/** One spelling for `ZIP code`, `zip_code`, `zipCode` and `Zip-Code`. */
export function foldKnownName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const namesByPath: Readonly<Record<string, string>> = {
  'device.ipAddress':
    'ip ipaddr ipv4 ipv6 clientip customerip userip buyerip browserip remoteip sourceip orderip ' +
    'remoteaddr remoteaddress clientaddress clientipaddress customeripaddress customerip userip ' +
    'ipaddressofcustomer',
  'device.userAgent': 'ua useragentstring browseruseragent httpuseragent clientuseragent',
  'device.acceptLanguage': 'acceptlanguages browserlanguage httpacceptlanguage lang language',
  'device.sessionId': 'session sessionkey sid',
  'event.transactionId':
    'orderid ordernumber orderno ordernr orderref orderreference txid txnid transaction ' +
    'transactionref transactionnumber paymentid chargeid invoiceid invoicenumber',
  'event.shopId': 'shop store storeid storename merchantid sellerid siteid',
  'event.time':
    'timestamp date datetime orderdate ordertime orderedat createdat createddate transactiontime ' +
    'transactiondate purchasedate placedat',
  'account.userId': 'customerid customernumber memberid buyerid clientid accountid uid',
  'account.username': 'login loginname userlogin accountname nickname',
  'account.usernameMd5': 'usernamehash hashedusername',
  'email.address':
    'mail emailaddress customeremail useremail buyeremail contactemail billingemail emailmd5 ' +
    'emailhash mailaddress',
  'email.domain': 'emaildomain maildomain',
  'shipping.deliverySpeed': 'shippingspeed shippingmethod deliverymethod shippingservice',
  'payment.method': 'paymentmethod paymenttype paymethod',
  'payment.processor': 'gateway paymentgateway paymentprocessor psp paymentprovider processorname',
  'payment.wasAuthorized': 'authorized authorised isauthorized isauthorised wasauthorised',
  'payment.declineCode': 'declinereason declinereasoncode failurecode',
  'creditCard.issuerIdNumber':
    'bin iin cardbin cardiin bin6 bin8 first6 firstsix first6digits firstdigits bankidentificationnumber',
  // Among them the name that the field had until 2022, which the service still takes.
  'creditCard.lastDigits':
    'last4 lastfour last4digits lastfourdigits cardlast4 cardlastfour cclast4 lastdigit',
  'creditCard.bankName': 'bank issuer issuername issuingbank cardissuer issuerbank',
  'creditCard.bankPhoneNumber': 'bankphone issuerphone',
  'creditCard.country': 'cardcountry issuercountry issuingcountry bankcountry',
  'creditCard.token': 'cardtoken cardfingerprint fingerprint paymenttoken',
  'creditCard.avsResult': 'avs avscode avsresultcode avsresponse avsresponsecode',
  'creditCard.cvvResult':
    'cvvresultcode cvvresponse cvvresponsecode cvcresult cvcresponse cvccheck cvvcheck cvv2result cscresult',
  'creditCard.was3DSecureSuccessful':
    '3ds 3dsecure threeds threedsecure is3ds is3dsecure 3dssuccessful 3dsecuresuccessful was3dsecure',
  'order.amount':
    'total totalamount totalprice ordertotal orderamount ordervalue grandtotal sum subtotal carttotal',
  'order.currency': 'currencycode ordercurrency currencyiso presentmentcurrency',
  'order.discountCode':
    'coupon couponcode promo promocode promotioncode voucher vouchercode discount discountcodes',
  'order.affiliateId': 'affiliate affiliatecode partnerid',
  'order.subaffiliateId': 'subaffiliate',
  'order.referrerUri':
    'referer referrer refererurl referrerurl refereruri httpreferer httpreferrer referringsite',
  'order.isGift': 'gift giftorder',
  'order.hasGiftMessage': 'giftmessage giftnote',
  shoppingCart: 'cart basket items lineitems orderitems products cartitems',
  'shoppingCart[].itemId': 'sku productid productcode productsku itemnumber itemsku variantid asin',
  'shoppingCart[].quantity': 'qty itemquantity itemqty',
  'shoppingCart[].price': 'unitprice itemprice priceperunit',
  'shoppingCart[].category': 'productcategory itemcategory producttype',
  customInputs: 'custom customfields customdata metadata extra',
  // Of a transaction report.
  notes: 'note comment comments',
  chargebackCode: 'chargebackreason chargebackreasoncode',
};

/** What the fields of an address are called, in either of the two. */
const addressNames: Readonly<Record<string, string>> = {
  firstName: 'fname givenname forename',
  lastName: 'lname surname familyname',
  company: 'companyname organization organisation business businessname',
  address: 'street streetaddress street1 address1 addressline1 line1',
  address2: 'street2 addressline2 line2 apt apartment suite',
  city: 'town cityname locality',
  region: 'state province statecode provincecode regioncode stateprovince subdivision',
  country: 'countrycode countryiso countryiso2 countrycodeiso isocountry',
  postal: 'zip zipcode postalcode postcode postcodezip zippostalcode',
  phoneNumber: 'phone telephone tel phoneno mobile mobilenumber mobilephone cellphone',
  phoneCountryCode: 'dialcode dialingcode callingcode countrycallingcode phoneprefix phonecc',
};

const addressPrefixes: Readonly<Record<string, string>> = {
  billing: 'billing billto bill invoice',
  shipping: 'shipping shipto ship delivery',
};
