/** Replays the requests of the official clients' tests: fields, transactions, reports and addresses. */
import { isDeepStrictEqual } from 'node:util';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import { emailDomain, hashEmail, normalizeEmail } from '../../src/email/index.ts';
import { md5Hex } from '../../src/formats/md5.ts';
import { type Checked, checkReport, checkTransaction } from '../../src/request/prepare.ts';
import { differingLeaves } from './bodies.ts';
import type { CaseFinding } from './case-differences.ts';
import type { AddressCase, ClientCases, FieldCase, RequestCase } from './cases/case.ts';
import { camelOf, placed, valueAt } from './wire-names.ts';

/** What a case shows; none when we do what the client does. */
export type Shown = Omit<CaseFinding, 'client'>;

export function* requestFindings(cases: ClientCases): Generator<readonly Shown[]> {
  for (const one of cases.fields) yield* fieldFindings(one);
  for (const one of cases.transactions) yield transactionFindings(one);
  for (const one of cases.reports) yield judged(one, checkedReport(one.wire), 'report');
  for (const one of cases.addresses) yield [...addressFindings(one)];
  for (const [domain, normalized] of cases.domains) {
    const ours = emailDomain(`user@${domain}`) ?? '';
    yield ours === normalized
      ? []
      : [{ about: domain, what: 'normalized', pointer: '', ours, theirs: normalized }];
  }
}

/** Each value in a request of its own, next to what makes the request complete. */
function* fieldFindings([at, about, valid, invalid = []]: FieldCase): Generator<Shown[]> {
  const [pointer = '', service = 'transaction'] = at.split(':').reverse();
  const isReport = service === 'report';
  for (const [values, isValid] of [[valid, true] as const, [invalid, false] as const]) {
    for (const value of values) {
      const wire = isReport
        ? { ip_address: '1.1.1.1', tag: 'chargeback', ...placed(pointer, value) }
        : withDevice(placed(pointer, value));
      const one: RequestCase = { about, wire, valid: isValid };
      yield isReport
        ? judged(one, checkedReport(wire), 'report', pointer)
        : transactionFindings(one, pointer);
    }
  }
}

function withDevice(wire: Record<string, unknown>): Record<string, unknown> {
  const device = { ip_address: '1.1.1.1', ...(wire['device'] as object | undefined) };
  return { ...wire, device };
}

function transactionFindings(one: RequestCase, at = ''): Shown[] {
  const { wire, unchecked, hashEmail: hashes = false } = one;
  const modes = unchecked ? (['send'] as const) : (['throw', 'drop'] as const);
  return modes.flatMap((invalid) =>
    judged(
      one,
      checkTransaction(camelOf(wire), scoreOperation, { invalid, hashEmail: hashes }),
      invalid,
      at,
    ),
  );
}

function checkedReport(wire: unknown): Checked {
  return checkReport(camelOf(wire), reportTransactionOperation.request);
}

function judged(
  { about, wire, valid, sends = wire }: RequestCase,
  checked: Checked,
  mode: CaseFinding['mode'],
  at = '',
): Shown[] {
  const found = [...checked.issues, ...checked.repairs];
  const evidence = { about, mode, given: wire };
  if (!valid) {
    const isThere = found.some(({ pointer }) => isAt(pointer, at));
    const ours = valueAt(checked.wire, at);
    return isThere ? [] : [{ ...evidence, what: 'taken', pointer: at, ours }];
  }
  const refused = found.map((one) => ({
    ...evidence,
    what: 'refused' as const,
    pointer: one.pointer,
    code: one.code,
    ours: 'how' in one ? one.how : undefined,
  }));
  const leaves = [...differingLeaves('', plain(checked.wire), plain(sends))];
  const changes = leaves
    .filter(({ pointer }) => !found.some((one) => pointer.startsWith(one.pointer)))
    .map((leaf) => ({ ...evidence, what: 'changed' as const, ...leaf }));
  return [...refused, ...changes];
}

/** A name that a caller made up is not repeated in what is said about it. */
function isAt(pointer: string, at: string): boolean {
  const parent = at.slice(0, at.lastIndexOf('/'));
  const isMadeUp = pointer === `${parent}/…` || pointer === '/custom_inputs';
  return pointer.startsWith(at) || (isMadeUp && pointer.startsWith(parent));
}

/** The functions of their own, and what is sent with nothing checked, as some clients can be set. */
function* addressFindings([address, gives, domain]: AddressCase): Generator<Shown> {
  const evidence = { about: address, given: address, pointer: '' };
  const isHash = gives !== null && /^[\da-f]{32}$/.test(gives);
  const md5 = isHash ? gives : md5Hex(gives ?? '');
  const normalized = normalizeEmail(address);
  if (!isHash && gives !== normalized) {
    yield { ...evidence, what: 'normalized', ours: normalized, theirs: gives };
  } else if (hashEmail(address) !== md5) {
    yield { ...evidence, what: 'hashed', ours: hashEmail(address), theirs: md5 };
  }
  if (gives === null) return;
  const model = { email: { address } };
  const settings = { invalid: 'send', hashEmail: true } as const;
  const { wire } = checkTransaction(model, scoreOperation, settings);
  const sent = wire['email'] as { address: string; domain?: string };
  if (!isDeepStrictEqual(sent.address, md5)) {
    yield {
      ...evidence,
      what: 'hashed',
      pointer: '/email/address',
      ours: sent.address,
      theirs: md5,
    };
  }
  if (domain !== undefined && sent.domain !== domain) {
    yield {
      ...evidence,
      what: 'changed',
      pointer: '/email/domain',
      ours: sent.domain,
      theirs: domain,
    };
  }
}

/** As it is read from its JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
