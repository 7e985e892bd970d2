/** Where in a request something is: as a JSON Pointer on the wire and as a path in the model. */

/** One step down from the request; made only for what holds others or is wrong. */
export interface Place {
  readonly parent: Place | undefined;
  readonly wire: string | number;
  readonly model: string | number;
}

/** The place as JSON Pointer (RFC 6901) in wire spelling: `/billing/phone_number`. */
export function pointerOf(place: Place | undefined): string {
  return place === undefined ? '' : `${pointerOf(place.parent)}/${shownKey(place.wire)}`;
}

/** The place as TypeScript would reach it: `shoppingCart[1].price`, `customInputs["…"]`. */
export function pathOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const before = pathOf(place.parent);
  if (typeof place.model === 'number') return `${before}[${place.model}]`;
  const key = shownKey(place.model);
  if (!/^[A-Za-z_$]/.test(key)) return `${before}["${key}"]`;
  return before === '' ? key : `${before}.${key}`;
}

/** The keys of a place in the model, as the request has them: what Standard Schema wants. */
export function keysOf(place: Place | undefined): (string | number)[] {
  return place === undefined ? [] : [...keysOf(place.parent), place.model];
}

/**
 * A key that a program wrote is a word. One that is anything else may be data in the wrong place, an
 * e-mail address or a card number, and is not repeated.
 */
export function shownKey(key: string | number): string {
  if (typeof key === 'number') return String(key);
  const isWord = /^[\w$]{1,64}$/.test(key) && key.replace(/\D/g, '').length < 5;
  return isWord ? key : '…';
}
