import { expect, test } from '@jest/globals';
import { generated, typeErrors } from './type-check.ts';

const program = `
import {
  type CreditCard, DispositionAction, EventType, type Insights, type LegacyResult,
  type ListDispositionUpdatesQuery, type ProxyDetectionRequest, type Score, type Transaction,
  type TransactionReport, WarningCode,
} from './models/index.ts';
import type { components, paths } from './wire.ts';
import type { AnyOperation, Operation, RequestTable, ResponseTable } from '../src/operation.ts';
import { operations, type OperationId, scoreOperation } from './operations.ts';
import { errorCodes, score, transaction } from './tables.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(equal: Equal<A, B>): Equal<A, B> => equal;

// A request takes literals, enumeration values, dates, read-only lists and undefined.
export const request: Transaction = {
  device: { ipAddress: '203.0.113.7', userAgent: undefined },
  event: { type: EventType.Purchase, time: new Date(0) },
  billing: undefined,
  shoppingCart: [{ category: 'toys', quantity: 1 }] as const,
  customInputs: { any_key: 'a', other: 1, third: true },
};
export const later: Transaction = { event: { type: 'purchase', time: '2026-01-01T00:00:00Z' } };
export const report: TransactionReport = { tag: 'chargeback', ipAddress: '203.0.113.7' };

// A response has its lists, and knows its values without being closed.
export const codes = (response: Score): number => response.warnings.length;
export const regions = (response: Insights): string[] =>
  (response.ipAddress?.subdivisions ?? []).map(({ isoCode }) => isoCode ?? '');
export const action: DispositionAction = 'a word of tomorrow';
export const known: 'accept' = DispositionAction.Accept;
export const code: WarningCode = WarningCode.InputInvalid;
same<LegacyResult['countryMatch'], boolean | undefined>(true);

// What travels keeps its names.
export const wire: components['schemas']['Transaction'] = { device: { ip_address: '203.0.113.7' } };
same<paths['/minfraud/v2.0/score']['post']['requestBody'], { content: { 'application/json': components['schemas']['Transaction'] } }>(true);

type Sent = components['schemas']['Transaction'];
export const tables: [RequestTable<Transaction, Sent>, ResponseTable<Score>] = [transaction, score];
export const operation: Operation<Transaction, Score, Sent, paths> = scoreOperation;
export const all: Readonly<Record<OperationId, AnyOperation>> = operations;
// The license key is the client's, and a query is an object.
same<keyof ProxyDetectionRequest, 'ipAddress' | 'shopId'>(true);
same<ListDispositionUpdatesQuery, { updatesAfter: Date | string }>(true);
export const old: CreditCard = { last4Digits: '1234' };
export const status: number | undefined = errorCodes['AUTHORIZATION_INVALID'];
`;

test('the generated types accept what they should', () => {
  expect(typeErrors(generated, { 'program.ts': program })).toEqual([]);
});

const mistakes = `import { EventType, type Score, type Transaction, type TransactionReport } from './models/index.ts';
export const unknownField: Transaction = { device: { ip_address: '203.0.113.7' } };
export const unknownWord: Transaction = { event: { type: 'purchased' } };
export const noTag: TransactionReport = { ipAddress: '203.0.113.7' };
export const notThere = (response: Score): string => response.disposition.action;
export const readOnly: void = void (EventType.Purchase = 'purchase');
export const dateOfResponse: Transaction = { event: { time: 0 } };
`;

test('the generated types refuse what they should, each mistake on its own line', () => {
  const lines = typeErrors(generated, { 'mistakes.ts': mistakes }).map(
    (error) => error.split(': ')[0],
  );
  expect(lines).toEqual([2, 3, 4, 5, 6, 7].map((line) => `mistakes.ts:${line}`));
});

const pairs = `import type { NoContent, Operation } from '../src/operation.ts';
import type * as models from './models/index.ts';
import * as operations from './operations.ts';
import * as tables from './tables.ts';
import type { components, paths } from './wire.ts';
type Sent = components['schemas'];
type Scored<Result> = Operation<models.Transaction, Result, Sent['Transaction'], paths>;
type Reported<Result> = Operation<models.TransactionReport, Result, Sent['TransactionReport'], paths>;
type Legacy = Operation<models.LegacyOrder, models.LegacyResult, Omit<Sent['LegacyOrder'], 'license_key'>, paths>;
`;
const rightPairs = `${pairs}export const a: Scored<models.Score> = operations.scoreOperation;
export const b: Scored<models.Factors> = { ...operations.factorsOperation, response: tables.factors };
export const c: Reported<NoContent> = { ...operations.reportTransactionOperation, request: tables.transactionReport };
export const d: Legacy = { ...operations.scoreLegacyOperation, response: tables.legacyResult };
`;
const wrongPairs = `${pairs}export const a: Scored<models.Insights> = operations.scoreOperation;
export const b: Reported<models.Score> = operations.scoreOperation;
export const c: Scored<models.Score> = { ...operations.scoreOperation, response: tables.factors };
export const d: Scored<models.Factors> = { ...operations.factorsOperation, response: tables.insights };
export const e: Scored<models.Score> = { ...operations.scoreOperation, request: tables.transactionReport };
export const f: Legacy = { ...operations.scoreLegacyOperation, request: tables.proxyDetectionRequest };
export const g: Legacy = { ...operations.scoreLegacyOperation, response: tables.proxyDetectionResult };
export const h: Reported<NoContent> = { ...operations.reportTransactionOperation, response: tables.score };
export const i: Operation<models.Transaction, models.Score, Sent['TransactionReport'], paths> = operations.scoreOperation;
export const j: Scored<models.Score> = { ...operations.scoreOperation, send: operations.reportTransactionOperation.send };
`;

test('an operation does not take the table or the type of another', () => {
  expect(typeErrors(generated, { 'pairs.ts': rightPairs })).toEqual([]);
  const lines = typeErrors(generated, { 'pairs.ts': wrongPairs }).map(
    (error) => error.split(': ')[0],
  );
  const first = pairs.split('\n').length;
  expect(lines).toEqual(Array.from({ length: 10 }, (_, at) => `pairs.ts:${first + at}`));
});
