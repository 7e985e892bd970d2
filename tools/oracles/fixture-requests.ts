/** Puts the requests of the official clients' tests through our checks and encoding. */
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import { type Checked, checkReport, checkTransaction } from '../../src/request/prepare.ts';
import { modelOf } from '../../test/request/model-of.ts';
import { differingLeaves } from './bodies.ts';
import { requestDifferences, type RequestFinding } from './fixture-differences.ts';
import { Tally } from './tally.ts';

export interface RequestSample {
  readonly wire: unknown;
  /** What the test says of it. */
  readonly valid: boolean;
}

export function compareRequests(
  transactions: readonly RequestSample[],
  reports: readonly RequestSample[],
): Tally {
  const tally = new Tally(requestDifferences.map(({ name }) => name));
  for (const sample of transactions) {
    const model = modelOf(sample.wire, scoreOperation.request);
    for (const invalid of ['throw', 'drop'] as const) {
      judge(tally, sample, checkTransaction(model, scoreOperation, { invalid, hashEmail: false }));
    }
  }
  for (const sample of reports) {
    const { request } = reportTransactionOperation;
    judge(tally, sample, checkReport(modelOf(sample.wire, request), request));
  }
  return tally;
}

function judge(tally: Tally, sample: RequestSample, checked: Checked): void {
  const found = [...findings(sample, checked)];
  if (found.length === 0) tally.add('agrees', '', undefined);
  for (const finding of found) {
    const difference = requestDifferences.find(({ explains }) => explains(finding));
    if (difference) tally.add('differs', difference.name, finding);
    else tally.add('unexplained', `${finding.what} ${finding.pointer}`, finding);
  }
}

function* findings({ wire, valid }: RequestSample, checked: Checked): Generator<RequestFinding> {
  const found = [...checked.issues, ...checked.repairs];
  if (!valid) {
    if (found.length === 0) yield { wire, what: 'taken', pointer: '' };
    return;
  }
  for (const { pointer, code } of found) yield { wire, what: 'refused', pointer, code };
  const sent: unknown = JSON.parse(JSON.stringify(checked.wire));
  for (const { pointer } of differingLeaves('', sent, wire)) {
    const isLeftOut = found.some((one) => pointer.startsWith(one.pointer));
    if (!isLeftOut) yield { wire, what: 'changed', pointer };
  }
}
