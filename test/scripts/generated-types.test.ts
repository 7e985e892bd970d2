import { expect, test } from '@jest/globals';
import { generated, typeErrors } from './type-check.ts';

const program = `
import {
  DispositionAction, EventType, type Insights, type LegacyResult, type Score, type Transaction,
  type TransactionReport, WarningCode,
} from './models/index.ts';
import type { components, paths } from './wire.ts';
import { errorCodes, score, transaction, type RequestTable, type ResponseTable } from './tables.ts';

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

// An answer has its lists, and knows its words without being closed.
export const codes = (answer: Score): number => answer.warnings.length;
export const regions = (answer: Insights): string[] =>
  (answer.ipAddress?.subdivisions ?? []).map(({ isoCode }) => isoCode ?? '');
export const action: DispositionAction = 'a word of tomorrow';
export const known: 'accept' = DispositionAction.Accept;
export const code: WarningCode = WarningCode.InputInvalid;
same<LegacyResult['countryMatch'], boolean | undefined>(true);

// What travels keeps its names.
export const wire: components['schemas']['Transaction'] = { device: { ip_address: '203.0.113.7' } };
same<paths['/minfraud/v2.0/score']['post']['requestBody'], { content: { 'application/json': components['schemas']['Transaction'] } }>(true);

export const tables: [RequestTable, ResponseTable] = [transaction, score];
export const status: number | undefined = errorCodes['AUTHORIZATION_INVALID'];
`;

test('the generated types accept what they should', () => {
  expect(typeErrors(generated, { 'program.ts': program })).toEqual([]);
});

const mistakes = `import { EventType, type Score, type Transaction, type TransactionReport } from './models/index.ts';
export const unknownField: Transaction = { device: { ip_address: '203.0.113.7' } };
export const unknownWord: Transaction = { event: { type: 'purchased' } };
export const noTag: TransactionReport = { ipAddress: '203.0.113.7' };
export const notThere = (answer: Score): string => answer.disposition.action;
export const readOnly: void = void (EventType.Purchase = 'purchase');
export const dateOfAnswer: Transaction = { event: { time: 0 } };
`;

test('the generated types refuse what they should, each mistake on its own line', () => {
  const lines = typeErrors(generated, { 'mistakes.ts': mistakes }).map(
    (error) => error.split(': ')[0],
  );
  expect(lines).toEqual([2, 3, 4, 5, 6, 7].map((line) => `mistakes.ts:${line}`));
});
