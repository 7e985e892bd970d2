/** Step: what the generator of the public types cannot say, put into its source. */
import type typescript from 'typescript';
import { isOpenEnum, type OpenApiDocument, type Schema, schemasOf } from './document.ts';
import { loadPeer } from './peers.ts';
import { printString } from './tables/print.ts';

const ts = loadPeer('typescript') as typeof typescript;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * - A union of words and `string` keeps its words: `(string & {})` stops the compiler from merging them.
 * - A named open enumeration takes any other string, and each value's documentation is the spec's.
 * - In requests a time may be a `Date`, a list may be read-only, and an optional property `undefined`
 *   (under exactOptionalPropertyTypes `{ a: x?.y }` would not compile otherwise).
 *
 * The edits are made in the text, at places found in its syntax tree, so that everything else stays
 * exactly as it was printed, documentation included.
 */
export function refineModels(
  source: string,
  view: OpenApiDocument,
  requests: ReadonlySet<string>,
): string {
  const file = ts.createSourceFile('types.ts', source, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) printValues(statement, view, edits);
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const name = statement.name.text;
    const schema = schemasOf(view)[name];
    if (schema === undefined) {
      // The generator's own helper type for a client that is not generated.
      edits.push({ from: statement.getFullStart(), to: statement.getEnd(), text: '' });
      continue;
    }
    if (schema.enum === undefined) keepWords(statement.type, edits);
    else replace(statement.type, unionOf(schema), edits);
    if (requests.has(name)) loosenRequest(statement.type, schema, edits);
  }
  return apply(source, edits)
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}

/**
 * The words themselves, where the generator writes `typeof X[keyof typeof X]`: for every word that is
 * three types less in a consumer's type-check.
 */
function unionOf(schema: Schema): string {
  const words = (schema.enum ?? []).map(printString);
  if (isOpenEnum(schema)) words.push('(string & {})');
  return words.join('\n    | ');
}

/** The generator repeats a value's name in its documentation, and breaks short lists differently. */
function printValues(
  statement: typescript.VariableStatement,
  view: OpenApiDocument,
  edits: Edit[],
): void {
  for (const { name, initializer } of statement.declarationList.declarations) {
    const schema = schemasOf(view)[name.getText()];
    if (schema?.enum === undefined || initializer === undefined) continue;
    const members = schema.enum.map((value, index) => {
      const description = schema['x-enum-descriptions']?.[value];
      const comment = description === undefined ? '' : `${docComment(description)}\n    `;
      return `    ${comment}${schema['x-enum-varnames']?.[index] ?? ''}: ${printString(value)},\n`;
    });
    replace(initializer, `{\n${members.join('')}} as const`, edits);
  }
}

function docComment(text: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  return ['/**', ...lines.map((line) => `     * ${line}`), '     */']
    .join('\n')
    .replaceAll(/ +$/gm, '');
}

function keepWords(node: typescript.Node, edits: Edit[]): void {
  if (ts.isUnionTypeNode(node) && node.types.some(isWord)) {
    for (const member of node.types) {
      if (member.kind === ts.SyntaxKind.StringKeyword) replace(member, '(string & {})', edits);
    }
  }
  ts.forEachChild(node, (child) => {
    keepWords(child, edits);
  });
}

function isWord(node: typescript.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal);
}

function loosenRequest(type: typescript.TypeNode, schema: Schema, edits: Edit[]): void {
  if (!ts.isTypeLiteralNode(type)) return;
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const property =
      schema.properties?.[member.name.getText().replaceAll(/^['"]|['"]$/g, '')] ?? {};
    if (property.format === 'date-time') replace(member.type, 'Date | string', edits);
    if (property['x-accepts-url'] === true) replace(member.type, 'URL | string', edits);
    if (isArray(member.type)) {
      const start = member.type.getStart();
      edits.push({ from: start, to: start, text: 'Readonly' });
    }
    if (property.properties !== undefined) loosenRequest(member.type, property, edits);
    if (member.questionToken !== undefined) {
      const end = member.type.getEnd();
      edits.push({ from: end, to: end, text: ' | undefined' });
    }
  }
}

function isArray(type: typescript.TypeNode): boolean {
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array';
}

function replace(node: typescript.Node, text: string, edits: Edit[]): void {
  edits.push({ from: node.getStart(), to: node.getEnd(), text });
}

/** Applied from the end, so that no edit moves the place of another; equal places keep their order. */
function apply(source: string, edits: readonly Edit[]): string {
  return edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.from - a.from || b.order - a.order)
    .reduce(
      (text, { from, to, text: inserted }) => text.slice(0, from) + inserted + text.slice(to),
      source,
    );
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
  const file = ts.createSourceFile('types.ts', types, ts.ScriptTarget.Latest, true);
  const values = new Set<string>();
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isTypeAliasDeclaration(statement)) names.add(statement.name.text);
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      values.add(declaration.name.getText());
    }
  }
  return new Map([...names, ...values].sort().map((name) => [name, values.has(name)]));
}
