/** Where in a request something is: as a JSON Pointer on the wire and as a path in the model. */

/** One step down from the request; made only for what holds others or is wrong. */
export interface Place {
  readonly parent: Place | undefined;
  readonly wire: string | number;
  readonly model: string | number;
}

/** A key longer than this is cut: it may be megabytes, and it is in the issue three times. */
const longestKey = 80;

/** The place as JSON Pointer (RFC 6901) in wire spelling: `/billing/phone_number`. */
export function pointerOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const key = shortKey(String(place.wire)).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${pointerOf(place.parent)}/${key}`;
}

/** The place as TypeScript would reach it: `shoppingCart[1].price`, `customInputs["a b"]`. */
export function pathOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const before = pathOf(place.parent);
  if (typeof place.model === 'number') return `${before}[${place.model}]`;
  const key = shortKey(place.model);
  if (!/^[\p{L}_$][\p{L}\d_$]*$/u.test(key)) return `${before}[${JSON.stringify(key)}]`;
  return before === '' ? key : `${before}.${key}`;
}

/** A path, back in its parts: what Standard Schema wants. */
export function partsOf(path: string): (string | number)[] {
  const parts: (string | number)[] = [];
  for (const [, name, index, text] of path.matchAll(
    /([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g,
  )) {
    if (text !== undefined) parts.push(JSON.parse(text) as string);
    else if (index !== undefined) parts.push(Number(index));
    else parts.push(name ?? '');
  }
  return parts;
}

function shortKey(key: string): string {
  return key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
}
