/** The rule that turns a name on the wire into the name that a TypeScript developer sees. */

/**
 * A capital run that no small letter follows (`MD5`, `ID`), a word of a name in humps or snake case, or of a
 * script without small letters, or digits with the letters behind them (`3d`).
 */
const wordPattern =
  /\p{Lu}+(?![\p{Ll}\p{Lo}])\d*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}][\p{Ll}\p{Lo}\p{Lm}\p{M}\d]*|\d+\p{Ll}*/gu;

/** Whether a name has a letter or digit in it, of which the rule can make one. */
export function canBeNamed(name: string): boolean {
  return words(name).length > 0;
}

/** `was_3d_secure_successful` → `was3DSecureSuccessful`, `maxmindID` → `maxmindId`. */
export function modelName(wireName: string): string {
  const [first = '', ...rest] = words(wireName);
  return identifier(first.toLowerCase() + rest.map(capitalised).join(''));
}

/** The name of an enumeration's value: `account_creation` → `AccountCreation`. */
export function valueName(value: string): string {
  return identifier(words(value).map(capitalised).join(''));
}

/** The name of the table of a component: `TransactionReport` → `transactionReport`. */
export function tableName(component: string): string {
  return component.charAt(0).toLowerCase() + component.slice(1);
}

function words(name: string): string[] {
  return name.match(wordPattern) ?? [];
}

/** Digits before letters count as no letter at all, so that `3d` reads `3D` and not `3d`. */
function capitalised(word: string): string {
  return word.toLowerCase().replace(/\p{Ll}/u, (letter) => letter.toUpperCase());
}

function identifier(name: string): string {
  return /^[\p{L}$]/u.test(name) ? name : `_${name}`;
}
