/** Replays the responses of the official clients' tests. */
import { isDeepStrictEqual } from 'node:util';
import { operations } from '../../generated/operations.ts';
import type { ResponseObject } from '../../src/operation.ts';
import { decode } from '../../src/response/decode.ts';
import { differingLeaves } from './bodies.ts';
import type { Shown } from './case-requests.ts';
import type { ResponseCase } from './cases/case.ts';
import { camelOf, camelPointer, placed, valueAt } from './wire-names.ts';

/** What every response has. */
const required = { id: 'b643d445-18b2-4b9d-bad4-c9c4366e402a', risk_score: 0.01 };

export function responseFindings([where, about, part, more = {}]: ResponseCase): Shown[] {
  const { locale = 'en', reads = {}, lacks = [] } = more;
  const isPart = where.startsWith('/');
  const at = isPart ? where : '';
  const tier = isPart ? 'factors' : (where as 'score' | 'insights' | 'factors');
  const given = isPart ? { ...required, ...placed(at, part) } : part;
  const wire = JSON.parse(JSON.stringify(given)) as object;
  const table = operations[tier].response as ResponseObject;
  const decoded = decode(structuredClone(wire), table, { locales: [locale] });
  const place = (pointer: string): string => camelPointer(at + pointer);
  const expected = Object.entries(reads).map(([pointer, value]) => ({
    pointer: place(pointer),
    theirs: value,
  }));
  const evidence = { about, given: part };
  return [
    // What the client makes something else of is compared with that.
    ...[...differingLeaves('', decoded, camelOf(wire))]
      .filter(({ pointer }) => !expected.some((other) => other.pointer === pointer))
      .map((leaf) => ({ ...evidence, what: 'decoded' as const, ...leaf })),
    ...[...expected, ...lacks.map((pointer) => ({ pointer: place(pointer), theirs: undefined }))]
      .map(({ pointer, theirs }) => ({ pointer, theirs, ours: valueAt(decoded, pointer) }))
      .filter(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs))
      .map((leaf) => ({ ...evidence, what: 'decoded' as const, ...leaf })),
  ];
}
