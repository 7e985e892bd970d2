import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { assess } from '../src/assessment.ts';
import { checkTransaction } from '../src/input-check.ts';
import { validator } from '../src/specification.ts';
import { runs } from '../../../test/runs.ts';

/** Names and values that come near to what a transaction holds, and some that do not. */
const names = fc.constantFrom(
  'device',
  'ip_address',
  'event',
  'time',
  'type',
  'email',
  'address',
  'billing',
  'country',
  'shopping_cart',
  'price',
  'credit_card',
  'issuer_id_number',
  'custom_inputs',
  'order',
  'amount',
  'was_3d_secure_successful',
  'token',
  'quantity',
  'phone_country_code',
  'x/~y',
  '',
  '0',
);
const scalars = fc.oneof(
  fc.constantFrom(
    '203.0.113.1',
    'US',
    '2026-06-30T03:00:00Z',
    'purchase',
    '411111',
    'a@b.example',
    '12',
  ),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.dictionary(names, tie('value'), { maxKeys: 6 }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));
const full = fullExample();
const places = placesIn(full);

/** The full example with a few of its parts replaced by something else. */
const mutants = fc
  .array(fc.tuple(fc.constantFrom(...places), names, value), { minLength: 1, maxLength: 6 })
  .map((changes) => {
    const body = structuredClone(full);
    for (const [place, name, other] of changes) {
      let parent: unknown = body;
      for (const key of place) parent = (parent as Json | undefined)?.[key];
      if (typeof parent === 'object' && parent !== null) (parent as Json)[name] = other;
    }
    return body;
  });

const bodies = fc
  .oneof(fc.dictionary(names, value, { maxKeys: 8 }), { arbitrary: mutants, weight: 3 })
  // As they would arrive: no undefined, no NaN.
  .map((body) => JSON.parse(JSON.stringify(body)) as Json);

type Json = Record<string, unknown>;

function fullExample(): Json {
  const file = join(__dirname, '../../../spec/examples/transaction-full.yaml');
  return (parse(readFileSync(file, 'utf8')) as { value: Json }).value;
}

/** The keys that lead to each object and list of a document. */
function placesIn(document: unknown, keys: string[] = []): string[][] {
  if (typeof document !== 'object' || document === null) return [];
  const below = Object.entries(document).flatMap(([key, child]) => placesIn(child, [...keys, key]));
  return [keys, ...below];
}

describe('whatever comes in', () => {
  it('what is left of it keeps the rules, and every warning points at something that was there', () => {
    const valid = validator('Transaction');
    const validWarning = validator('Warning');
    fc.assert(
      fc.property(bodies, (body) => {
        const { transaction, warnings } = checkTransaction(body);
        for (const warning of warnings) {
          expect([validWarning(warning), validWarning.errors]).toEqual([true, null]);
          expect([warning.input_pointer, has(body, warning.input_pointer ?? '')]).toEqual([
            warning.input_pointer,
            true,
          ]);
        }
        if (transaction === undefined) return;
        expect([valid(transaction), valid.errors]).toEqual([true, null]);
        // And it can be scored.
        const response = assess('factors', transaction, {
          seed: '',
          occasion: '1',
          now: new Date('2026-07-01T16:00:00Z'),
          rules: [],
          fundsRemaining: 0,
          queriesRemaining: 0,
          warnings,
        });
        const validResponse = validator('Factors');
        expect([validResponse(response), validResponse.errors]).toEqual([true, null]);
      }),
      { numRuns: runs(500) },
    );
  });
});

/** Whether a JSON Pointer leads anywhere. */
function has(document: unknown, pointer: string): boolean {
  let here = document;
  for (const key of pointer.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return false;
    here = (here as Record<string, unknown>)[name];
  }
  return true;
}
