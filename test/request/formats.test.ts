import { describe, expect, test } from '@jest/globals';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { isIP } from 'node:net';
import * as tables from '../../generated/tables.ts';
import type { RequestTable, Rule } from '../../generated/tables.ts';
import { adviceOn } from '../../src/rules/advice.ts';
import { formats as ours } from '../../src/rules/formats.ts';
import { mayHoldSurrogates, quickYes } from '../../src/rules/quick-yes.ts';

const theirs = (
  name: 'date-time' | 'email' | 'ipv4' | 'ipv6' | 'uuid',
): ((text: string) => boolean) => {
  const format = formats.get(name);
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format === 'object' && 'validate' in format && typeof format.validate === 'function') {
    return format.validate as (text: string) => boolean;
  }
  throw new Error(`${name} has an unexpected form`);
};

/** Right texts, and texts that are one to three characters off. */
const samples = {
  'date-time': [
    '2024-02-29T23:59:59.5+01:30',
    '2026-12-31T23:59:60Z',
    '1999-06-30t07:59:60-16:00',
    '2000-02-29 00:00:00+0530',
  ],
  email: ["o'neil.x+y@mail-1.example.com", 'a@b.c'],
  ipv4: ['203.0.113.255', '0.0.0.0', '1.20.199.249'],
  ipv6: [
    '2001:db8:1:2:3:4:5:6',
    '::',
    '1::',
    '::ffff:203.0.113.9',
    '2001:db8::1:0:0:1',
    '1:2:3:4:5:6:7::',
    'FE80::A',
  ],
  uuid: ['01c25cb0-f067-4e02-8ed0-a094c580f5e4', 'urn:uuid:01C25CB0-f067-4e02-8ed0-a094c580f5e4'],
} as const;

describe.each(Object.keys(samples) as (keyof typeof samples)[])('%s', (name) => {
  test('agrees with ajv-formats', () => {
    const own = ours[name] as (text: string) => boolean;
    const reference = theirs(name);
    for (const text of samples[name]) expect([text, own(text)]).toEqual([text, true]);
    const changes = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom(...Array.from('0123456789abfzZT :.-+@%/')), fc.nat(2)),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples[name]), changes, (sample, list) => {
        const units = Array.from(sample);
        for (const [where, unit, kind] of list) {
          units.splice(where % units.length, kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [unit]));
        }
        const text = units.join('');
        // ajv-formats takes 24:59:60+01:00 for a leap second.
        fc.pre(name !== 'date-time' || !/[Tt ]2[4-9]/.test(text));
        expect(own(text)).toBe(reference(text));
      }),
      { numRuns: 4000, seed: 20261122 },
    );
  });
});

test('IP addresses agree with the runtime', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), fc.ipV4(), fc.ipV4Extended()), (text) => {
      expect([ours['ipv4']?.(text), ours['ipv6']?.(text)]).toEqual([
        isIP(text) === 4,
        isIP(text) === 6,
      ]);
    }),
    { numRuns: 2000, seed: 20261122 },
  );
  expect(ours['ipv6']?.(`${'0'.repeat(60)}::`)).toBe(false);
});

describe('a quick yes', () => {
  test.each([
    '^[^\\x00\\n]*$',
    '^[A-Z]{2}$',
    '^[0-9]{1,4}$',
    '^[a-z0-9_]{1,25}$',
    '^[a-c]+$',
    '^[\\]\\-x]{2,}$',
  ])('of %s is never given where the pattern says no', (source) => {
    const pattern = new RegExp(source, 'u');
    const quick = quickYes({ kind: 'string', pattern, maxLength: 30 });
    expect(quick).toBeDefined();
    let yes = 0;
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abcxAZ09_]-\n\0 ')), maxLength: 8 }),
        (text) => {
          const codes = Array.from(text, (unit) => unit.charCodeAt(0));
          const says =
            quick !== undefined &&
            text.length >= quick.least &&
            text.length <= quick.most &&
            codes.every((code) => quick.right[code] === 1);
          expect(says).toBe(pattern.test(text));
          if (says) yes++;
        },
      ),
      { numRuns: 1000, seed: 20261122 },
    );
    expect(yes).toBeGreaterThan(0);
  });

  test('is not made of a pattern that is not simple', () => {
    for (const source of ['^(?:[0-9]{6}|[0-9]{8})$', '^[a]$', 'a', '^(?!0)[0-9]{2}$']) {
      expect(quickYes({ kind: 'string', pattern: new RegExp(source, 'u') })).toBeUndefined();
    }
    expect(quickYes({ kind: 'string' })).toBeUndefined();
  });

  test('goes with a doubt about surrogates wherever a pattern might match them', () => {
    const doubtful = ['^[^a]$', '^.$', 'a.b', '\\S', '\\P{L}', '[\\u0020-\\uffff]', '\\u{1f600}'];
    const sure = ['^[a-z]{2}$', '\\d', '\\.', '^[\\u00a0\\u2010-\\u2015]$'];
    expect(doubtful.filter((source) => !mayHoldSurrogates(new RegExp(source, 'u')))).toEqual([]);
    expect(sure.filter((source) => mayHoldSurrogates(new RegExp(source, 'u')))).toEqual([]);
  });
});

test('every field of a request that has a format has advice of its own', () => {
  const missing: string[] = [];
  const look = (wire: string, rule: Rule): void => {
    if (rule.kind === 'request')
      for (const [name, child] of Object.values(rule.fields)) look(name, child);
    else if (rule.kind === 'list') look(wire, rule.items);
    else if (rule.kind === 'union') for (const member of rule.of) look(wire, member);
    else if (rule.kind === 'string') {
      const isFree = rule.pattern === undefined || /^\^\[\^[^\]]*\]\*\$$/.test(rule.pattern.source);
      if ((!isFree || rule.format !== undefined) && adviceOn(wire) === undefined)
        missing.push(wire);
    }
  };
  const requests = Object.values(tables).filter((table): table is RequestTable => {
    return typeof table === 'object' && 'kind' in table && table.kind === 'request';
  });
  expect(requests.length).toBeGreaterThan(10);
  for (const table of requests) look('', table);
  expect(missing).toEqual([]);
});
