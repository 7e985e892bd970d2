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
    if (steps < least && !isOpposite(mistaken, name)) {
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

/**
 * Whether one name denies what the other one says: `is_fraud` and `not_fraud`, `wasUnauthorized` and
 * `wasAuthorized`. As a suggestion it would turn a statement round.
 */
function isOpposite(one: string, other: string): boolean {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const denials = (words: readonly string[]): number =>
    words.filter((word) => denyingWords.has(word)).length;
  if (denials(ones) !== denials(others)) return true;
  return ones.some((word) => others.some((near) => denies(word, near) || denies(near, word)));
}

function wordsOf(name: string): string[] {
  const spaced = name.replace(/([a-z\d])(?=[A-Z])/g, '$1 ').toLowerCase();
  return spaced.split(/[^a-z\d]+/);
}

const denyingWords: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...['not', 'no', 'non', 'never', 'without', 'isnt', 'wasnt', 'hasnt'],
]);

function denies(word: string, denied: string): boolean {
  const [, rest] = /^(?:un|in|dis|non|not|no)(.{3,})$/.exec(word) ?? [];
  return rest !== undefined && denied.length > 2 && distance(rest, denied) < 2;
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
