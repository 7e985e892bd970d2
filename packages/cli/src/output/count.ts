/** Numbers of things as people read them. */

export const whole = (count: number): string => Math.round(count).toLocaleString('en-US');

/** In US dollars, with cents. */
export const money = (dollars: number): string =>
  dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** `1 result`, `1,200 results`. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : more}`;
