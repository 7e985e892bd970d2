/** Step: the types of exactly what is in requests and responses (generated/wire.ts), by openapi-typescript. */
import type * as openapiTypescript from 'openapi-typescript';
import type typescript from 'typescript';
import { directionsOf } from './direction.ts';
import {
  dereference,
  isOpenEnum,
  isRequiredOnly,
  type OpenApiDocument,
  type Schema,
  schemasOf,
} from './document.ts';
import { loadPeer } from './peers.ts';

const ts = loadPeer('typescript') as typeof typescript;

/** TypeScript source with `paths`, `webhooks`, `components` and `operations`. */
export async function wireTypes(document: OpenApiDocument, banner: string): Promise<string> {
  const requests = directionsOf(document).request;
  const { default: typesOf, astToString } = loadPeer(
    'openapi-typescript',
  ) as typeof openapiTypescript;
  const nodes = await typesOf(prepareForTypes(document) as never, {
    // A default would otherwise make its property required.
    defaultNonNullable: false,
    transform: (schema) => unionType(schema as Schema),
    transformProperty: (property, _schema, { path = '' }) =>
      requests.has(componentOf(path)) ? acceptUndefined(property) : property,
    silent: true,
  });
  // Nothing in our documents defines schemas in place.
  const text = astToString(nodes.filter((node) => !isNamed(node, '$defs')));
  return (
    banner +
    text
      // A description that is a tag of its own comes last in a hover, under a heading.
      .replaceAll(/^( *(?:\/\*)?\*) @description /gm, '$1 ')
      .replaceAll(/^( *\*) {5}(?=\S)/gm, '$1 ')
      // A comment that ends in its line comes behind the property before it when declarations are bundled.
      .replaceAll(/^( *)\/\*\* (.*) \*\/$/gm, '$1/**\n$1 * $2\n$1 */')
      .replaceAll(/^(?=export interface (\w+))/gm, (_, name: string) => topDoc(name))
  );
}

const tops: Readonly<Record<string, string>> = {
  paths: 'Every path of the services, with the methods that it has.',
  webhooks: 'The calls that MaxMind makes to your webhook.',
  components: 'The objects that requests and responses are made of, by their names in the spec.',
  operations: 'Every operation of the services, by its ID in the spec.',
};

function topDoc(name: string): string {
  return tops[name] === undefined ? '' : `/** ${tops[name]} */\n`;
}

function isNamed(node: typescript.Node, name: string): boolean {
  return ts.isTypeAliasDeclaration(node) && node.name.text === name;
}

/**
 * `'accept' | 'reject' | (string & {})`: a plain `string` in the union would swallow the words. And two
 * notations of an IP address are one `string`.
 */
function unionType(schema: Schema): typescript.TypeNode | undefined {
  if (!isOpenEnum(schema)) {
    const isText = schema.anyOf?.every((branch) => branch.type === 'string' && !branch.enum);
    return isText ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword) : undefined;
  }
  const values = schema['x-extensible-enum'] ?? [];
  return ts.factory.createUnionTypeNode([
    ...values.map((word) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(word))),
    anyOtherString(),
  ]);
}

function anyOtherString(): typescript.TypeNode {
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
}

/** Under exactOptionalPropertyTypes `{ a: x ?? undefined }` is an error unless the type says so. */
function acceptUndefined(property: typescript.PropertySignature): typescript.PropertySignature {
  if (property.questionToken === undefined || property.type === undefined) return property;
  return ts.factory.updatePropertySignature(
    property,
    property.modifiers,
    property.name,
    property.questionToken,
    ts.factory.createUnionTypeNode([
      property.type,
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ]),
  );
}

function componentOf(path: string): string {
  return /^#\/components\/schemas\/([^/]+)/.exec(path)?.[1] ?? '';
}

/**
 * The document as the generator reads it best: `anyOf` over `required` alone is gone, since no property
 * list can show it, and a property that only refers to a schema carries that schema's documentation.
 */
export function prepareForTypes(document: OpenApiDocument): OpenApiDocument {
  const schemas = Object.entries(schemasOf(document)).map(([name, { anyOf, ...rest }]) => {
    const schema = anyOf === undefined || anyOf.every(isRequiredOnly) ? rest : { ...rest, anyOf };
    if (schema.properties === undefined) return [name, schema] as const;
    const properties = Object.entries(schema.properties).map(([wire, property]) => {
      const { description } = dereference(document, property);
      return [wire, description === undefined ? property : { description, ...property }] as const;
    });
    return [name, { ...schema, properties: Object.fromEntries(properties) }] as const;
  });
  const components = { ...document.components, schemas: Object.fromEntries(schemas) };
  return { ...document, components };
}
