/**
 * Step: the document as the caller of a client sees it. Each operation takes one named object and
 * responds with one named object or nothing, and the license key is not among the fields of a request.
 */
import {
  dereference,
  type OpenApiDocument,
  operationsOf,
  type PathOperation,
  referencedName,
  type Schema,
  schemasOf,
} from './document.ts';
import { inside, type Place, placeOf, refuse } from './spec-error.ts';

/** One operation of the spec, as it is called. */
export interface Call {
  readonly operation: PathOperation;
  readonly path: string;
  readonly method: string;
  readonly sends: 'json' | 'form' | 'query';
  readonly authentication: 'basic' | 'key';
  /** The name on the wire of the field that carries the license key. */
  readonly keyField: string | undefined;
  /** The component that is the request. */
  readonly request: string;
  /** The component that is the response; absent where a success has no body. */
  readonly response: string | undefined;
  /** The response is a `k=v` text. */
  readonly isText: boolean;
  /** The type of the request as it travels, without the key: an expression over `./wire.ts`. */
  readonly wireType: string;
  /** The parameter whose object spreads over the whole query. */
  readonly queryName: string | undefined;
}

export interface CallView {
  /** The document with the components that `calls` name. */
  readonly document: OpenApiDocument;
  readonly calls: readonly Call[];
}

/** Gives the operations of the paths; webhooks are calls of the service, and stay as they are. */
export function callView(spec: OpenApiDocument): CallView {
  const schemas = { ...schemasOf(spec) };
  const document = { ...spec, components: { ...spec.components, schemas } };
  const calls: Call[] = [];
  const keyFields = new Map<string, string>();
  for (const found of operationsOf(spec)) {
    if (found.place === 'webhook') continue;
    const { operation, path, method } = found;
    const place = inside(placeOf('openapi.yaml'), 'paths', path, method);
    refuseOtherParameters(found);
    const { sends, schema, queryName, inWire } = requestOf(spec, found, place);
    const request = named(schemas, schema, requestName(operation, sends), place);
    const success = successSchema(spec, operation, place);
    const response = success && named(schemas, success, typeName(operation, 'Result'), place);
    const authentication = authenticationOf(spec, operation);
    const keyField = authentication === 'key' ? keyFieldOf(schemas, request, place) : undefined;
    if (keyField !== undefined) keyFields.set(request, keyField);
    const isText = response !== undefined && schemas[response]?.['x-text-record'] === true;
    const whole = schema.$ref === undefined ? inWire : `wire.components['schemas']['${request}']`;
    const wireType = keyField === undefined ? whole : `Omit<${whole}, '${keyField}'>`;
    const asked = { sends, authentication, keyField, request, wireType, queryName };
    const facts = { ...asked, response, isText };
    calls.push({ operation, path, method, ...facts });
  }
  for (const call of calls) refuseOtherCredentials(schemas, call);
  for (const [name, keyField] of keyFields) {
    schemas[name] = withoutProperty(schemas[name] ?? {}, keyField);
  }
  return { document, calls };
}

type Found = ReturnType<typeof operationsOf> extends Generator<infer Item> ? Item : never;

function requestOf(
  document: OpenApiDocument,
  found: Found,
  place: Place,
): {
  sends: Call['sends'];
  schema: Schema;
  queryName?: string;
  /** Its type in wire.ts, where it has no component. */
  inWire: string;
} {
  const { operation, parameters } = found;
  const body = operation.requestBody && dereference(document, operation.requestBody);
  const ofWire = `wire.operations['${operation.operationId}']`;
  if (body === undefined) {
    const { schema, queryName } = queryOf(document, found);
    const query = `NonNullable<${ofWire}['parameters']['query']>`;
    return queryName === undefined
      ? { sends: 'query', schema, inWire: query }
      : { sends: 'query', schema, queryName, inWire: `${query}['${queryName}']` };
  }
  if (parameters.length > 0) {
    refuse(inside(place, 'parameters'), 'an operation takes a body or parameters, not both');
  }
  for (const [sends, mediaType] of [
    ['json', 'application/json'],
    ['form', 'application/x-www-form-urlencoded'],
  ] as const) {
    const schema = body.content?.[mediaType]?.schema;
    const inWire = `NonNullable<${ofWire}['requestBody']>['content']['${mediaType}']`;
    if (schema === undefined) continue;
    const here = inside(place, 'requestBody', 'content', mediaType, 'schema');
    if (sends === 'form') refuseNested(document, schema, here);
    return { sends, schema, inWire };
  }
  refuse(inside(place, 'requestBody'), 'a body must be JSON or a form, with a schema');
}

/** A client fills in a query alone: nothing in the path, and no headers of the spec's. */
function refuseOtherParameters(found: Found): void {
  const { path, parameters } = found;
  const index = parameters.findIndex((parameter) => parameter.in !== 'query');
  if (index >= 0) {
    const message = `a client cannot send "${parameters[index]?.name ?? ''}": parameters must be in the query`;
    refuse(placeOfParameter(found, index), message);
  }
  const [gap] = /\{[^}]*\}/.exec(path) ?? [];
  if (gap === undefined) return;
  const message = `a client cannot fill in ${gap}: write each path in full, and put parameters in the query`;
  refuse(inside(placeOf('openapi.yaml'), 'paths', path), message);
}

/** Those of the path come first. */
function placeOfParameter({ path, method, operation, parameters }: Found, index: number): Place {
  const shared = parameters.length - (operation.parameters?.length ?? 0);
  const paths = inside(placeOf('openapi.yaml'), 'paths', path);
  return index < shared
    ? inside(paths, 'parameters', index)
    : inside(paths, method, 'parameters', index - shared);
}

const nested = 'a query and a form hold single values: no list, and no object';

/** Refuses fields that a client would leave out, since a query or a form has no word for them. */
function refuseNested(document: OpenApiDocument, schema: Schema, place: Place): void {
  const start = schema.$ref === undefined ? place : placeOf(referencedName(schema.$ref));
  const { properties = {} } = dereference(document, schema);
  for (const [name, property] of Object.entries(properties)) {
    if (!isSingle(document, property)) refuse(inside(start, 'properties', name), nested);
  }
}

function isSingle(document: OpenApiDocument, schema: Schema): boolean {
  const { type } = dereference(document, schema);
  return ![type].flat().some((word) => word === 'array' || word === 'object');
}

/** One object that spreads over the whole query, or an object of the single parameters. */
function queryOf(document: OpenApiDocument, found: Found): { schema: Schema; queryName?: string } {
  const { operation, parameters } = found;
  const [first] = parameters;
  if (parameters.length === 1 && first?.explode === true && first.schema !== undefined) {
    refuseNested(document, first.schema, inside(placeOfParameter(found, 0), 'schema'));
    return { schema: first.schema, queryName: first.name };
  }
  for (const [index, { schema = {} }] of parameters.entries()) {
    if (!isSingle(document, schema)) refuse(placeOfParameter(found, index), nested);
  }
  const required = parameters.filter((parameter) => parameter.required === true);
  const schema: Schema = {
    type: 'object',
    description: `The query of \`${operation.operationId}\`.`,
    ...(operation.externalDocs && { externalDocs: { url: operation.externalDocs.url } }),
    additionalProperties: false,
    ...(required.length > 0 ? { required: required.map(({ name }) => name) } : {}),
    properties: Object.fromEntries(
      parameters.map(({ name, schema = {}, ...parameter }) => {
        const { description, deprecated, 'x-deprecated': deprecation } = parameter;
        const told = { description, deprecated, 'x-deprecated': deprecation };
        const said = Object.entries(told).filter(([, value]) => value !== undefined);
        return [name, { ...schema, ...Object.fromEntries(said) }];
      }),
    ),
  };
  return { schema };
}

/** The schema of a success, the same under every media type. */
function successSchema(
  document: OpenApiDocument,
  operation: PathOperation,
  place: Place,
): Schema | undefined {
  let success: Schema | undefined;
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if (!status.startsWith('2')) continue;
    const here = inside(place, 'responses', status);
    for (const { schema } of Object.values(dereference(document, response).content ?? {})) {
      const body = schema?.contentSchema ?? schema;
      if (body === undefined) refuse(here, 'a response needs a schema');
      if (dereference(document, body).properties === undefined) {
        refuse(here, 'a success response must be an object with "properties"');
      }
      success ??= body;
      if (JSON.stringify(success) !== JSON.stringify(body)) {
        refuse(here, 'all success responses of an operation must have the same schema');
      }
    }
  }
  return success;
}

/** The component of a schema; one that stands in place gets a name of its own. */
function named(
  schemas: Record<string, Schema>,
  schema: Schema,
  name: string,
  place: Place,
): string {
  if (schema.$ref !== undefined) return referencedName(schema.$ref);
  if (schemas[name] !== undefined) refuse(place, `the component "${name}" already exists`);
  schemas[name] = schema;
  return name;
}

function requestName(operation: PathOperation, sends: Call['sends']): string {
  return typeName(operation, sends === 'query' ? 'Query' : 'Request');
}

function typeName({ operationId }: PathOperation, what: string): string {
  return operationId.charAt(0).toUpperCase() + operationId.slice(1) + what;
}

/** Basic credentials where the spec asks for them; otherwise the key is sent among the fields. */
function authenticationOf(
  document: OpenApiDocument,
  operation: PathOperation,
): Call['authentication'] {
  const schemes = (operation.security ?? document.security ?? []).flatMap(Object.keys);
  const { securitySchemes = {} } = document.components ?? {};
  return schemes.some((name) => securitySchemes[name]?.scheme === 'basic') ? 'basic' : 'key';
}

function keyFieldOf(schemas: Record<string, Schema>, request: string, place: Place): string {
  for (const [wire, property] of Object.entries(schemas[request]?.properties ?? {})) {
    if (property['x-credential'] === true) return wire;
  }
  refuse(place, 'an operation needs basic credentials, or a field with "x-credential: true"');
}

/** A credential that no client would send would be an ordinary field, and end in logs. */
function refuseOtherCredentials(
  schemas: Readonly<Record<string, Schema>>,
  { request, keyField }: Call,
): void {
  for (const [wire, property] of Object.entries(schemas[request]?.properties ?? {})) {
    if (property['x-credential'] !== true || wire === keyField) continue;
    const message =
      '"x-credential" is for one field of a request that is sent without basic credentials';
    refuse(inside(placeOf(request), 'properties', wire, 'x-credential'), message);
  }
}

function withoutProperty({ properties = {}, required, ...schema }: Schema, name: string): Schema {
  const others = Object.entries(properties).filter(([wire]) => wire !== name);
  const rest = required?.filter((wire) => wire !== name) ?? [];
  return {
    ...schema,
    ...(rest.length > 0 ? { required: rest } : {}),
    properties: Object.fromEntries(others),
  };
}
