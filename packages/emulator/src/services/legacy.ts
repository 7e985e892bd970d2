/** minFraud Legacy: a form in, `name=value;` text in ISO-8859-1 out. */

import type { AccountBook } from '../accounts.ts';
import { observe } from '../assessment.ts';
import type { Call } from '../call.ts';
import { shortId } from '../fingerprint.ts';
import { countries } from '../geo/countries.ts';
import { foldPlace } from '../geo/places.ts';
import type { Reply } from '../reply.ts';
import type { Signals } from '../risk.ts';
import { proxyScore } from '../signals/ip-address.ts';
import type { Schema } from '../specification.ts';
import { present, type Transaction, type Warning } from '../wire-types.ts';
import { legacyFields, printValue } from './legacy-fields.ts';
import {
  exampleText,
  findTextAccount,
  formFields,
  textErrorStatus,
  textReply,
  type TextError,
} from './text-account.ts';

type Order = ReadonlyMap<string, string>;

export function handleLegacy(call: Call): Reply {
  const { world } = call;
  const order = formFields(call.query, call.text);
  const book = findTextAccount(order.get('license_key'), 'legacy', world);
  if (typeof book === 'string') return failure(book, call);
  const address = order.get('i');
  if (!address) return refuseLegacy(call);

  const transaction = transactionOf(order, address);
  const now = world.clock();
  const { accountId } = book.account;
  const past = world.history?.recall(accountId, transaction, now);
  const { signals, warnings } = observe(transaction, now, world.seed, past);
  book.pay('legacy');
  const maxmindId = shortId(world.seed, call.text, call.query.toString(), occasion(call));
  world.history?.remember(accountId, maxmindId, transaction, now);
  const fields = fieldsOf(call, version(book)).map(([name, schema]): [string, string] => {
    const field = legacyFields[name as keyof typeof legacyFields];
    if (field === undefined) return [name, exampleText(schema, world.specification)];
    const value = field({
      signals,
      order,
      premium: isPremium(order, book),
      version: version(book),
      proxyScore: signals.ip && proxyScore(signals.ip, world.seed),
      queriesRemaining: book.queriesRemaining('legacy'),
      maxmindId,
      warning: warningOf(order, signals, warnings),
    });
    return [name, printValue(value)];
  });
  return { ...textReply(200, fields, ';'), billed: true };
}

/** A malformed request: status 400. No code is documented for it, so `err` is as empty as the rest. */
export function refuseLegacy(call: Call): Reply {
  return failure('', call);
}

function occasion(call: Call): string {
  return String(call.world.occasion(`legacy ${call.text} ${call.query.toString()}`));
}

function version(book: AccountBook): string {
  return book.account.legacyVersion ?? '1.3';
}

/** Premium when the account has it, unless the order asks for less. */
function isPremium(order: Order, book: AccountBook): boolean {
  return (
    book.account.legacyServiceLevel !== 'standard' && order.get('requested_type') !== 'standard'
  );
}

/** The fields of an API version, by the spec; `score` and `explanation` left with 1.3. */
function fieldsOf({ world }: Call, apiVersion: string): [name: string, schema: Schema][] {
  return world.specification.propertiesOf('LegacyResult').filter(([name, schema]) => {
    if (apiVersion === '1.3' && (name === 'score' || name === 'explanation')) return false;
    const since = schema['x-api-version'];
    return typeof since !== 'string' || since <= apiVersion;
  });
}

/** An error names itself among empty fields. */
function failure(code: TextError | '', call: Call): Reply {
  const fields = fieldsOf(call, '1.3').map(([name]): [string, string] => {
    if (name === 'err') return [name, code];
    return [name, name === 'queriesRemaining' && code === 'MAX_REQUESTS_REACHED' ? '0' : ''];
  });
  return textReply(textErrorStatus(code, call.world), fields, ';');
}

/** The same order in the words of the newer services, so that one model serves both. */
function transactionOf(order: Order, address: string): Transaction {
  const text = (name: string): string | undefined => order.get(name) ?? undefined;
  const amount = Number(order.get('order_amount'));
  return present<Transaction>({
    device: present<NonNullable<Transaction['device']>>({
      ip_address: address,
      user_agent: text('user_agent'),
      accept_language: text('accept_language'),
    }),
    email: present<NonNullable<Transaction['email']>>({
      address: text('emailMD5'),
      domain: text('domain'),
    }),
    billing: present<NonNullable<Transaction['billing']>>({
      city: text('city'),
      region: text('region'),
      postal: text('postal'),
      country: isoCode(text('country')),
      phone_number: nationalNumber(text('custPhone')),
    }),
    shipping: present<NonNullable<Transaction['shipping']>>({
      address: text('shipAddr'),
      city: text('shipCity'),
      region: text('shipRegion'),
      postal: text('shipPostal'),
      country: isoCode(text('shipCountry')),
    }),
    credit_card: present<NonNullable<Transaction['credit_card']>>({
      issuer_id_number: text('bin'),
      bank_name: text('binName'),
      bank_phone_number: text('binPhone'),
    }),
    order:
      Number.isFinite(amount) && amount > 0
        ? present<NonNullable<Transaction['order']>>({ amount })
        : undefined,
  });
}

/** This service takes full country names too. */
function isoCode(written: string | undefined): string | undefined {
  if (!written || written.length === 2) return written?.toUpperCase();
  for (const country of countries.values()) {
    if (foldPlace(country.names.en) === foldPlace(written)) return country.isoCode;
  }
  return 'ZZ';
}

/** `+1 612-555-0100` and `612-555-0100` are the same number to this service. */
function nationalNumber(phone: string | undefined): string | undefined {
  return phone?.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
}

/** One warning fits into `err`: the weightiest. */
function warningOf(order: Order, { ip, billing }: Signals, warnings: readonly Warning[]): string {
  const found = new Set(warnings.map(({ code }) => code));
  if (ip?.warning) return 'IP_NOT_FOUND';
  if (/[^0-9a-f]/i.test(order.get('emailMD5') ?? '') && !order.get('emailMD5')?.includes('@')) {
    return 'INVALID_EMAIL_MD5';
  }
  if (found.has('BILLING_COUNTRY_NOT_FOUND')) return 'COUNTRY_NOT_FOUND';
  if (!billing) return '';
  if (order.get('region') && !order.get('city')) return 'CITY_REQUIRED';
  if (found.has('BILLING_CITY_NOT_FOUND')) return 'CITY_NOT_FOUND';
  if (order.get('city') && billing.country === 'US' && !order.get('postal')) {
    return 'POSTAL_CODE_REQUIRED';
  }
  return found.has('BILLING_POSTAL_NOT_FOUND') ? 'POSTAL_CODE_NOT_FOUND' : '';
}
