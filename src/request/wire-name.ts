/** The name on the wire of a field that this version does not know: the one that MaxMind would give it. */

/**
 * `someNewField` → `some_new_field`. A name that has an underscore already is one of the wire's.
 *
 * A number is a word of its own, as in `address_2` and `last_4_digits`, together with one capital when
 * another word follows, as in `was_3d_secure_successful`; `md5` is one word.
 */
export function wireNameOf(model: string): string {
  // No name of a field is so long.
  if (model.includes('_') || model.length > 100) return model;
  const words = model.match(/[Mm]d5|\d+[A-Z](?=[A-Z])|\d+|[A-Z]?[^A-Z\d]+|[A-Z]+(?![^A-Z\d])/g);
  return words === null ? model : words.join('_').toLowerCase();
}
