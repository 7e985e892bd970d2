/** Orders RFC 3339 times to their last digit, where `Date` would round to milliseconds. */

const parts = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;

/** Whether a moment lies after another one; `undefined` when one of the texts is no RFC 3339 time. */
export function isAfter(moment: string, other: string): boolean | undefined {
  const [a, b] = [instantOf(moment), instantOf(other)];
  if (a === undefined || b === undefined) return undefined;
  if (a.seconds !== b.seconds) return a.seconds > b.seconds;
  const digits = Math.max(a.fraction.length, b.fraction.length);
  return a.fraction.padEnd(digits, '0') > b.fraction.padEnd(digits, '0');
}

function instantOf(text: string): { seconds: number; fraction: string } | undefined {
  const [, day, minute, second, fraction = '', sign, ...offset] = parts.exec(text) ?? [];
  // Apart from the next line: what Date.parse makes of nonsense differs between engines.
  if (day === undefined) return undefined;
  const start = Date.parse(`${day}T${minute}:00Z`);
  if (Number.isNaN(start)) return undefined;
  const [hours = 0, minutes = 0] = sign === undefined ? [] : offset.map(Number);
  const ahead = (hours * 60 + minutes) * (sign === '-' ? -60 : 60);
  // The second apart, since `Date` knows no leap seconds.
  return { seconds: start / 1000 + Number(second) - ahead, fraction };
}
