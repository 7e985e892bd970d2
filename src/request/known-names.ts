/**
 * What people call the fields of a transaction, one table for suggestions and for the columns of files; and which
 * field was meant by a name that the spec does not know. Data that is not made before it is needed.
 */
import { once } from '../formats/once.ts';
import { foldName, nearestName } from '../formats/nearest-name.ts';
import type { Problem } from './explain.ts';
import { shownKey } from './findings.ts';
import type { CheckedRule, Plan } from './plan.ts';

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

/** Longer names are no slips of the pen, and comparing them takes long. */
const longestSlip = 40;

/** The problem of a field that is not in the spec, with the field that was meant where one is near. */
export function unknownField(key: string, plan: Plan, root: Plan): Problem {
  const isShown = key.length <= longestSlip && shownKey(key) === key;
  const meant = isShown ? meantField(key, plan, root) : undefined;
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  const message = `is not a field of ${plan.table.name}${hint}`;
  return { code: 'UNKNOWN_FIELD', message, byProgram: true };
}

function meantField(key: string, plan: Plan, root: Plan): string | undefined {
  // First, since one of the names there is a deprecated one of the spec.
  const names = knownNames();
  const folded = foldKnownName(key);
  const known = Object.hasOwn(names, folded) ? names[folded] : undefined;
  const named = known && knownField(known, plan, root);
  if (named !== undefined) return named;
  for (const { model, wire } of plan.fields.values()) {
    if (wire === key || foldName(model) === foldName(key)) return model;
  }
  // The right name in the wrong object is likelier than a slip: `ipAddress` next to `device`.
  return elsewhere(key, root, '') ?? nearestName(key, plan.fields.keys());
}

/**
 * The field that an everyday name means: the one of that name in the same object (`shipping.zip` is
 * `shipping.postal`, and in a legacy order there is one object alone), else the one in its place.
 */
function knownField(path: string, plan: Plan, root: Plan): string | undefined {
  const names = path.split('.');
  const leaf = names.at(-1) ?? path;
  if (plan.fields.has(leaf)) return leaf;
  let at: Plan | undefined = root;
  for (const name of names) {
    const rule: CheckedRule | undefined = at?.fields.get(name.replace('[]', ''))?.rule;
    if (rule === undefined) return undefined;
    at = rule.plan ?? rule.values?.plan;
  }
  return path;
}

/** The path of a field of that name anywhere in the request. */
function elsewhere(key: string, plan: Plan, path: string): string | undefined {
  for (const { model, wire, rule } of plan.fields.values()) {
    if (path !== '' && (wire === key || foldName(model) === foldName(key)))
      return `${path}${model}`;
    const child = rule.plan ?? rule.values?.plan;
    const found = child && elsewhere(key, child, `${path}${model}${rule.plan ? '.' : '[].'}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
