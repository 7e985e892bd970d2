import { describe, expect, test } from '@jest/globals';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { isIP } from 'node:net';
import * as tables from '../../generated/tables.ts';
import type { ObjectRule, Rule, StringRule } from '../../src/operation.ts';
import { encode } from '../../src/request/encode.ts';
import { runs } from '../runs.ts';

/** Whether a text passes a rule. */
function passerOf(rule: StringRule): (text: string) => boolean {
  const table: ObjectRule = { kind: 'request', name: 'Sample', fields: { x: ['x', rule] } };
  return (text) => encode({ x: text }, table, 'throw').issues.length === 0;
}

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
    const own = passerOf({ kind: 'string', format: name });
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
        // White space around an IP address is taken away before the check.
        expect(own(text)).toBe(reference(name.startsWith('ip') ? text.trim() : text));
      }),
      { numRuns: runs(4000), seed: 20261122 },
    );
  });
});

test('IP addresses agree with the runtime', () => {
  const ipv4 = passerOf({ kind: 'string', format: 'ipv4' });
  const ipv6 = passerOf({ kind: 'string', format: 'ipv6' });
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), fc.ipV4(), fc.ipV4Extended()), (text) => {
      expect([ipv4(text), ipv6(text)]).toEqual([isIP(text) === 4, isIP(text) === 6]);
    }),
    { numRuns: runs(2000), seed: 20261122 },
  );
  expect(ipv6(`${'0'.repeat(60)}::`)).toBe(false);
});

test.each([
  ['^[^a]$', '\ud800'],
  ['^.$', '\ud800'],
  ['a.b', 'a\ud800b'],
  ['\\S', '\udfff'],
  ['\\P{L}', '\ud83d'],
  ['[\\u0020-\\uffff]', '\ud83d'],
  ['\\u{1f600}', '\u{1f600}\ud800'],
])('half a surrogate pair is refused also where the pattern %s matches it', (source, text) => {
  const pattern = new RegExp(source, 'u');
  expect(pattern.test(text)).toBe(true);
  expect(passerOf({ kind: 'string', pattern })(text)).toBe(false);
});

test('every field of a request that has a format has advice of its own', () => {
  const missing: string[] = [];
  let advised = 0;
  const look = (path: string, rule: Rule, isAdvised = false): void => {
    if (rule.kind === 'request') {
      for (const [name, [, child]] of Object.entries(rule.fields)) look(`${path}.${name}`, child);
      return;
    }
    const advice = isAdvised || rule.advice !== undefined;
    if (rule.kind === 'list') look(path, rule.items, advice);
    else if (rule.kind === 'union') for (const member of rule.of) look(path, member, advice);
    else if (rule.kind === 'string') {
      const isFree = rule.pattern === undefined || /^\^\[\^[^\]]*\]\*\$$/.test(rule.pattern.source);
      if (isFree && rule.format === undefined) return;
      if (advice) advised++;
      else missing.push(path);
    }
  };
  const requests = Object.values(tables).filter(
    (table): table is ObjectRule & typeof table =>
      typeof table === 'object' && 'kind' in table && table.kind === 'request',
  );
  expect(requests.length).toBeGreaterThan(10);
  for (const table of requests) look(table.name, table);
  expect(missing).toEqual([]);
  expect(advised).toBeGreaterThan(30);
});
