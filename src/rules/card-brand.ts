/** Which cards may be told by eight first and four last digits. */

/**
 * Whether the service takes four last digits beside an eight-digit IIN: for Discover, JCB, Mastercard,
 * UnionPay and Visa (developer docs, `/credit_card/last_digits`). The request does not carry the brand,
 * so it is read from the number, in favour of the sender where schemes share a range.
 */
export function takesFourLastDigits(issuerIdNumber: string): boolean {
  const four = Number(issuerIdNumber.slice(0, 4));
  return (
    issuerIdNumber.startsWith('4') ||
    (four >= 5100 && four <= 5599) ||
    (four >= 2221 && four <= 2720) ||
    (four >= 3528 && four <= 3589) ||
    /^(?:60|62|64|65|81)/.test(issuerIdNumber)
  );
}
