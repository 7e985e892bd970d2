/** Makes the form that travels to a legacy service out of what the application gave. */
import type {
  LegacyOrder as OrderWithKey,
  ProxyDetectionRequest as RequestWithKey,
} from '../../generated/models/index.ts';
import { legacyOrder, proxyDetectionRequest, type RequestTable } from '../../generated/tables.ts';
import { emailDomain, hashEmail } from '../email/index.ts';
import { encode } from '../encode.ts';
import { InvalidRequestError, type Issue } from '../errors.ts';
import { hashLegacyUsername } from '../formats/username.ts';

/** An order to score; the licence key is the client's. */
export type LegacyOrder = Omit<OrderWithKey, 'licenseKey'>;

/** An address to look up; the licence key is the client's. */
export type ProxyDetectionRequest = Omit<RequestWithKey, 'licenseKey'>;

/** What travels, by wire name. */
export type Form = Record<string, string>;

const orderTable = /* @__PURE__ */ withoutKey(legacyOrder);
const requestTable = /* @__PURE__ */ withoutKey(proxyDetectionRequest);

/** @throws InvalidRequestError with everything that is wrong with the order. */
export function orderForm(
  order: LegacyOrder,
  licenseKey: string,
  { validate, hashEmail: hashes }: { readonly validate: boolean; readonly hashEmail: boolean },
): Form {
  const { wire, issues, modelOnly } = encode(adapted(order), orderTable, { validate });
  const all = validate ? [...issues, ...bankIssues(wire, issues)] : issues;
  if (all.length > 0) throw InvalidRequestError.fromIssues(all, 'The order');

  const { username } = modelOnly;
  if (typeof username === 'string') wire['usernameMD5'] = hashLegacyUsername(username);
  const email = wire['emailMD5'];
  if (hashes && typeof email === 'string') {
    // The service finds the domain in an address, and cannot in a hash.
    const domain = emailDomain(email);
    if (domain !== undefined) wire['domain'] ??= domain;
    wire['emailMD5'] = hashEmail(email);
  }
  return { ...formOf(wire), license_key: licenseKey };
}

/** @throws InvalidRequestError with everything that is wrong with the request. */
export function proxyForm(
  request: ProxyDetectionRequest,
  licenseKey: string,
  { validate }: { readonly validate: boolean },
): Form {
  const { wire, issues } = encode(request, requestTable, { validate });
  if (issues.length > 0) throw InvalidRequestError.fromIssues(issues);
  return { ...formOf(wire), l: licenseKey };
}

/** The key never stands among the fields of an order: it would be checked, and named in issues. */
function withoutKey(table: RequestTable): RequestTable {
  const isOther = (name: string): boolean => name !== 'licenseKey';
  const fields = Object.entries(table.fields).filter(([name]) => isOther(name));
  const required = (table.required ?? []).filter(isOther);
  return { ...table, fields: Object.fromEntries(fields), required };
}

/**
 * The order with what the service would cut off cut off, and with a plain user name hashed, before
 * either is measured against the rules.
 */
function adapted(order: LegacyOrder): unknown {
  if (typeof order !== 'object' || (order as unknown) === null || Array.isArray(order))
    return order;
  try {
    const copy: Record<string, unknown> = { ...order };
    // Headers of a browser that nobody wrote by hand; the documentation says that they are truncated.
    for (const name of ['userAgent', 'acceptLanguage']) {
      const text = copy[name];
      if (typeof text === 'string' && text.length > 255)
        copy[name] = Array.from(text).slice(0, 255).join('');
    }
    // MaxMind's old clients took a name here as well, told by its length, and never sent one.
    const name = copy['usernameMd5'];
    if (typeof name === 'string' && name !== '' && !/^[\da-f]{32}$/i.test(name)) {
      copy['usernameMd5'] = hashLegacyUsername(name);
    }
    return copy;
  } catch {
    // A getter that throws: the encoder says which.
    return order;
  }
}

/** "You must set the bin field if you set this one", of `binName` and `binPhone`. */
function bankIssues(wire: Readonly<Record<string, unknown>>, issues: readonly Issue[]): Issue[] {
  const needs = ['binName', 'binPhone'].find((name) => name in wire);
  const isThere = 'bin' in wire || issues.some(({ path }) => path === 'bin');
  if (needs === undefined || isThere) return [];
  return [
    { pointer: '/bin', path: 'bin', code: 'MISSING', message: `is required beside ${needs}` },
  ];
}

/** A form knows text only: unchecked, null and objects stand for nothing, as `undefined` does. */
function formOf(wire: Readonly<Record<string, unknown>>): Form {
  const form: Form = {};
  for (const [name, value] of Object.entries(wire)) {
    if (typeof value === 'string') form[name] = value;
    else if (typeof value === 'number') form[name] = decimal(value);
    else if (typeof value === 'boolean') form[name] = String(value);
  }
  return form;
}

/** A number without an exponent, which the service does not know. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(3) : text;
}
