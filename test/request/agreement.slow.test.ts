/** Oracle: ajv on the compiled spec and the encoder give the same verdict, at the same places. */
import { expect, test } from '@jest/globals';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { transaction, transactionReport } from '../../generated/tables.ts';
import type { ObjectRule } from '../../src/operation.ts';
import { validateTransaction } from '../../src/index.ts';
import { encode } from '../../src/request/encode.ts';
import { shownKey } from '../../src/request/findings.ts';
import { mendedByHand } from './mended-by-hand.ts';
import { modelOf } from './model-of.ts';
import { type Json, mutationsOf, openapi, reports, transactions } from './wire-requests.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats(ajv);
ajv.addSchema(openapi, 'openapi');
const validators = {
  Transaction: ajv.compile({ $ref: 'openapi#/components/schemas/Transaction' }),
  TransactionReport: ajv.compile({ $ref: 'openapi#/components/schemas/TransactionReport' }),
};

const seed = 20261122;

test.each([
  ['right transactions', transactions, transaction, 6500, 0, 0],
  ['transactions with one change', mutationsOf(transactions), transaction, 11500, 0.5, 0.9],
  ['reports', reports, transactionReport, 700, 0.05, 0.6],
  ['reports with one change', mutationsOf(reports), transactionReport, 1500, 0.5, 0.95],
] as const)('%s', (_, requests, table: ObjectRule, numRuns, fewestWrong, mostWrong) => {
  const validator = validators[table.name as keyof typeof validators];
  let wrong = 0;
  fc.assert(
    fc.property(requests, (wire) => {
      // What is mended is checked and sent as it is then.
      const mended = mendedByHand(wire);
      const places = placesOf(validator, mended);
      const { issues, wire: encoded } = encode(modelOf(wire, table), table, 'throw');
      const ours = new Set(issues.map(({ pointer }) => pointer));
      expect([...ours].sort()).toEqual([...places].sort());
      if (places.size === 0) expect(encoded).toEqual(mended);
      else wrong++;
    }),
    { numRuns, seed },
  );
  // Both verdicts must be given often, or the agreement says little.
  expect(wrong / numRuns).toBeGreaterThanOrEqual(fewestWrong);
  expect(wrong / numRuns).toBeLessThanOrEqual(mostWrong);
});

test('both refuse a transaction of empty objects and lists', () => {
  const empty: Json[] = [
    {},
    { device: {} },
    { shopping_cart: [] },
    { shopping_cart: [{}], billing: {} },
  ];
  const full: Json[] = [{ event: { shop_id: '' } }, { device: {}, custom_inputs: { a: false } }];
  for (const wire of [...empty, ...full]) {
    const { ok } = validateTransaction(modelOf(wire, transaction));
    expect([wire, ok, validators.Transaction(wire)]).toEqual([
      wire,
      full.includes(wire),
      full.includes(wire),
    ]);
  }
});

/** Where ajv finds something wrong: the innermost places, and each only once. */
function placesOf(validator: ValidateFunction, wire: Json): Set<string> {
  validator(wire);
  const errors = validator.errors ?? [];
  // The value of a custom input whose name is wrong is not looked at.
  const skipped = errors
    .filter(({ keyword }) => keyword === 'propertyNames')
    .map(
      ({ instancePath, params }) => `${instancePath}/${escaped(String(params['propertyName']))}`,
    );
  return new Set(
    errors
      .filter(({ instancePath }) => !skipped.includes(instancePath))
      .flatMap(placeOf)
      .map(shown),
  );
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function placeOf(error: ErrorObject): string[] {
  const { instancePath, keyword, params, propertyName } = error;
  // The union fails as a whole at the same place; the missing identifiers are told by the anyOf around.
  if (keyword === 'required' && error.schemaPath.includes('/anyOf/')) return [];
  // That something must be left is looked at after the encoder: see the next test.
  if (keyword === 'not' || error.schemaPath.includes('/not/')) return [];
  if (keyword === 'required') return [`${instancePath}/${String(params['missingProperty'])}`];
  // A key that breaks the rule of its map may be data: the map is the place.
  if (keyword === 'propertyNames') return [instancePath];
  if (propertyName !== undefined) return [];
  if (keyword !== 'additionalProperties') return [instancePath];
  return [`${instancePath}/${escaped(String(params['additionalProperty']))}`];
}

/** A pointer as issues show it: without keys that may be data. */
function shown(pointer: string): string {
  const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return pointer === '' ? '' : ['', ...keys.slice(1).map(shownKey)].join('/');
}
