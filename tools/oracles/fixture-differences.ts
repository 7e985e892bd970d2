/**
 * Every way in which we treat a sample or fixture of the official clients' tests otherwise than they
 * do, with the reason. What no entry explains fails the comparison.
 */
import type { Leaf } from './transaction-differences.ts';

interface Difference {
  readonly name: string;
  readonly reason: string;
}

/** One thing that we do otherwise with a request. */
export interface RequestFinding {
  readonly wire: unknown;
  /** `refused`: a finding where the test has none; `taken`: the reverse; `changed`: another body. */
  readonly what: 'refused' | 'taken' | 'changed';
  readonly pointer: string;
  /** Of our finding. */
  readonly code?: string;
}

export interface RequestDifference extends Difference {
  readonly explains: (finding: RequestFinding) => boolean;
}

export interface ResponseDifference extends Difference {
  readonly explains: (leaf: Leaf) => boolean;
}

const holds = (wire: unknown, text: string): boolean => JSON.stringify(wire).includes(text);

export const requestDifferences: readonly RequestDifference[] = [
  {
    name: 'a country calling code as a number',
    reason: 'The type is documented as a string; see docs/decisions.md.',
    explains: ({ what, pointer, code }) =>
      what === 'refused' && pointer.endsWith('phone_country_code') && code === 'WRONG_TYPE',
  },
  {
    name: 'a phone number without a digit',
    reason:
      'The documentation strips punctuation and wants digits; the test sends the word "string", as it ' +
      'does for every field that the client checks for its type alone.',
    explains: ({ what, pointer, code, wire }) =>
      what === 'refused' &&
      pointer.endsWith('phone_number') &&
      code === 'BAD_FORMAT' &&
      holds(wire, 'phone_number":"string"'),
  },
  {
    name: 'a transaction with nothing in it',
    reason: 'There is nothing in it to score; the tests show that no field is required.',
    explains: ({ what, pointer, code }) => what === 'refused' && pointer === '' && code === 'EMPTY',
  },
  {
    name: 'a maxmind_id in small letters',
    reason:
      'The page documents eight digits or capital letters and tells them apart; the client checks the ' +
      'length alone; see docs/decisions.md.',
    explains: ({ what, pointer, code }) =>
      what === 'refused' && pointer === '/maxmind_id' && code === 'BAD_FORMAT',
  },
  {
    name: 'a UUID without its four hyphens',
    reason: 'The response has them; Python takes every spelling that its uuid module reads.',
    explains: ({ what, pointer, wire }) =>
      what === 'refused' &&
      pointer === '/minfraud_id' &&
      /"minfraud_id":"(\d{32}|(\d{4}-){7}\d{4})"/.test(JSON.stringify(wire)),
  },
  {
    name: 'an amount, a price or a quantity of zero',
    reason: 'The documented ranges start at 0, for a free trial or a gift.',
    explains: ({ what, wire }) =>
      what === 'taken' && /"(amount|price|quantity)":0[,}]/.test(JSON.stringify(wire)),
  },
  {
    name: 'null for what a shop does not have',
    reason:
      "Under invalid: 'drop' null means absent; the client's own calls take nulls out too, before the " +
      'check that is tested here.',
    explains: ({ what, wire }) => what === 'taken' && holds(wire, ':null'),
  },
  {
    name: 'white space around a domain or a documented word',
    reason: "Under invalid: 'drop' it is taken away before the check (x-mend in the spec).",
    explains: ({ what, wire }) =>
      what === 'taken' && /"(domain|processor)":" /.test(JSON.stringify(wire)),
  },
];

/** Between the wire and what we decode from it. */
export const decodeDifferences: readonly ResponseDifference[] = [
  {
    name: 'an empty list where the wire has none',
    reason: 'Lists are always there, so that users can walk them.',
    explains: ({ ours, theirs }) => theirs === undefined && isEmptyList(ours),
  },
  {
    name: 'the name chosen from names',
    reason: 'By `locales`; Python has it as well, and its choice is compared.',
    explains: ({ pointer, ours, theirs }) =>
      pointer.endsWith('/name') && typeof ours === 'string' && theirs === undefined,
  },
];

/** Between what the official client parsed and what we decode. */
export const parseDifferences: readonly ResponseDifference[] = [
  {
    name: 'what Python leaves out of to_dict: empty lists and objects, chosen names',
    reason: 'They are not in the dictionary, but attributes of its objects.',
    explains: ({ pointer, ours, theirs }) =>
      theirs === undefined &&
      (isEmptyList(ours) ||
        (pointer.endsWith('/name') && typeof ours === 'string') ||
        (pointer === '/ipAddress' && holds(ours, '{"riskReasons":[],"subdivisions":[]}'))),
  },
  {
    name: 'is_high_risk of the country',
    reason: 'Python dropped it, deprecated as it is; we keep it; see docs/decisions.md.',
    explains: ({ pointer, theirs }) =>
      pointer === '/ipAddress/country/isHighRisk' && theirs === undefined,
  },
];

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
