/** The name on the wire of a field that this version does not know: what the compiler would give it. */

/** `someNewField` → `some_new_field`. A name that has an underscore already is one of the wire's. */
export function wireNameOf(model: string): string {
  if (model.includes('_') || !/[A-Z]/.test(model)) return model;
  return model
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
