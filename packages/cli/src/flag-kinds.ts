/** What flags are made of. */

export interface Toggle {
  readonly kind: 'boolean';
  readonly optional: true;
  readonly withNegated: false;
  readonly brief: string;
}

export interface Value<T> {
  readonly kind: 'parsed';
  readonly parse: (text: string) => T;
  readonly optional: true;
  readonly placeholder: string;
  readonly brief: string;
}

/** May be given more than once. */
export interface Values<T> extends Value<T> {
  readonly variadic: true;
}

export type RequiredValue<T> = Omit<Value<T>, 'optional'>;

export const toggle = (brief: string): Toggle => ({
  kind: 'boolean',
  optional: true,
  withNegated: false,
  brief,
});

export const number = (
  parse: (text: string) => number,
  brief: string,
  placeholder = 'number',
): Value<number> => ({ kind: 'parsed', parse, optional: true, placeholder, brief });

export const text = (brief: string, placeholder = 'text'): Value<string> => ({
  kind: 'parsed',
  parse: String,
  optional: true,
  placeholder,
  brief,
});

export const texts = (brief: string, placeholder: string): Values<string> => ({
  ...text(brief, placeholder),
  variadic: true,
});

export const requiredText = (brief: string, placeholder = 'text'): RequiredValue<string> => ({
  kind: 'parsed',
  parse: String,
  placeholder,
  brief,
});
