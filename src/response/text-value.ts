/** Reads what a piece of text means, for the services that respond in text and for query strings. */

/** What a string is read as, in the terms of the generated tables. */
export type TextType = 'string' | 'number' | 'integer' | 'boolean' | 'yesno';

/**
 * The value of a string. One that does not have the form of its type stays the string that it is, so that
 * words such as `NotFound`, and whatever a service may say tomorrow, are never lost.
 */
export function textValue(text: string, type: TextType): string | number | boolean {
  switch (type) {
    case 'string':
      return text;
    case 'yesno':
      return text === 'Yes' ? true : text === 'No' ? false : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'number':
    case 'integer':
      return decimal.test(text) ? finite(text) : text;
  }
}

/** JSON has no infinity: what is beyond all numbers stays text. */
function finite(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** Narrower than `Number()`, to which blanks and `0x10` are numbers too. */
const decimal = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
