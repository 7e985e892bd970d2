import { describe, expect, test } from '@jest/globals';
import {
  equivalentDomains,
  fastmailDomains,
  typosOfCom,
  typosOfDomains,
  yahooDomains,
} from '../../src/email/domains.ts';

const lists: [name: string, words: string, count: number][] = [
  ['typos of com', typosOfCom, 41],
  ['typos of gmail.com', typosOfDomains['gmail.com'] ?? '', 10],
  ['typos of outlook.com', typosOfDomains['outlook.com'] ?? '', 1],
  ['domains equivalent to gmail.com', equivalentDomains['gmail.com'] ?? '', 1],
  ['domains equivalent to protonmail.com', equivalentDomains['protonmail.com'] ?? '', 2],
  ['domains equivalent to yandex.ru', equivalentDomains['yandex.ru'] ?? '', 5],
  ['Fastmail domains', fastmailDomains, 118],
  ['Yahoo domains', yahooDomains, 54],
];

describe.each(lists)('the list of %s', (_name, words, count) => {
  const entries = words.split(' ');

  test('has as many entries as the official clients have', () => {
    expect(entries).toHaveLength(count);
  });

  test('is sorted and has no entry twice', () => {
    expect(entries).toEqual([...new Set(entries)].sort());
  });

  test('holds nothing but lower-case ASCII names', () => {
    for (const entry of entries) expect(entry).toMatch(/^[a-z\d-]+(\.[a-z\d-]+)*$/);
  });
});

test('a replacement is never replaced again, so the order of typos and equivalents is enough', () => {
  const replaced = Object.values({ ...typosOfDomains })
    .join(' ')
    .split(' ');
  for (const domain of Object.keys(typosOfDomains)) expect(replaced).not.toContain(domain);

  const equivalents = Object.values({ ...equivalentDomains })
    .join(' ')
    .split(' ');
  for (const domain of Object.keys(equivalentDomains)) expect(equivalents).not.toContain(domain);
});

test('no other provider than the two lists say is meant', () => {
  expect(Object.keys(typosOfDomains)).toEqual(['gmail.com', 'outlook.com']);
  expect(Object.keys(equivalentDomains)).toEqual(['gmail.com', 'protonmail.com', 'yandex.ru']);
});
