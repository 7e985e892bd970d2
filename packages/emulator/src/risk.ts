/** The risk score of the emulator: one documented multiplier for each thing that it notices. */

import { hundredths } from './fingerprint.ts';
import { localHour } from './geo/local-time.ts';
import type { Past } from './history.ts';
import { findIssue } from './signals/card.ts';
import type { EmailSignal } from './signals/email.ts';
import type { IpSignal } from './signals/ip-address.ts';
import { distance, isReshipper, type AddressSignal } from './signals/postal-address.ts';
import { present, type Phone, type RiskScoreReason, type Transaction } from './wire-types.ts';

/** What one transaction shows, gathered once. */
export interface Signals {
  readonly transaction: Transaction;
  readonly moment: Date;
  readonly ip: IpSignal | undefined;
  readonly email: EmailSignal | undefined;
  readonly billing: AddressSignal | undefined;
  readonly shipping: AddressSignal | undefined;
  readonly billingPhone: Phone | undefined;
  readonly shippingPhone: Phone | undefined;
  /** Only with the `history` option. */
  readonly past?: Past | undefined;
}

/** A reason code, what it is about in words, and the factor it puts on the score. */
export interface Factor {
  readonly code: string;
  readonly subject: string;
  readonly multiplier: number;
}

type Check = readonly [
  code: string,
  subject: string,
  /** 1, or undefined, when there is nothing to say. */
  multiplier: (signals: Signals) => number | undefined,
];

const anonymity = { tor: 20, 'public-proxy': 14, 'residential-proxy': 11, vpn: 9, hosting: 3 };

/** docs/emulator.md has the same table for readers: a test holds the two together. */
const checks: readonly Check[] = [
  ['ANONYMOUS_IP', 'The Anonymous IP address', anonymousIp],
  ['IP_ACTIVITY', 'minFraud network activity of the IP address', ipActivity],
  ['COUNTRY', 'The country associated with the request', countryMismatch],
  ['ORG_DISTANCE_RISK', 'The ISP and the distance to the billing address', longDistance],
  ['INTRACOUNTRY_DISTANCE', 'The distance to the billing address', homeDistance],
  ['TIME_OF_DAY', 'The local time of day of the request', timeOfDay],
  ['LANGUAGE', 'The language of the browser', language],
  ['EMAIL_DOMAIN', 'The email domain', emailDomain],
  ['EMAIL_DOMAIN_NEW', 'The email domain being recently seen for the first time', newDomain],
  ['EMAIL_FIRST_SEEN', 'The date the email address was first seen', newEmail],
  ['EMAIL_TENURE', 'The tenure of the email address', emailTenure],
  ['EMAIL_LOCAL_PART', 'The local part of the email address', emailLocalPart],
  ['TRANSACTION_REPORT_EMAIL', 'Transaction reports on the email address', reportedEmail],
  ['TRANSACTION_REPORT_IP', 'Transaction reports on the IP address', reportedIp],
  ['TRANSACTION_REPORT_PHONE', 'Transaction reports on the phone number', reportedPhone],
  ['EMAIL_VELOCITY', 'How often the email address was seen lately', emailVelocity],
  ['IP_EMAIL_VELOCITY', 'The number of email addresses on the IP address', emailsAtIp],
  ['IP_ISSUER_ID_NUMBER_VELOCITY', 'The number of cards on the IP address', iinsAtIp],
  ['ISSUER_ID_NUMBER_COUNTRY_MISMATCH', 'The country of the card', cardCountry],
  ['ORDER_AMOUNT', 'The order amount', orderAmount],
  ['TRANSACTION_REPORT_SHIP', 'Transaction reports on the shipping address', reshipper],
  ['SHIP_ACTIVITY', 'The distance of the shipping address to the billing address', shipDistance],
  ['PHONE', 'The phone number', phone],
  ['PHONE_ACTIVITY', 'minFraud network activity of the phone number', phoneActivity],
  ['CUSTOMER_ID_ACTIVITY', 'The activity of the customer', customer],
];

function anonymousIp({ ip }: Signals): number | undefined {
  const kind = ip?.network?.anonymity?.kind;
  return kind && anonymity[kind];
}

function ipActivity({ ip }: Signals): number | undefined {
  if (ip === undefined || ip.risk < 5) return undefined;
  return ip.risk < 40 ? 2.5 : 6;
}

function countryMismatch({ ip, billing }: Signals): number | undefined {
  if (ip?.country === undefined || billing?.country === undefined) return undefined;
  return ip.country.isoCode === billing.country ? undefined : 1.9;
}

function longDistance(signals: Signals): number | undefined {
  const kilometres = distance(signals.billing, signals.ip);
  if (countryMismatch(signals) === undefined || kilometres === undefined) return undefined;
  return kilometres > 1000 ? 2.2 : undefined;
}

function homeDistance(signals: Signals): number | undefined {
  const kilometres = distance(signals.billing, signals.ip);
  if (kilometres === undefined || countryMismatch(signals) !== undefined) return undefined;
  if (kilometres <= 100) return 0.5;
  return kilometres > 500 ? 1.6 : undefined;
}

function timeOfDay({ ip, moment }: Signals): number | undefined {
  const timeZone = ip?.network?.place?.timeZone;
  return timeZone !== undefined && localHour(moment, timeZone) < 5 ? 1.8 : undefined;
}

function language({ ip, transaction }: Signals): number | undefined {
  const spoken = /^\s*([a-z]{2,3})/i.exec(transaction.device?.accept_language ?? '')?.[1];
  if (spoken === undefined || ip?.country === undefined) return undefined;
  return ip.country.languages.includes(spoken.toLowerCase()) ? undefined : 1.6;
}

function emailDomain({ email }: Signals): number | undefined {
  return email?.record.is_disposable ? 5 : undefined;
}

function newDomain({ email }: Signals): number | undefined {
  return email?.domainAge !== undefined && email.domainAge < 90 ? 1.7 : undefined;
}

function newEmail({ email }: Signals): number | undefined {
  return email?.age !== undefined && email.age < 30 ? 1.8 : undefined;
}

function emailTenure({ email }: Signals): number | undefined {
  return email?.age !== undefined && email.age > 5 * 365 ? 0.6 : undefined;
}

function emailLocalPart({ email }: Signals): number | undefined {
  return /\d{5}/.test(email?.localPart ?? '') ? 1.6 : undefined;
}

function reportedEmail({ email, past }: Signals): number | undefined {
  if (email?.record.is_high_risk) return 8;
  return past?.email === 'not_fraud' ? 0.5 : undefined;
}

function reportedIp({ past }: Signals): number | undefined {
  if (past?.ip === undefined) return undefined;
  return past.ip === 'fraud' ? 4 : 0.6;
}

function reportedPhone({ past }: Signals): number | undefined {
  return past?.phone === 'fraud' ? 3 : undefined;
}

function emailVelocity({ past }: Signals): number | undefined {
  return past !== undefined && past.sameEmail >= 3 ? 2 : undefined;
}

function emailsAtIp({ past }: Signals): number | undefined {
  return past !== undefined && past.emailsAtIp >= 3 ? 2.5 : undefined;
}

function iinsAtIp({ past }: Signals): number | undefined {
  return past !== undefined && past.iinsAtIp >= 3 ? 3 : undefined;
}

function cardCountry({ transaction, billing }: Signals): number | undefined {
  const card = transaction.credit_card;
  const issued = findIssue(card?.issuer_id_number)?.country ?? card?.country?.toUpperCase();
  if (issued === undefined || billing?.country === undefined) return undefined;
  return issued === billing.country ? undefined : 3;
}

function orderAmount({ transaction }: Signals): number | undefined {
  const amount = transaction.order?.amount ?? 0;
  if (amount < 1000) return undefined;
  return amount < 5000 ? 2 : 3;
}

function reshipper({ shipping, past }: Signals): number | undefined {
  return isReshipper(shipping) || past?.shipping === 'fraud' ? 4 : undefined;
}

function shipDistance({ shipping, billing }: Signals): number | undefined {
  const kilometres = distance(shipping, billing);
  return kilometres !== undefined && kilometres > 1000 ? 1.6 : undefined;
}

function phone({ billingPhone, shippingPhone, billing }: Signals): number | undefined {
  if (billingPhone?.is_voip || shippingPhone?.is_voip) return 1.7;
  if (billingPhone === undefined || billing?.country === undefined) return undefined;
  return billingPhone.country === billing.country ? undefined : 1.6;
}

function phoneActivity({ billingPhone }: Signals): number | undefined {
  return billingPhone?.matches_postal ? 0.6 : undefined;
}

function customer({ transaction }: Signals): number | undefined {
  return transaction.account?.user_id ? 0.5 : undefined;
}

/** Everything that puts a factor on the score, in the order of the table. */
export function riskFactors(signals: Signals): Factor[] {
  return checks.flatMap(([code, subject, check]) => {
    const multiplier = check(signals);
    return multiplier === undefined ? [] : [{ code, subject, multiplier }];
  });
}

/** 1 times all the factors, rounded to hundredths, within the documented 0.01 to 99. */
export function riskScore(factors: readonly Factor[]): number {
  const product = factors.reduce((score, { multiplier }) => score * multiplier, 1);
  return Math.min(99, Math.max(0.01, hundredths(product)));
}

/** Every factor, strongest first: the table has none that would not move the score by much. */
export function riskScoreReasons(factors: readonly Factor[]): RiskScoreReason[] {
  return [...factors]
    .sort((a, b) => b.multiplier - a.multiplier)
    .map(({ code, subject, multiplier }) =>
      present<RiskScoreReason>({
        multiplier,
        reasons: [
          present<NonNullable<RiskScoreReason['reasons']>[number]>({
            code,
            reason: `${subject} ${multiplier > 1 ? 'raised' : 'lowered'} the overall risk score`,
          }),
        ],
      }),
    );
}
