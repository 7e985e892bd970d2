/** Names of the wire in the model's spelling, by hand and not by our tables, which are on trial here. */

const irregular: Readonly<Record<string, string>> = {
  address_2: 'address2',
  last_4_digits: 'last4Digits',
  was_3d_secure_successful: 'was3DSecureSuccessful',
};

function camelName(name: string): string {
  return irregular[name] ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function camelOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelOf);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof URL) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      camelName(name),
      name === 'custom_inputs' ? member : camelOf(member),
    ]),
  );
}

export function camelPointer(pointer: string): string {
  return pointer.split('/').map(camelName).join('/');
}

/** An object with a value at one place; a place `0` is in a list. */
export function placed(pointer: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = pointer.slice(1).split('/');
  const inner = rest.length === 0 ? value : placed(`/${rest.join('/')}`, value);
  return { [name]: rest[0] === '0' ? [(inner as { 0: unknown })[0]] : inner };
}

export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (inner, name) => (inner as Record<string, unknown> | undefined)?.[name],
      value,
    );
}
