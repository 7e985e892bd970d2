/** Looks at a transaction from all sides and says how each tier of the service would respond. */

import { uuid } from './fingerprint.ts';
import type { CustomRule } from './accounts.ts';
import type { Past } from './history.ts';
import { riskFactors, riskScore, riskScoreReasons, type Signals } from './risk.ts';
import { cardRecord } from './signals/card.ts';
import { checkToken, deviceRecord } from './signals/device.ts';
import { isUnusable, lookUpEmail } from './signals/email.ts';
import { lookUpIp } from './signals/ip-address.ts';
import { ipAddressRecord } from './signals/ip-record.ts';
import { phoneRecord } from './signals/phone.ts';
import { billingRecord, locate, shippingRecord } from './signals/postal-address.ts';
import {
  extend,
  present,
  type Disposition,
  type Factors,
  type Insights,
  type Score,
  type SentWarning,
  type Transaction,
  type Warning,
} from './wire-types.ts';

export type Tier = 'score' | 'insights' | 'factors';

/** What a response needs in addition to the transaction. */
export interface Circumstances {
  readonly seed: string;
  /** Names this response among others for the same transaction. */
  readonly occasion: string;
  readonly now: Date;
  readonly rules: readonly CustomRule[];
  readonly fundsRemaining: number;
  readonly queriesRemaining: number;
  /** What was already found wrong with the request. */
  readonly warnings: readonly Warning[];
  /** What an emulator with a memory knows from before. */
  readonly past?: Past | undefined;
  /** A score that was asked for, in place of the one that would be worked out. */
  readonly riskScore?: number | undefined;
}

const YEAR = 366 * 86_400_000;

/** The time of the event, or now; a time of more than a year ago is not used, and warned of. */
function momentOf(transaction: Transaction, now: Date, warn: (warning: Warning) => void): Date {
  if (transaction.event?.time === undefined) return now;
  const moment = new Date(transaction.event.time);
  if (now.getTime() - moment.getTime() <= YEAR) return moment;
  warn({
    code: 'INPUT_INVALID',
    warning: 'The event is more than one year in the past: the current time was used',
    input_pointer: '/event/time',
  });
  return now;
}

/** Gathers what the transaction shows. */
export function observe(
  transaction: Transaction,
  now: Date,
  seed: string,
  past?: Past,
): { signals: Signals; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const note = (warning: Warning | undefined): void => {
    if (warning !== undefined) warnings.push(warning);
  };
  const moment = momentOf(transaction, now, note);
  const address = transaction.device?.ip_address;
  const ip = address === undefined ? undefined : lookUpIp(address, seed);
  note(ip?.warning);
  note(checkToken(transaction.device?.tracking_token));
  if (transaction.email?.address !== undefined && isUnusable(transaction.email.address)) {
    note({
      code: 'EMAIL_ADDRESS_UNUSABLE',
      warning: 'The email address is likely an integration error and was not used',
      input_pointer: '/email/address',
    });
  }
  const billing = locate('billing', transaction.billing);
  const shipping = locate('shipping', transaction.shipping);
  warnings.push(...(billing?.warnings ?? []), ...(shipping?.warnings ?? []));
  return {
    warnings,
    signals: {
      transaction,
      moment,
      ip,
      email: lookUpEmail(transaction.email, moment, seed, past?.email === 'fraud'),
      past,
      billing,
      shipping,
      billingPhone: phoneRecord(transaction.billing, seed),
      shippingPhone: phoneRecord(transaction.shipping, seed),
    },
  };
}

/** The response of a tier; each tier holds everything of the one before it. */
export function assess(
  tier: Tier,
  transaction: Transaction,
  given: Circumstances,
): Score | Insights | Factors {
  const { seed } = given;
  const { signals, warnings: found } = observe(transaction, given.now, seed, given.past);
  const factors = riskFactors(signals);
  const score = given.riskScore ?? riskScore(factors);
  const warnings = [...given.warnings, ...found];
  const { ip, billing, shipping } = signals;

  const base: Score = present<Score>({
    disposition: disposition(score, given.rules),
    funds_remaining: given.fundsRemaining,
    id: uuid(seed, 'minFraud ID', tier, JSON.stringify(transaction), given.occasion),
    ip_address: ip && present<NonNullable<Score['ip_address']>>({ risk: ip.risk }),
    queries_remaining: given.queriesRemaining,
    risk_score: score,
    warnings: warnings.length > 0 ? warnings.map((one) => present<SentWarning>(one)) : undefined,
  });
  if (tier === 'score') return base;

  const insights = extend<Insights>(base, {
    ip_address: ip && ipAddressRecord(ip, signals.moment),
    billing_address: billing && billingRecord(billing, ip),
    billing_phone: signals.billingPhone,
    credit_card: cardRecord(transaction.credit_card, billing?.country),
    device: deviceRecord(transaction.device, ip, signals.moment, seed, given.past?.deviceLastSeen),
    email: signals.email?.record,
    shipping_address:
      shipping && shippingRecord(shipping, billing, ip, given.past?.shipping === 'fraud'),
    shipping_phone: signals.shippingPhone,
  });
  if (tier === 'insights') return insights;

  const reasons = riskScoreReasons(factors);
  return extend<Factors>(insights, {
    risk_score_reasons: reasons.length > 0 ? reasons : undefined,
  });
}

/** The first rule that the score reaches; absent for an account without rules, as in the service. */
export function disposition(score: number, rules: readonly CustomRule[]): Disposition | undefined {
  if (rules.length === 0) return undefined;
  const rule = [...rules]
    .sort((a, b) => b.minimumRiskScore - a.minimumRiskScore)
    .find(({ minimumRiskScore }) => score >= minimumRiskScore);
  if (rule === undefined) {
    return present<Disposition>({ action: 'accept', reason: 'default', rule_label: undefined });
  }
  return present<Disposition>({
    action: rule.action,
    reason: 'custom_rule',
    rule_label: rule.label,
  });
}
