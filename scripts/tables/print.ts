/** Prints plain values as TypeScript source, in a form that is stable from run to run. */

/** A name in the generated file, printed without quotes. */
export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const lineWidth = 100;

/** One line when it fits, else one member a line; members that are `undefined` are left out. */
export function printValue(value: unknown, indent = 0, prefix = 0): string {
  if (value instanceof Name) return value.text;
  if (value instanceof RegExp) return String(value);
  if (typeof value === 'string') return printString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const flat = members(value, 0).join(', ');
  const line = isList ? `[${flat}]` : flat === '' ? '{}' : `{ ${flat} }`;
  if (!line.includes('\n') && indent + prefix + line.length < lineWidth) return line;
  const padding = ' '.repeat(indent + 2);
  const body = members(value, indent + 2).map((member) => `${padding}${member},\n`);
  const [open, close] = isList ? '[]' : '{}';
  return `${open ?? ''}\n${body.join('')}${' '.repeat(indent)}${close ?? ''}`;
}

function members(value: object, indent: number): string[] {
  if (Array.isArray(value)) return value.map((member) => printValue(member, indent));
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => {
      const label = `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : printString(key)}: `;
      return label + printValue(member, indent, label.length);
    });
}

/** A string in single quotes. */
export function printString(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
