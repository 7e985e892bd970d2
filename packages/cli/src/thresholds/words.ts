/** Figures as people read them. */
import { harmless } from '../output/style.ts';
import { type Interval } from './statistics/interval.ts';

/** Money in the currency of the orders, if that is known. */
export const moneyWith =
  (currency: string | null) =>
  (amount: number): string => {
    const digits = Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0;
    const number = amount.toLocaleString('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return currency === null ? number : `${number} ${harmless(currency)}`;
  };

/** `41.2k` */
export const short = (amount: number): string =>
  new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 })
    .format(amount)
    .toLowerCase();

function percent(share: number): string {
  const value = share * 100;
  return value === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1);
}

/** `67%`. */
export const percentage = (of: number): string => `${percent(of)}%`;

export const share = ([low, value, high]: Interval): string =>
  `${percentage(value)} (${percent(low)} to ${percent(high)})`;

export const cutName = (cut: number): string => (cut >= 100 ? 'none' : String(cut));

/** `14 (7 to 42)`: a recommended cut and those that may be as good. */
export const cutRange = (cut: number, [low, high]: readonly [number, number]): string =>
  low === high ? cutName(cut) : `${cutName(cut)} (${cutName(low)} to ${cutName(high)})`;

/** `1,234 EUR (800 to 1,700)`, with cents where all three are small. */
export function range([low, value, high]: Interval, money: (amount: number) => string): string {
  const isLarge = [low, value, high].some((amount) => Math.abs(amount) >= 100);
  const [from, middle, to] = [low, value, high].map((amount) =>
    isLarge ? Math.round(amount) + 0 : amount,
  ) as [number, number, number];
  const bare = moneyWith(null);
  return `${money(middle)} (${bare(from)} to ${bare(to)})`;
}
