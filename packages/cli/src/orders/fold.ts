import { foldKnownName } from 'minfraud-sdk/internal';

/** `Email (Billing)`, `billing_email` and `Billing E-Mail` are one name. */
export const foldHeading: (name: string) => string = foldKnownName;

/** A heading in the ways that it may stand in a table of names: with what is in brackets first, too. */
export function foldedForms(name: string): string[] {
  const bracketed = /^(.+?)\s*[([](.+)[)\]]\s*$/.exec(name);
  if (bracketed === null) return [foldHeading(name)];
  const [, outer = '', inner = ''] = bracketed;
  return [foldHeading(name), foldHeading(inner) + foldHeading(outer)];
}
