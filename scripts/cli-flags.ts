/** Step: the fields of every request as the command line offers them, with their words and descriptions. */
import {
  dereference,
  enumValues,
  type OpenApiDocument,
  operationsOf,
  referencedName,
  type Schema,
} from './document.ts';
import { modelOnlyProperties, namedProperties } from './named-properties.ts';
import { inside, type Place, placeOf } from './spec-error.ts';
import { printString, printValue } from './tables/print.ts';

/** Which operation's body is which list. */
const requests: Readonly<Record<string, string>> = {
  transactionFields: 'score',
  reportFields: 'reportTransaction',
  legacyOrderFields: 'scoreLegacy',
  proxyFields: 'detectProxy',
};

const declaration = `/** A value that a request may hold. */
export interface RequestField {
  /** Where it stands in the model: \`device.ipAddress\`, \`shoppingCart[].price\`. */
  readonly path: string;
  /** The same place on the wire; absent where it is spelled the same, or is never sent. */
  readonly wire?: string;
  /** \`map\`: the keys are the user's own. */
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'map';
  readonly values?: readonly string[];
  readonly sensitive?: true;
  /** The first sentence of its description. */
  readonly brief: string;
}
`;

interface Field {
  readonly path: string;
  readonly wire: string | undefined;
  readonly type: string;
  readonly values: readonly string[] | undefined;
  readonly sensitive: true | undefined;
  readonly brief: string;
}

/** The text of \`cli-flags.ts\`. */
export function cliFlags(document: OpenApiDocument, head: string): string {
  const words = new Map<string, string>();
  const lists = Object.entries(requests).map(([name, operationId]) => {
    const body = bodyOf(document, operationId);
    const fields = body === undefined ? [] : fieldsOf(document, body, '', '', placeOf(name));
    const lines = fields.map((field) => `  ${printField(field, words)},\n`).join('');
    return `\nexport const ${name}: readonly RequestField[] = [\n${lines}];\n`;
  });
  const constants = [...words].map(
    ([list, name]) => `\nconst ${name}: readonly string[] = ${list};\n`,
  );
  return head + declaration + constants.join('') + lists.join('');
}

function bodyOf(document: OpenApiDocument, operationId: string): Schema | undefined {
  for (const { operation } of operationsOf(document)) {
    if (operation.operationId !== operationId || operation.requestBody === undefined) continue;
    const [content] = Object.values(dereference(document, operation.requestBody).content ?? {});
    return content?.schema;
  }
  return undefined;
}

function fieldsOf(
  document: OpenApiDocument,
  referrer: Schema,
  path: string,
  wirePath: string,
  within: Place,
): Field[] {
  const schema = dereference(document, referrer);
  const place = referrer.$ref === undefined ? within : placeOf(referencedName(referrer.$ref));
  const named = namedProperties(schema, place).filter(
    ({ schema: property }) => property['x-credential'] !== true,
  );
  return [
    ...named.flatMap(({ model, wire, schema: property, place: inner }) =>
      fieldOf(document, property, path + model, wirePath + wire, inner),
    ),
    ...modelOnlyProperties(schema, place).flatMap(({ model, schema: property, place: inner }) =>
      fieldOf(document, property, path + model, undefined, inner),
    ),
  ];
}

function fieldOf(
  document: OpenApiDocument,
  referrer: Schema,
  path: string,
  wire: string | undefined,
  place: Place,
): Field[] {
  const schema = dereference(document, referrer);
  if (schema.properties !== undefined) {
    return fieldsOf(document, referrer, `${path}.`, `${wire ?? path}.`, place);
  }
  if (schema.items !== undefined) {
    return fieldOf(
      document,
      schema.items,
      `${path}[]`,
      `${wire ?? path}[]`,
      inside(place, 'items'),
    );
  }
  const values = enumValues(schema);
  return [
    {
      path,
      wire: wire === path ? undefined : wire,
      type: typeOf(schema),
      values: values === undefined || values.length < 2 ? undefined : values,
      sensitive: schema['x-sensitive'],
      brief: firstSentence(referrer.description ?? schema.description ?? ''),
    },
  ];
}

function typeOf(schema: Schema): string {
  if (schema.additionalProperties !== undefined) return 'map';
  const type = schema.type ?? schema.anyOf?.map((branch) => branch.type)[0];
  return typeof type === 'string' ? type : 'string';
}

/** Without what only a page can show: links and code marks. */
function firstSentence(description: string): string {
  const text = description.replaceAll('`', '').replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.:](?= |$)/.exec(text)?.[0] ?? text;
  return sentence.replace(/[.:]$/, '');
}

function printField({ values, ...field }: Field, words: Map<string, string>): string {
  const members = Object.entries(field)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? printString(value) : value}`);
  if (values !== undefined) {
    const list = printValue(values);
    const name = words.get(list) ?? `words${words.size + 1}`;
    words.set(list, name);
    members.push(`values: ${name}`);
  }
  return `{ ${members.join(', ')} }`;
}
