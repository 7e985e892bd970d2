/** What the fields with a format of their own ask for, in words, by wire name. */

const country = 'must be two capital letters, the ISO 3166-1 alpha-2 code of the country';
const currency = 'must be three capital letters, the ISO 4217 code of the currency';
const phone = 'must be digits, with spaces and punctuation between them if need be';
const callingCode = 'must be one to four digits, without + or 00';
const md5 = 'must be an MD5: 32 hexadecimal digits';
const ip = 'must be an IPv4 or IPv6 address, without port, zone or prefix length';

/**
 * The sentence for a value of the wrong format, if there is one for the field. A pattern in the spec
 * cannot explain itself.
 */
export function adviceOn(wire: string | number | undefined): string | undefined {
  return typeof wire === 'string' && Object.hasOwn(advice, wire) ? advice[wire] : undefined;
}

const advice: Readonly<Record<string, string>> = {
  address: 'must be an e-mail address, such as name@example.com, or the MD5 of one',
  avs_result: 'must be the one-character code that the processor gave',
  bank_phone_country_code: callingCode,
  bank_phone_number: phone,
  bin: 'must be the first six or eight digits of the card number',
  country,
  currency,
  cvv_result: 'must be the one-character code that the processor gave, never the CVV itself',
  domain: 'must be a domain with a dot and without @, such as example.com',
  emailMD5: 'must be an e-mail address, such as name@example.com, or the MD5 of one',
  i: ip,
  ip_address: ip,
  issuer_id_number: 'must be the first six or eight digits of the card number',
  last_digits: 'must be the last two or four digits of the card number',
  maxmind_id: 'must be eight digits or capital letters, as maxmindID of an earlier answer',
  minfraud_id: 'must be a UUID other than the nil UUID, as id of an earlier answer',
  order_currency: currency,
  phone_country_code: callingCode,
  phone_number: phone,
  processor: "; use 'other' for one that is not listed",
  referrer_uri: 'must be an absolute URL that starts with http:// or https:// and has no spaces',
  region: 'must be one to four digits or capital letters, the ISO 3166-2 code without the country',
  time: 'must be an RFC 3339 date and time with an offset, such as 2026-07-01T12:20:50Z, or a Date',
  token:
    'must be printable ASCII without spaces, and not 1 to 19 digits alone: never a card number; put a fixed prefix such as token- before a token that looks like one',
  username_md5: md5,
  usernameMD5: md5,
};
