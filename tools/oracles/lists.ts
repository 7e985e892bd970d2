/** Compares our lists of domains with an official client's: every entry, on both sides. */
import {
  equivalentDomains,
  fastmailDomains,
  typosOfCom,
  typosOfDomains,
  yahooDomains,
} from '../../src/email/domains.ts';
import type { DomainLists } from './client.ts';

/** In the newest code of all six clients since 2026-07-29, but not yet in the releases. */
const ahead = ['fastmailDomains: fastmail.ca', 'yahooDomains: myyahoo.com'];

/** Entries that only one side has, as sentences; none when the lists are the same. */
export function differingEntries(theirs: DomainLists | undefined): string[] {
  if (theirs === undefined) return ['no lists'];
  const mine = new Set([
    ...entries('typosOfCom', typosOfCom.split(' ')),
    ...entries('typoDomains', pairs(typosOfDomains)),
    ...entries('equivalentDomains', pairs(equivalentDomains)),
    ...entries('fastmailDomains', fastmailDomains.split(' ')),
    ...entries('yahooDomains', yahooDomains.split(' ')),
  ]);
  const official = new Set([
    ...entries('typosOfCom', theirs.typosOfCom),
    ...entries(
      'typoDomains',
      Object.entries(theirs.typoDomains).map((pair) => pair.join(' for ')),
    ),
    ...entries(
      'equivalentDomains',
      Object.entries(theirs.equivalentDomains).map((pair) => pair.join(' for ')),
    ),
    ...entries('fastmailDomains', theirs.fastmailDomains),
    ...entries('yahooDomains', theirs.yahooDomains),
  ]);
  return [
    ...[...mine].filter((entry) => !official.has(entry) && !ahead.includes(entry)),
    ...[...official].filter((entry) => !mine.has(entry)),
  ];
}

function entries(list: string, words: readonly string[]): string[] {
  return words.map((word) => `${list}: ${word}`);
}

function pairs(spellings: Readonly<Record<string, string>>): string[] {
  return Object.entries(spellings).flatMap(([meant, others]) =>
    others.split(' ').map((other) => `${other} for ${meant}`),
  );
}
