/** What generated clients make their checks of, tied to the types of their spec. */
import { expect, test } from '@jest/globals';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { reportChecks, transactionChecks } from '../../src/runtime.ts';

test('checks are made of an operation that takes what they check', () => {
  const transactions = transactionChecks<Transaction>(scoreOperation);
  expect(transactions.validateTransaction({ event: { shopId: 'a' } }).ok).toBe(true);
  expect(transactions.validateTransaction({ tag: 'not_fraud' }).ok).toBe(false);
  const reports = reportChecks<TransactionReport>(reportTransactionOperation);
  expect(reports.validateReport({ tag: 'not_fraud', ipAddress: '203.0.113.9' }).ok).toBe(true);
  // @ts-expect-error the operation takes another request
  reportChecks<TransactionReport>(scoreOperation);
});
