/** Under `drop` a bad value inside an optional object costs that object, never the call. */
import { describe, expect, test } from '@jest/globals';
import type { ObjectRule } from '../../src/operation.ts';
import { encode } from '../../src/request/encode.ts';

const code = { kind: 'string', pattern: /^[A-Z]{2}$/u } as const;
const shop: ObjectRule = {
  kind: 'request',
  name: 'Shop',
  fields: { country: ['country', code], name: ['name', { kind: 'string' }] },
  required: ['country'],
};
const partner: ObjectRule = {
  kind: 'request',
  name: 'Partner',
  fields: { shop: ['shop', shop] },
  required: ['shop'],
};
const table: ObjectRule = {
  kind: 'request',
  name: 'Order',
  fields: {
    id: ['id', { kind: 'string' }],
    shop: ['shop', shop],
    partner: ['partner', partner],
    shops: ['shops', { kind: 'list', items: shop }],
  },
};
const bad = { country: 'Germany', name: 'x' };

describe('a required value that is dropped', () => {
  test('takes its optional object along', () => {
    const { wire, issues, repairs } = encode({ id: '1', shop: bad }, table, 'drop');
    expect([wire, issues]).toEqual([{ id: '1' }, []]);
    expect(repairs.map(({ path }) => path)).toEqual(['shop.country', 'shop']);
    expect(repairs[1]?.message).toBe('cannot be sent without country, which was dropped');
  });

  test('takes the nearest object along that can be left out', () => {
    const { wire, issues, repairs } = encode({ id: '1', partner: { shop: bad } }, table, 'drop');
    expect([wire, issues]).toEqual([{ id: '1' }, []]);
    expect(repairs.map(({ path }) => path)).toEqual([
      'partner.shop.country',
      'partner.shop',
      'partner',
    ]);
  });

  test('takes an item of a list along', () => {
    const shops = [{ country: 'DE' }, bad];
    const { wire, issues } = encode({ shops }, table, 'drop');
    expect([wire, issues]).toEqual([{ shops: [{ country: 'DE' }] }, []]);
  });

  test('is refused where nothing around it can be left out, and under throw', () => {
    expect(encode(bad, shop, 'drop').issues).toHaveLength(1);
    expect(encode({ shop: bad }, table, 'throw').issues).not.toEqual([]);
  });

  test('one that was never given is a mistake of the program', () => {
    const { issues } = encode({ shop: { name: 'x' } }, table, 'drop');
    expect(issues).toMatchObject([{ path: 'shop.country', code: 'MISSING' }]);
  });
});
