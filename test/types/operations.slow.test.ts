import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { typeErrors } from '../scripts/type-check.ts';

const head = `
import type { Client } from 'openapi-fetch';
import type * as models from '../../generated/models/index.ts';
import * as tables from '../../generated/tables.ts';
import type * as wire from '../../generated/wire.ts';
import type { RequestTable, WireInit } from '../../src/operation.ts';
type Transaction = wire.components['schemas']['Transaction'];
declare const client: Client<wire.paths>;
declare const transaction: Transaction;
declare const init: WireInit;
`;

function errorsOf(program: string): unknown[] {
  const options = { types: ['node'], isolatedDeclarations: false, resolveJsonModule: true };
  return typeErrors(join(__dirname), { 'program.ts': head + program }, options);
}

describe('an operation is tied to its path', () => {
  test('its own compiles without a cast', () => {
    const program = `export const sent = client.POST('/minfraud/v2.0/score', { body: transaction, ...init });
      export const table: RequestTable<models.Transaction, Transaction> = tables.transaction;`;
    expect(errorsOf(program)).toEqual([]);
  }, 60_000);

  test('another path, method, body, parameter or table does not', () => {
    const refused = [
      `client.POST('/minfraud/v2.0/scores', { body: transaction, ...init });`,
      `client.GET('/minfraud/v2.0/score', { body: transaction, ...init });`,
      `client.POST('/minfraud/v2.0/transactions/report', { body: transaction, ...init });`,
      `client.POST('/minfraud/v2.0/score', { body: { device: { ip_address: 7 } }, ...init });`,
      `client.GET('/minfraud/disposition/v1.0/updates', { params: { query: { after: '' } }, ...init });`,
      `export const t1: RequestTable<models.Transaction, wire.components['schemas']['TransactionReport']> = tables.transaction;`,
      `export const t2: RequestTable<models.TransactionReport, Transaction> = tables.transaction;`,
    ];
    expect(errorsOf(refused.join('\n'))).toHaveLength(refused.length);
  }, 60_000);
});
