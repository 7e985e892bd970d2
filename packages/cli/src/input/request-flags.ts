/** Flags for the fields of a request, and the request that they make. */
import { type RequestField } from '../../generated/cli-flags.ts';
import { foldName, isRecord } from 'minfraud-sdk/internal';
import { type FieldFlag, fieldFlags } from './fields.ts';

/** A flag as @stricli/core takes it. */
export type RequestFlag =
  | {
      readonly kind: 'parsed';
      readonly parse: (text: string) => unknown;
      readonly optional: true;
      readonly brief: string;
      readonly placeholder: string;
      readonly hidden?: boolean;
      readonly variadic?: true;
    }
  | {
      readonly kind: 'enum';
      readonly values: readonly string[];
      readonly optional: true;
      readonly brief: string;
      readonly hidden?: boolean;
    }
  | {
      readonly kind: 'boolean';
      readonly optional: true;
      readonly brief: string;
      readonly hidden?: boolean;
    };

/** All flags of a request: the short names, and hidden the whole paths. */
export function requestFlags(fields: readonly RequestField[]): Record<string, RequestFlag> {
  const flags: Record<string, RequestFlag> = {};
  const all = fieldFlags(fields);
  for (const flag of all) flags[flag.name] = flagOf(flag);
  for (const flag of all) {
    // A list parses to an empty one where it is not given; once is enough.
    if (flag.longName in flags || isVariadic(flag)) continue;
    flags[flag.longName] = { ...flagOf(flag), hidden: true };
  }
  return flags;
}

/** Puts what was typed into a request, over what a file said. */
export function applyFlags(
  request: Record<string, unknown>,
  fields: readonly RequestField[],
  flags: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  for (const { name, longName, path } of fieldFlags(fields)) {
    const value = flags[name] ?? flags[longName];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (path.endsWith('[]')) set(request, path.slice(0, -2), value);
    else if (Array.isArray(value)) {
      set(request, path, Object.fromEntries(value as [string, unknown][]));
    } else set(request, path, value);
  }
  return request;
}

/** Sets `device.ipAddress`, making `device` where it is not there. */
export function set(target: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = target[first];
  const child = isRecord(inner) ? inner : {};
  target[first] = child;
  set(child, rest.join('.'), value);
}

/** What text stands for; text that is no such thing stays text, and the request's check says so. */
export function valueOf(type: RequestField['type'], text: string): unknown {
  if (type === 'number' || type === 'integer') {
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
  }
  if (type === 'boolean') {
    if (/^(true|yes|y|1)$/i.test(text)) return true;
    if (/^(false|no|n|0)$/i.test(text)) return false;
  }
  return text;
}

function isVariadic({ field, items }: FieldFlag): boolean {
  return items !== undefined || field.type === 'map';
}

function flagOf(flag: FieldFlag): RequestFlag {
  const { field, items } = flag;
  const { type, values, brief } = field;
  const shared = { optional: true, brief } as const;
  if (items !== undefined) {
    const names = items.map((item) => item.path).join(', ');
    const example = `an object of ${names}; repeat it for each`;
    const parse = (text: string): unknown => objectOf(text, items);
    return {
      ...shared,
      brief: example,
      kind: 'parsed',
      parse,
      placeholder: 'k=v,k=v',
      variadic: true,
    };
  }
  if (type === 'map') {
    return { ...shared, kind: 'parsed', parse: pairOf, placeholder: 'name=value', variadic: true };
  }
  if (type === 'boolean') return { ...shared, kind: 'boolean' };
  if (values !== undefined) return { ...shared, kind: 'enum', values };
  if (type === 'string') return { ...shared, kind: 'parsed', parse: String, placeholder: 'text' };
  const parse = (text: string): unknown => {
    const value = valueOf(type, text);
    if (typeof value === 'number') return value;
    throw new SyntaxError('must be a number such as 49.95');
  };
  return { ...shared, kind: 'parsed', parse, placeholder: 'number' };
}

/** `previous_purchases=19`: a number and true or false are taken for what they look like. */
function pairOf(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new SyntaxError('must be name=value');
  const value = text.slice(at + 1);
  const isPlain = /^(true|false|-?(0|[1-9]\d{0,12})(\.\d+)?)$/.test(value);
  return [text.slice(0, at), isPlain ? (JSON.parse(value) as unknown) : value];
}

function objectOf(text: string, items: readonly RequestField[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    if (at < 1) throw new SyntaxError('must be name=value, several joined by commas');
    const name = part.slice(0, at).trim();
    const item = items.find(({ path }) => foldName(path) === foldName(name));
    made[item?.path ?? name] = valueOf(item?.type ?? 'string', part.slice(at + 1));
  }
  return made;
}
