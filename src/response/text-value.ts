/** Reads what a piece of text means, for the services that answer in text and for query strings. */

/** What a text is to be read as, in the words of the generated tables. */
export type TextType = 'string' | 'number' | 'integer' | 'boolean' | 'yesno';

/**
 * The value of a text. One that does not have the form of its type stays the text that it is, so that
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
      return isDecimal(text) ? finite(text) : text;
  }
}

/** JSON has no infinity: what is beyond all numbers stays text. */
function finite(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** Narrower than `Number()`, to which blanks and `0x10` are numbers too; by hand, since a pattern is slow. */
function isDecimal(text: string): boolean {
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) digits++;
    else if (unit === 46 && digits > 0 && dots === 0) dots++;
    else if (at > 0 || (unit !== 43 && unit !== 45)) return scientific.test(text);
  }
  // Something behind the dot, if there is one.
  return digits > 0 && text.charCodeAt(text.length - 1) !== 46;
}

const scientific = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;
