/**
 * Step: what a hover says of every field, so that the spec says it once: the link to the vendor's page,
 * when a response lacks the field, the limit of an input, and what the client does with it.
 */
import type { Call } from './calls.ts';
import { directionsOf } from './direction.ts';
import {
  type Deprecation,
  dereference,
  type OpenApiDocument,
  type Parameter,
  type PathItem,
  type PathOperation,
  type Schema,
  schemasOf,
} from './document.ts';
import { modelName } from './model-name.ts';

/** Which types the document is for: those of the wire, or those that the client takes and gives. */
type View = 'wire' | 'model';

/** The vendor's documentation of an object. */
interface Links {
  readonly section: string;
  /** The beginning of the links to single fields, where the page has them. */
  readonly rows: string | undefined;
}

interface Owner {
  readonly view: View;
  readonly isResponse: boolean;
  /** Lists are there, empty ones where the service sends none. */
  readonly isFilled: boolean;
  readonly links: Links | undefined;
}

/** Completes the description of every property, and gives it `externalDocs`, next to a `$ref` too. */
export function documented(
  document: OpenApiDocument,
  view: View,
  calls: readonly Pick<Call, 'request' | 'response'>[] = [],
): OpenApiDocument {
  const { request } = directionsOf(document, calls);
  return mapSchemas(document, (schema, name) => {
    const isResponse = !request.has(name);
    const owner = { view, isResponse, isFilled: isResponse && view === 'model', links: undefined };
    return documentedObject(document, schema, owner);
  });
}

function documentedObject(document: OpenApiDocument, schema: Schema, owner: Owner): Schema {
  const { properties, items, 'x-model-properties': ofModel, required = [] } = schema;
  const inner = { ...owner, links: linksOf(schema) ?? owner.links };
  // The model's own have no row on the page, and the decoder does not fill their lists.
  const single = {
    ...inner,
    isFilled: false,
    links: inner.links && { ...inner.links, rows: undefined },
  };
  return {
    ...schema,
    ...(properties && {
      properties: mapValues(properties, (property, wire) =>
        documentedProperty(document, property, wire, required.includes(wire), inner),
      ),
    }),
    ...(ofModel && {
      'x-model-properties': mapValues(ofModel, (property, name) =>
        documentedProperty(document, property, name, false, single),
      ),
    }),
    ...(items && items.$ref === undefined && { items: documentedObject(document, items, inner) }),
  };
}

function documentedProperty(
  document: OpenApiDocument,
  property: Schema,
  wire: string,
  isRequired: boolean,
  owner: Owner,
): Schema {
  const target = dereference<Schema>(document, property);
  const facts = { ...target, ...property };
  const text = facts.description?.trim() ?? '';
  const added = owner.isResponse
    ? [isRequired ? text : withAbsence(text, facts, owner.isFilled)]
    : [text, limit(text, facts), ...(owner.view === 'model' ? clientNotes(facts) : [])];
  // What is said of any field must not pass for a description of this one.
  const description = text === '' ? '' : added.filter((sentence) => sentence !== '').join(' ');
  const url = property.externalDocs?.url ?? linkOf(document, target, wire, owner);
  return {
    ...(property.$ref === undefined ? documentedObject(document, property, owner) : property),
    ...(description !== '' && { description }),
    ...(url !== undefined && { externalDocs: { url } }),
  };
}

/** On the wire only schemas have a link: those of fields would add 40 kB to the package. */
function linkOf(
  document: OpenApiDocument,
  target: Schema,
  wire: string,
  { view, links }: Owner,
): string | undefined {
  if (view === 'wire') return undefined;
  return (
    sectionOf(document, target) ?? (links?.rows === undefined ? links?.section : links.rows + wire)
  );
}

/** `Absent when …`, `Absent outside …`: in the description of an optional field of a response. */
const absence = /\bAbsent\b|\babsent\b/;

/** Adds the sentence where the description lacks one; a list that is filled is empty, not absent. */
function withAbsence(text: string, { type }: Schema, isFilled: boolean): string {
  const told = absence.test(text) ? text : `${text} Absent when the service sends none.`;
  return type === 'array' && isFilled ? told.replace('Absent', 'Empty') : told;
}

/** Where the limit is all that there is to say of the text's form. */
function limit(text: string, { maxLength, pattern }: Schema): string {
  if (maxLength === undefined || pattern !== undefined || text.includes(String(maxLength)))
    return '';
  return `At most ${maxLength} characters.`;
}

function clientNotes(facts: Schema): string[] {
  return [
    facts['x-client-note'] ?? '',
    facts.format === 'date-time' ? 'A `Date` is also accepted.' : '',
    facts['x-accepts-url'] === true ? 'A `URL` is also accepted.' : '',
    facts['x-invalid'] === 'shorten' ? 'A longer one is cut: see `invalid`.' : '',
  ];
}

function linksOf({ externalDocs, 'x-field-anchor': anchor }: Schema): Links | undefined {
  if (externalDocs === undefined) return undefined;
  const [page = '', fragment = ''] = externalDocs.url.split('#');
  // MaxMind's pages call the row of a field like its section, with two underscores and the name.
  const rows = anchor ?? (fragment.startsWith('schema--') ? fragment : undefined);
  return { section: externalDocs.url, rows: rows && `${page}#${rows}__` };
}

/** An object or a list of objects has a section of its own, which says more than a row. */
function sectionOf(document: OpenApiDocument, schema: Schema): string | undefined {
  const item = schema.items === undefined ? schema : dereference(document, schema.items);
  const isObject = item.properties !== undefined || item.additionalProperties !== undefined;
  return isObject ? item.externalDocs?.url : undefined;
}

/** Since when something is deprecated, and what to use in its place. */
export function deprecationNotice({ since, use }: Deprecation): string {
  return [
    ...(since === undefined ? [] : [`since ${since}.`]),
    ...(use === undefined ? [] : [use ?? 'MaxMind names no successor.']),
  ].join(' ');
}

/** Says links and deprecations in TSDoc's words, which editors know; the last step before printing. */
export function inTags(document: OpenApiDocument): OpenApiDocument {
  const { paths, components: { parameters, ...components } = {} } = document;
  const named = parameters as Readonly<Record<string, Parameter>> | undefined;
  return mapSchemas(
    {
      ...document,
      ...(paths && { paths: mapValues(paths, taggedItem) }),
      components: { ...components, ...(named && { parameters: mapValues(named, withNotice) }) },
    },
    tagged,
  );
}

/** Operations and parameters, whose other documentation the generator of the wire types prints itself. */
function taggedItem(item: PathItem): PathItem {
  return mapValues(item, (member) => {
    if (Array.isArray(member)) return member.map(withNotice);
    if (typeof member !== 'object') return member;
    const { parameters, ...operation } = withNotice(member);
    return { ...operation, ...(parameters && { parameters: parameters.map(withNotice) }) };
  });
}

/** `@deprecated` with what is known of it, behind the description. */
function withNotice<T extends Parameter | PathOperation>(node: T): T {
  if (node['x-deprecated'] === undefined) return node;
  const lines = [node.description?.trim() ?? '', deprecationTag(node)];
  const description = lines.filter((line) => line !== '').join('\n');
  return { ...node, deprecated: false, description };
}

/** `@deprecated Since …`, the tag alone where no more is known, or nothing. */
export function deprecationTag({
  deprecated = false,
  'x-deprecated': deprecation,
}: Pick<Schema, 'deprecated' | 'x-deprecated'>): string {
  if (deprecation === undefined) return deprecated ? '@deprecated' : '';
  const notice = deprecationNotice(deprecation);
  return `@deprecated ${notice.charAt(0).toUpperCase()}${notice.slice(1)}`;
}

function tagged({
  externalDocs,
  deprecated,
  'x-deprecated': deprecation,
  ...schema
}: Schema): Schema {
  const lines = [
    schema.description?.trim() ?? '',
    externalDocs === undefined ? '' : `@see ${externalDocs.url}`,
    deprecation === undefined ? '' : deprecationTag({ 'x-deprecated': deprecation }),
  ];
  const description = lines.filter((line) => line !== '').join('\n');
  const { properties, items } = schema;
  return {
    ...schema,
    // An empty tag is what the generators print themselves.
    ...(deprecated !== undefined && deprecation === undefined && { deprecated }),
    ...(description !== '' && { description }),
    ...(properties && { properties: mapValues(properties, tagged) }),
    ...(items && { items: tagged(items) }),
  };
}

/**
 * Writes the names of fields in descriptions as the model has them, and the booleans of text records.
 * Both stand between backticks: `ip_address.location.local_time` becomes
 * `ipAddress.location.localTime`, and `Yes` becomes `true`.
 *
 * @param view - The document with model names.
 * @param document - The one that it was made of.
 */
export function inModelNames(view: OpenApiDocument, document: OpenApiDocument): OpenApiDocument {
  const names = new Map([...renamings(document), ['Yes', 'true'], ['No', 'false']]);
  const renamed = (text: string): string =>
    text.replaceAll(/`([\w.]+)`/g, (_, path: string) => {
      const parts = path.split('.').map((name) => names.get(name) ?? name);
      return `\`${parts.join('.')}\``;
    });
  const rename = (schema: Schema): Schema => {
    const { description, properties, items, 'x-enum-descriptions': values } = schema;
    const { 'x-deprecated': deprecation } = schema;
    return {
      ...schema,
      ...(description !== undefined && { description: renamed(description) }),
      ...(deprecation?.use && {
        'x-deprecated': { ...deprecation, use: renamed(deprecation.use) },
      }),
      ...(values && { 'x-enum-descriptions': mapValues(values, renamed) }),
      ...(properties && { properties: mapValues(properties, rename) }),
      ...(items && { items: rename(items) }),
    };
  };
  return mapSchemas(view, rename);
}

/** Name on the wire → name in the model, where they differ and only one can be meant. */
export function renamings(document: OpenApiDocument): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const schema of Object.values(schemasOf(document))) {
    if (schema['x-keys-are-data'] === true) continue;
    for (const [wire, property] of Object.entries(schema.properties ?? {})) {
      const model = property['x-model-name'] ?? modelName(wire);
      names.set(wire, (names.get(wire) ?? new Set()).add(model));
    }
  }
  const single = [...names].flatMap(([wire, [model = wire, ...others]]): [string, string][] =>
    model === wire || others.length > 0 ? [] : [[wire, model]],
  );
  return new Map(single);
}

function mapSchemas(
  document: OpenApiDocument,
  change: (schema: Schema, name: string) => Schema,
): OpenApiDocument {
  const schemas = mapValues(schemasOf(document), change);
  return { ...document, components: { ...document.components, schemas } };
}

function mapValues<Value, Result>(
  members: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(members).map(([key, value]) => [key, change(value, key)]),
  );
}
