/** Prints plain values as TypeScript source, in a form that is stable from run to run. */

/** A name in the generated file, printed without quotes. */
export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a property holds that is made when it is read, so that loading the file does not make it. */
export class Deferred {
  readonly value: unknown;
  /** Its type in TypeScript: a getter does not take it from the object. */
  readonly type: string;

  constructor(value: unknown, type: string) {
    this.value = value;
    this.type = type;
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
      const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : printString(key);
      if (member instanceof Deferred)
        return `get ${name}(): ${member.type} ${printBody(member.value, indent)}`;
      const label = `${name}: `;
      return label + printValue(member, indent, label.length);
    });
}

function printBody(value: unknown, indent: number): string {
  const returned = printValue(value, indent + 2, 'return ;'.length);
  return `{\n${' '.repeat(indent + 2)}return ${returned};\n${' '.repeat(indent)}}`;
}

/** A string in single quotes. */
export function printString(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
