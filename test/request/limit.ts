/** Limits of requests as the spec has them: a test that writes one by hand fails when the vendor changes it. */
import { component, resolve, type Schema } from '../spec/bundle.ts';

/** How many characters a field may have, by its pointer: `/shopping_cart/0/category`, `/custom_inputs/note`. */
export function longest(pointer: string, root = 'Transaction'): number {
  const { maxLength } = schemaAt(pointer, root);
  if (maxLength === undefined) throw new Error(`${pointer} has no maxLength`);
  return maxLength;
}

/** The schema of a field of a request. */
export function schemaAt(pointer: string, root = 'Transaction'): Schema {
  let schema = component(root);
  for (const name of pointer.split('/').slice(1)) {
    const values = schema.additionalProperties;
    const child =
      schema.properties?.[name] ??
      schema.items ??
      (typeof values === 'object' ? values : undefined);
    if (child === undefined) throw new Error(`the spec has no ${pointer}`);
    schema = resolve(child);
  }
  // A custom input may be a string, a number or a boolean.
  return schema.anyOf?.map(resolve).find(({ maxLength }) => maxLength !== undefined) ?? schema;
}
