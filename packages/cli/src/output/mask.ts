/** Takes card numbers out of a message that repeats something the user typed. */

/** Runs of 13 to 19 digits, also in groups, whose check digit is right. */
export function withoutCards(text: string): string {
  return text.replace(/\d(?:[ ._-]?\d){12,18}/g, (run) =>
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
