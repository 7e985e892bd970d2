/** What a phone number says, by the numbering plans of a few countries. */

import { between } from '../fingerprint.ts';
import { countries } from '../geo/countries.ts';
import { places } from '../geo/places.ts';
import { present, type Phone, type Transaction } from '../wire-types.ts';

type Written = NonNullable<Transaction['billing']> | NonNullable<Transaction['shipping']>;

/** Prefixes of the national number, without a leading 0. */
interface Plan {
  readonly mobile: RegExp;
  /** Ranges that the regulator set aside for Internet telephony. */
  readonly voip: RegExp;
  readonly operators: readonly string[];
}

const never = /(?!)/;
const plans: Readonly<Record<string, Plan>> = {
  BR: { mobile: /^\d\d9\d{8}$/, voip: /^400/, operators: ['Example Telecom BR', 'Vivo'] },
  CA: { mobile: never, voip: /^(600|622)/, operators: ['Telus Mobility-SVR/2', 'Bell Canada'] },
  DE: { mobile: /^1[5-7]/, voip: /^32/, operators: ['Deutsche Telekom', 'Vodafone DE'] },
  ES: { mobile: /^[67]/, voip: /^51/, operators: ['Movistar', 'Orange ES'] },
  FR: { mobile: /^[67]/, voip: /^9/, operators: ['Orange', 'SFR'] },
  GB: { mobile: /^7[1-57-9]/, voip: /^56/, operators: ['BT', 'Vodafone UK'] },
  JP: { mobile: /^[789]0/, voip: /^50/, operators: ['NTT Communications', 'KDDI'] },
  US: {
    mobile: never,
    voip: /^(500|521|522|533|544|566|577|588)/,
    operators: ['Verizon/1', 'AT&T/1'],
  },
};

/** Absent when there is no number, or its country is not known. */
export function phoneRecord(written: Written | undefined, seed: string): Phone | undefined {
  const number = written?.phone_number?.replace(/\D/g, '').replace(/^0+/, '');
  if (!number) return undefined;
  const country = phoneCountry(written?.phone_country_code, number, written?.country);
  if (country === undefined) return undefined;
  const plan = plans[country];
  const mobile = plan?.mobile.test(number) ?? false;
  return present<Phone>({
    country,
    is_voip: plan?.voip.test(number) ?? false,
    matches_postal: matchesPostal(country, number, written),
    network_operator: plan?.operators[between(0, plan.operators.length - 1, seed, country, number)],
    number_type: mobile ? 'mobile' : 'fixed',
  });
}

/** Calling code first; the address's own country when there is none. */
function phoneCountry(
  callingCode: string | undefined,
  number: string,
  addressCountry: string | undefined,
): string | undefined {
  const digits = callingCode?.replace(/\D/g, '');
  if (!digits) return addressCountry?.toUpperCase();
  // Canada and the United States share a calling code: the area code tells them apart.
  if (digits === '1') return /^(416|437|647|514|438|604|778|613|403)/.test(number) ? 'CA' : 'US';
  for (const country of countries.values()) {
    if (country.callingCode === digits) return country.isoCode;
  }
  return undefined;
}

/** Only for American numbers whose area code is known, with a postal code and a country. */
function matchesPostal(
  country: string,
  number: string,
  written: Written | undefined,
): boolean | undefined {
  const postal = written?.postal;
  if (country !== 'US' || !postal || !written.country) return undefined;
  const local = places.filter((place) => place.areaCodes?.includes(number.slice(0, 3)));
  return local.length === 0 ? undefined : local.some((place) => place.postalCodes.test(postal));
}
