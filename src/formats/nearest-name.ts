/** Finds the name that was meant by a mistaken one, for "did you mean". */

/** The known name nearest to a mistaken one, or `undefined` when none is near enough to suggest. */
export function nearestName(mistaken: string, known: Iterable<string>): string | undefined {
  if (mistaken.length > longestCompared) return undefined;
  // Whole words in another spelling first: account_id, accountID.
  const folded = foldName(mistaken);
  // Past three steps a suggestion is a guess: paypal_express is not payment_express.
  let least = mistaken.length < 4 ? 2 : mistaken.length < 8 ? 3 : 4;
  let nearest: string | undefined;
  for (const name of known) {
    if (foldName(name) === folded) return name;
    const steps = distance(mistaken, name);
    if (steps < least) {
      least = steps;
      nearest = name;
    }
  }
  return nearest;
}

/** One spelling for `ip_address`, `IPAddress`, `ip-address` and `ipAddress`. */
export function foldName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** No known name is longer, and the time grows with the product of both lengths. */
const longestCompared = 64;

/** The Levenshtein distance, computed one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const change = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
