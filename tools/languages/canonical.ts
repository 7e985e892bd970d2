/** One form for what programs print, whatever the spelling and the types of their language. */

/**
 * Keys in small letters without underscores (`risk_score`, `riskScore`), times at the same precision, and
 * nothing that is empty: null, an empty list and an absent value are the same to a reader.
 */
export function canonical(value: unknown): unknown {
  if (typeof value === 'string') return decimal(dateTime(value));
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // The SDK chooses `name` among `names`, which the service does not send.
      .filter(([key, child]) => !isEmpty(child) && !(key === 'name' && 'names' in value))
      .map(([key, child]: [string, unknown]): [string, unknown] => [folded(key), child])
      .map(([key, child]): [string, unknown] => [
        key,
        ofExactBytes.get(key)?.test(String(child)) ? 'an identifier' : canonical(child),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Identifiers that the emulator makes of the exact bytes of a request, the order of its keys among them. */
const ofExactBytes: ReadonlyMap<string, RegExp> = new Map([
  ['id', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['maxmindid', /^[0-9A-Z]{8}$/],
]);

function folded(key: string): string {
  return key.replaceAll('_', '').toLowerCase();
}

/** Where two canonical values differ: `factors.ipaddress.traits.network: "a" is not "b"`. */
export function differences(actual: unknown, expected: unknown, place = ''): string[] {
  if (isContainer(actual) && isContainer(expected) && isList(actual) === isList(expected)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) =>
      differences(actual[key], expected[key], place === '' ? key : `${place}.${key}`),
    );
  }
  return actual === expected ? [] : [`${place}: ${shown(actual)} is not ${shown(expected)}`];
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

/** `2026-03-14T22:04:01.044250+00:00` → `2026-03-14T22:04:01.04425Z`; the offset stays. */
function dateTime(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(?:\.(\d+?)0*)?([Zz]|[+-]\d\d:\d\d)$/.exec(
    text,
  );
  if (parts === null) return text;
  const [, seconds = '', fraction = '', offset = ''] = parts;
  const zone = /^[+-]00:00$/.test(offset) ? 'Z' : offset;
  return `${seconds}${/[1-9]/.test(fraction) ? `.${fraction}` : ''}${zone}`.toUpperCase();
}

/** `323.2100000000` in a form is the amount 323.21. */
function decimal(text: string): string {
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
