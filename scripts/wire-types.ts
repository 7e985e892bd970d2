/** Step: the types of exactly what travels (generated/wire.ts), by openapi-typescript. */
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { directionsOf } from './direction.ts';
import { isRequiredOnly, type OpenApiDocument, type Schema, schemasOf } from './document.ts';

/** TypeScript source with `paths`, `webhooks`, `components` and `operations`. */
export async function wireTypes(document: OpenApiDocument, banner: string): Promise<string> {
  const requests = directionsOf(document).request;
  const nodes = await openapiTypescript(withoutRequiredOnly(document) as never, {
    // A default would otherwise make its property required.
    defaultNonNullable: false,
    transform: (schema) => openEnumType(schema as Schema),
    transformProperty: (property, _schema, { path = '' }) =>
      requests.has(componentOf(path)) ? acceptUndefined(property) : property,
    silent: true,
  });
  return banner + astToString(nodes);
}

/** `'accept' | 'reject' | (string & {})`: a plain `string` in the union would swallow the words. */
function openEnumType(schema: Schema): ts.TypeNode | undefined {
  if (schema['x-open-enum'] !== true) return undefined;
  const words = schema.anyOf?.[0]?.enum ?? [];
  return ts.factory.createUnionTypeNode([
    ...words.map((word) =>
      ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(String(word))),
    ),
    anyOtherString(),
  ]);
}

function anyOtherString(): ts.TypeNode {
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
}

/** Under exactOptionalPropertyTypes `{ a: x ?? undefined }` is an error unless the type says so. */
function acceptUndefined(property: ts.PropertySignature): ts.PropertySignature {
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

/** `anyOf` over `required` alone says nothing that a property list can show. */
export function withoutRequiredOnly(document: OpenApiDocument): OpenApiDocument {
  const schemas = Object.fromEntries(
    Object.entries(schemasOf(document)).map(([name, schema]) => {
      if (!schema.anyOf?.every(isRequiredOnly)) return [name, schema];
      const { anyOf: _alternatives, ...rest } = schema;
      return [name, rest];
    }),
  );
  return { ...document, components: { ...document.components, schemas } };
}
