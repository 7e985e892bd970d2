/** What may stand where in the spec: every OpenAPI object with its keywords and vendor extensions. */

/** What stands behind a keyword: plain data (`value`), or objects of a kind, alone, in a list or in a map. */
export interface Member {
  readonly kind: string;
  readonly held: 'one' | 'list' | 'map';
}

const one = (kind: string): Member => ({ kind, held: 'one' });
const list = (kind: string): Member => ({ kind, held: 'list' });
const map = (kind: string): Member => ({ kind, held: 'map' });
const values = (...names: string[]): Record<string, Member> =>
  Object.fromEntries(names.map((name) => [name, one('value')]));

/** The keywords of each kind of object. A keyword that is missing here is refused. */
export const grammar: Readonly<Record<string, Readonly<Record<string, Member>>>> = {
  root: {
    ...values('openapi', 'info', 'servers', 'tags', 'security', 'externalDocs'),
    paths: map('pathItem'),
    webhooks: map('pathItem'),
    components: one('components'),
  },
  components: {
    ...values('securitySchemes'),
    schemas: map('schema'),
    parameters: map('parameter'),
    responses: map('response'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    examples: map('example'),
  },
  pathItem: {
    ...values('summary', 'description', 'servers'),
    parameters: list('parameter'),
    get: one('operation'),
    post: one('operation'),
  },
  operation: {
    ...values('operationId', 'summary', 'description', 'tags', 'deprecated', 'security', 'servers'),
    ...values('externalDocs', 'x-retryable', 'x-body-limit'),
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response'),
  },
  parameter: {
    ...values('name', 'in', 'description', 'required', 'deprecated', 'style', 'explode', 'example'),
    ...values('x-deprecated'),
    schema: one('schema'),
    examples: map('example'),
  },
  requestBody: { ...values('description', 'required'), content: map('mediaType') },
  response: {
    ...values('description'),
    headers: map('header'),
    content: map('mediaType'),
  },
  header: {
    ...values('description', 'required', 'deprecated', 'example'),
    schema: one('schema'),
    examples: map('example'),
  },
  mediaType: {
    ...values('example', 'encoding'),
    schema: one('schema'),
    examples: map('example'),
  },
  example: values('summary', 'description', 'value'),
  schema: {
    ...values('type', 'title', 'description', 'deprecated', 'examples', 'default', 'enum', 'const'),
    ...values('required', 'minProperties', 'maxProperties', 'minItems', 'maxItems'),
    ...values('minLength', 'maxLength', 'pattern', 'format'),
    ...values('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
    ...values('contentMediaType'),
    ...values(
      'x-deprecated',
      'x-credential',
      'x-model-name',
      'x-sensitive',
      'x-extensible-enum',
      'x-enum-descriptions',
    ),
    ...values('x-api-version', 'x-text-record', 'x-proof', 'x-invalid', 'x-advice', 'x-hint'),
    ...values('x-accepts-url', 'x-keys-are-data', 'x-field-anchor', 'x-client-note'),
    ...values('x-mend', 'x-leading-zeros', 'externalDocs'),
    properties: map('schema'),
    additionalProperties: one('schema'),
    propertyNames: one('schema'),
    items: one('schema'),
    anyOf: list('schema'),
    // One form only, which check-schema compares as a whole.
    not: one('value'),
    contentSchema: one('schema'),
    'x-model-properties': map('schema'),
  },
};

/**
 * What may stand next to a `$ref`. Only what every generator keeps there: several drop the rest in
 * silence, `required` among it.
 */
export const nextToReference: ReadonlySet<string> = new Set([
  'summary',
  'description',
  'deprecated',
  'x-deprecated',
  'x-model-name',
  'x-sensitive',
  'x-api-version',
  'x-invalid',
  'x-advice',
]);
