/** Which of the cuts are shown to people; `--json` has all. */
import { type Analysis, type Cut } from './analysis.ts';

const roundCuts = [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90];

/** About ten: round ones, those recommended, and those in use. */
export function shownCuts({ cuts, recommended, current }: Analysis): Cut[] {
  const wanted = new Set(roundCuts);
  for (const pair of [recommended, current]) {
    if (pair === null) continue;
    wanted.add(pair.review);
    wanted.add(pair.decline);
  }
  return cuts.filter(({ cut, orders }) => wanted.has(cut) && orders > 0 && cut > 0);
}
