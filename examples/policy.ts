/** Reads the cuts that "minfraud thresholds --policy" wrote, and tries new ones out before they decide. */
import { readFileSync } from 'node:fs';

export interface Cuts {
  /** Orders with this risk score or more are looked at by a person. */
  readonly review: number;
  /** Orders with this risk score or more are declined; 100 declines none. */
  readonly decline: number;
}

/** Reads a policy when your program starts, so that a damaged file stops a release and no order. */
export function readPolicy(file: string): Cuts {
  const policy: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { review, decline } = (policy ?? {}) as Partial<Record<keyof Cuts, unknown>>;
  if (!isScore(review) || !isScore(decline) || review > decline) {
    throw new Error(
      `${file} is no policy: review and decline must be scores from 0 to 100, and review not above decline.`,
    );
  }
  return { review, decline };
}

const isScore = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 100;

export type Verdict = 'accept' | 'review' | 'decline';

export function verdictOf(riskScore: number, { review, decline }: Cuts): Verdict {
  if (riskScore >= decline) return 'decline';
  return riskScore >= review ? 'review' : 'accept';
}

/** Shadow mode: the cuts of today decide, and what the new ones would have done goes to a log. */
export function decideInShadow(
  order: { readonly id: string; readonly riskScore: number },
  today: Cuts,
  next: Cuts,
  log: (line: string) => void,
): Verdict {
  const verdict = verdictOf(order.riskScore, today);
  const would = verdictOf(order.riskScore, next);
  if (would !== verdict) log(JSON.stringify({ ...order, verdict, would }));
  return verdict;
}
