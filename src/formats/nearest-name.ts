/** Finds what was meant to be written: for "did you mean". */

/** The known name nearest to a mistaken one, or `undefined` when none is near enough to suggest. */
export function nearestName(mistaken: string, known: Iterable<string>): string | undefined {
  // Whole words in another spelling first: account_id, accountID.
  const folded = fold(mistaken);
  // Two slips, or two letters that changed places, are two steps; more is a guess: paypal_express is
  // not payment_express.
  let least = mistaken.length < 4 ? 2 : 3;
  let nearest: string | undefined;
  for (const name of known) {
    if (fold(name) === folded) return name;
    const steps = distance(mistaken.slice(0, 64), name);
    if (steps < least) {
      least = steps;
      nearest = name;
    }
  }
  return nearest;
}

/** One spelling for `ip_address`, `IPAddress` and `ipAddress`. */
export function fold(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** Levenshtein's, one row at a time. */
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
