import { expect, test } from '@jest/globals';
import { modelName } from '../../scripts/model-name.ts';
import { transaction, transactionReport } from '../../generated/tables.ts';
import type { ObjectRule, Rule } from '../../src/operation.ts';
import { wireNameOf } from '../../src/request/unchecked.ts';

function* namesOf(rule: Rule): Generator<readonly [model: string, wire: string]> {
  if (rule.kind === 'list') yield* namesOf(rule.items);
  if (rule.kind !== 'request') return;
  for (const [model, [wire, child]] of Object.entries(rule.fields)) {
    yield [model, wire];
    yield* namesOf(child);
  }
}

test('every documented name would come back from its model name', () => {
  const tables: ObjectRule[] = [transaction, transactionReport];
  const names = tables
    .flatMap((table) => [...namesOf(table)])
    // A name that the spec gives cannot be turned back.
    .filter(([model, wire]) => model === modelName(wire));
  expect(names.length).toBeGreaterThan(70);
  expect(names.map(([model]) => wireNameOf(model))).toEqual(names.map(([, wire]) => wire));
});

test.each([
  ['someNewField', 'some_new_field'],
  ['shopURL', 'shop_url'],
  ['URLOfShop', 'url_of_shop'],
  ['snake_case', 'snake_case'],
  ['Mixed_Case', 'Mixed_Case'],
  ['word', 'word'],
  ['', ''],
  ['with space', 'with space'],
  ['漢字', '漢字'],
  ['__proto__', '__proto__'],
  ['aB'.repeat(5_000_000), 'aB'.repeat(5_000_000)],
])('%.20s becomes %.20s', (model, wire) => {
  expect(wireNameOf(model) === wire).toBe(true);
});
