/** The rule that turns a name on the wire into the name that a TypeScript developer sees. */

/**
 * A capital run that no small letter follows (`MD5`, `ID`), a word of a name in humps or snake case,
 * or digits with the letters behind them (`3d`).
 */
const wordPattern = /[A-Z]+(?![a-z])\d*|[A-Z]?[a-z][a-z\d]*|\d+[a-z]*/g;

/** `was_3d_secure_successful` → `was3DSecureSuccessful`, `maxmindID` → `maxmindId`. */
export function modelName(wireName: string): string {
  const [first = '', ...rest] = words(wireName);
  return identifier(first.toLowerCase() + rest.map(capitalised).join(''), wireName);
}

/** The name of an enumeration's value: `account_creation` → `AccountCreation`. */
export function valueName(value: string): string {
  return identifier(words(value).map(capitalised).join(''), value);
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
  return word.toLowerCase().replace(/[a-z]/, (letter) => letter.toUpperCase());
}

function identifier(name: string, source: string): string {
  if (name === '') throw new Error(`No name can be made of ${JSON.stringify(source)}.`);
  return /^\d/.test(name) ? `_${name}` : name;
}
