/** Step: what no option or resolver of the generator of the public types does. scripts/README.md says why. */
import { meaningOf, type OpenApiDocument, schemasOf } from './document.ts';
import { printString } from './tables/print.ts';

/** What `/** …` before a declaration says, and the declaration of an enumeration. */
const enumeration = /((?:^\/\*\*\n(?: \*.*\n)+)?)^export type (\w+) = ('.*);$/gm;

/**
 * - The type of a client that is not generated goes.
 * - An enumeration gets its object of values, each with its documentation, and a line a value.
 */
export function refineModels(source: string, view: OpenApiDocument): string {
  return source
    .replace(/^export type ClientOptions = \{\n.*\n\};\n\n/, '')
    .replaceAll(enumeration, (alias, documentation: string, name: string, values: string) => {
      const object = valuesOf(view, name);
      if (object === undefined) return alias;
      const lines = values.replaceAll(/(?<=') \| (?=['(])/g, '\n    | ');
      return `${documentation}export const ${name} = ${object};\n\n${documentation}export type ${name} = ${lines};`;
    });
}

function valuesOf(view: OpenApiDocument, name: string): string | undefined {
  const schema = schemasOf(view)[name] ?? {};
  const { enum: values, 'x-enum-varnames': names } = schema;
  const members = values?.map((value, index) => {
    const description = meaningOf(schema, value);
    const comment = description === undefined ? '' : `${docComment(description)}\n    `;
    return `    ${comment}${names?.[index] ?? ''}: ${printString(value)},\n`;
  });
  return members && `{\n${members.join('')}} as const`;
}

function docComment(text: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  return ['/**', ...lines.map((line) => `     * ${line}`), '     */']
    .join('\n')
    .replaceAll(/ +$/gm, '');
}

/** The entry of generated/models/: every name on its own, so that a new one shows up in a review. */
export function modelIndex(types: string): string {
  const lines = [...modelNames(types)].map(([name, isValue]) =>
    isValue ? `  ${name},\n` : `  type ${name},\n`,
  );
  return `export {\n${lines.join('')}} from './types.ts';\n`;
}

/** The names that the source of the types exports, sorted, and whether each is a value too. */
export function modelNames(types: string): ReadonlyMap<string, boolean> {
  const exported = [...types.matchAll(/^export (const|type) ([\w$]+)/gm)];
  const values = new Set(exported.filter(([, kind]) => kind === 'const').map(([, , name]) => name));
  const names = new Set(exported.map(([, , name = '']) => name));
  return new Map([...names].sort().map((name) => [name, values.has(name)]));
}
