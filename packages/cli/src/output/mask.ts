/** Takes card numbers and license keys out of a message that repeats something the user typed. */

/** Runs of 13 to 19 digits, also in groups, whose check digit is right. */
function withoutCards(text: string): string {
  return text.replace(/\d(?:[\s._,:/\\-]{0,2}\d){12,18}/g, (run) =>
    isCard(run.replace(/\D/g, '')) ? '[number]' : run,
  );
}

function isCard(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    const digit = Number(digits[at]) * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** A message without the typed words that may be license keys, and without card numbers. */
export function withoutSecrets(message: string, typed: readonly string[]): string {
  // A key may stand in a path, in a list, in quotes, or behind the name or the dash of a flag.
  const words = typed.flatMap((word) => word.split(/[^\w.-]+/));
  const keys = words.map((word) => word.replace(/^\W+|\W+$/g, '')).filter(mayBeKey);
  return withoutCards(keys.reduce((text, key) => text.replaceAll(key, '[hidden]'), message));
}

/** Keys are 16 letters and digits, newer ones longer and with underscores. A part of one is no better. */
function mayBeKey(word: string): boolean {
  return /^\w{12,}$/.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word);
}
