/** Recognizes IBANs (ISO 13616), whose digits are those of a card number by chance. */
import { once } from './once.ts';

/**
 * The string with a bar in the place of every IBAN. An IBAN begins with the code of a country that has
 * them, is as long as that country's are, has right check digits, and may be written in groups.
 */
export function withoutIbans(text: string): string {
  let rest = '';
  let end = 0;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{Nd}])[A-Z]{2}\d\d/gu)) {
    const stop = index < end ? undefined : endOfIban(text, index);
    if (stop === undefined) continue;
    rest += `${text.slice(end, index)}|`;
    end = stop;
  }
  return rest + text.slice(end);
}

function endOfIban(text: string, start: number): number | undefined {
  const length = lengths().get(text.slice(start, start + 2)) ?? 0;
  let iban = '';
  let at = start;
  for (; iban.length < length; at++) {
    const character = text.charAt(at);
    if (/[A-Z\d]/.test(character)) iban += character;
    // One space or dash between groups.
    else if (!/[ \u00a0-]/.test(character) || !/[A-Z\d]/.test(text.charAt(at - 1)))
      return undefined;
  }
  if (length === 0 || /[\p{L}\p{Nd}]/u.test(text.charAt(at))) return undefined;
  return hasCheckDigits(iban) ? at : undefined;
}

/** ISO 7064, MOD 97-10: the first four characters go to the end, and letters count from 10. */
function hasCheckDigits(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** How long the IBANs of each country are: SWIFT's IBAN registry, compared with ibantools 4.5.4. */
const lengths: () => ReadonlyMap<string, number> = /* @__PURE__ */ once(
  () =>
    new Map(
      (
        'AD24AE23AL28AT20AX18AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24' +
        'FI18FK18FO18FR27GB22GE22GF27GI23GL18GP27GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28' +
        'LC32LI21LT20LU20LV21LY25MC27MD24ME22MF27MK19MN20MQ27MR27MT31MU30NC27NI28NL18NO15OM23PF27PK24PL28' +
        'PM27PS29PT25QA29RE27RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TF27TL23TN24TR26UA29VA22' +
        'VG24WF27XK20YE30YT27'
      )
        .match(/.{4}/g)
        ?.map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
    ),
);
