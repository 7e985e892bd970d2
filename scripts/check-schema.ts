/** Rules for one schema object that its list of keywords cannot say; a part of check-subset. */
import { isRecord } from '../src/formats/record.ts';
import { isOpenEnum, isRequiredOnly, onlyEmptyValues, type Schema } from './document.ts';
import { pointerTo, type Problem } from './spec-error.ts';

type SchemaProblem = Omit<Problem, 'file'>;

/** Keywords that mean something for one type only; next to another type they would mean nothing. */
const typeOfKeyword: Readonly<Record<string, readonly string[]>> = {
  minLength: ['string'],
  maxLength: ['string'],
  pattern: ['string'],
  contentMediaType: ['string'],
  contentSchema: ['string'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'],
  exclusiveMaximum: ['number', 'integer'],
  multipleOf: ['number', 'integer'],
  items: ['array'],
  minItems: ['array'],
  maxItems: ['array'],
  properties: ['object'],
  required: ['object'],
  additionalProperties: ['object'],
  propertyNames: ['object'],
  minProperties: ['object'],
  maxProperties: ['object'],
  'x-extensible-enum': ['string'],
  'x-credential': ['string'],
  'x-model-properties': ['object'],
  'x-text-record': ['object'],
  'x-keys-are-data': ['object'],
};

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array']);

type Shape =
  'a string' | 'a number' | 'true' | 'a boolean' | 'a list' | 'a list of strings' | 'a map';

/** What each keyword holds; children are looked at elsewhere. */
const shapes: Readonly<Record<string, Shape>> = {
  ...shaped('a string', 'title', 'description', 'pattern', 'format', 'contentMediaType'),
  ...shaped('a string', 'x-model-name', 'x-api-version', 'x-invalid', 'x-advice', 'x-hint'),
  ...shaped('a string', 'x-field-anchor', 'x-client-note', 'x-mend'),
  ...shaped('true', 'x-accepts-url', 'x-keys-are-data', 'x-leading-zeros'),
  ...shaped('a number', 'minLength', 'maxLength', 'minItems', 'maxItems'),
  ...shaped('a number', 'minProperties', 'maxProperties', 'multipleOf'),
  ...shaped('a number', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'),
  ...shaped('true', 'x-credential', 'x-sensitive', 'x-text-record'),
  ...shaped('a boolean', 'deprecated'),
  ...shaped('a list', 'examples', 'anyOf'),
  ...shaped('a list of strings', 'enum', 'x-extensible-enum', 'required', 'x-proof'),
  ...shaped(
    'a map',
    'x-enum-descriptions',
    'properties',
    'x-model-properties',
    'externalDocs',
    'x-deprecated',
  ),
};

function shaped(shape: Shape, ...keywords: string[]): Record<string, Shape> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, shape]));
}

/** What is wrong with one schema, its children left aside. Pointers start at the schema. */
export function checkSchema(schema: Schema): SchemaProblem[] {
  const misshapen = [...checkShapes(schema)];
  if (misshapen.length > 0) return misshapen;
  return [
    ...checkType(schema),
    ...checkRequired(schema),
    ...checkPattern(schema),
    ...checkEnum(schema),
    ...checkAnyOf(schema),
    ...checkNot(schema),
    ...checkBounds(schema),
    ...checkExplanation(schema),
    ...checkLink(schema),
    ...checkDeprecation(schema),
  ];
}

function* checkShapes(schema: Schema): Generator<SchemaProblem> {
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = shapes[keyword];
    if (shape === undefined || hasShape(value, shape)) continue;
    yield at(keyword, `"${keyword}" has to be ${shape}`);
  }
}

function hasShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'a string':
      return typeof value === 'string';
    case 'a number':
      return typeof value === 'number';
    case 'true':
      return value === true;
    case 'a boolean':
      return typeof value === 'boolean';
    case 'a list':
      return Array.isArray(value);
    case 'a list of strings':
      return Array.isArray(value) && value.every((member) => typeof member === 'string');
    case 'a map':
      return isRecord(value);
  }
}

function* checkType(schema: Schema): Generator<SchemaProblem> {
  if (schema.type === undefined) {
    const isUnion = schema.anyOf !== undefined;
    if (!isUnion && !isRequiredOnly(schema)) yield at('', 'a schema needs a type');
    return;
  }
  const [type, second] = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (type === undefined || !types.has(type) || (Array.isArray(schema.type) && second !== 'null')) {
    yield at(
      'type',
      `type has to be one word or [word, 'null'], not ${JSON.stringify(schema.type)}`,
    );
    return;
  }
  for (const keyword of Object.keys(schema)) {
    const owners = typeOfKeyword[keyword];
    if (owners !== undefined && !owners.includes(type)) {
      yield at(keyword, `"${keyword}" says nothing about a ${type}`);
    }
  }
  if (type === 'array' && schema.items === undefined) yield at('', 'an array needs "items"');
}

function* checkRequired({ properties, required = [] }: Schema): Generator<SchemaProblem> {
  if (properties === undefined) return;
  for (const name of required) {
    if (!(name in properties)) yield at('required', `"${name}" is required but not a property`);
  }
}

function* checkPattern(schema: Schema): Generator<SchemaProblem> {
  if (schema.pattern === undefined) return;
  try {
    new RegExp(schema.pattern, 'u');
  } catch (error) {
    yield at('pattern', error instanceof Error ? error.message : String(error));
  }
  // Safari before 16.4 and several engines of other languages do not know it.
  if (/\(\?<[=!]/.test(schema.pattern)) yield at('pattern', 'lookbehind is not portable');
}

function* checkEnum(schema: Schema): Generator<SchemaProblem> {
  const descriptions = schema['x-enum-descriptions'];
  const keyword = isOpenEnum(schema) ? 'x-extensible-enum' : 'enum';
  const values = schema[keyword];
  if (values === undefined) {
    if (descriptions !== undefined)
      yield at('x-enum-descriptions', 'there is no "enum" next to it');
    return;
  }
  if (new Set(values).size !== values.length) yield at(keyword, 'a value is there twice');
  for (const word of Object.keys(descriptions ?? {})) {
    if (!values.includes(word)) {
      yield {
        pointer: pointerTo('/x-enum-descriptions', word),
        message: `no such value in "${keyword}"`,
      };
    }
  }
  if (!isOpenEnum(schema)) return;
  // A documented length says nothing about which values there are.
  for (const other of ['enum', 'const', 'minLength', 'pattern', 'format'] as const) {
    if (schema[other] === undefined) continue;
    yield at(
      other,
      `"${other}" does not go together with "x-extensible-enum": any string is right`,
    );
  }
}

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

function* checkAnyOf(schema: Schema): Generator<SchemaProblem> {
  const branches = schema.anyOf;
  if (branches === undefined) return;
  const scalar = branches.every(
    ({ $ref, type }) => $ref !== undefined || scalars.has(String(type)),
  );
  if (!scalar && !branches.every(isRequiredOnly)) {
    yield at(
      'anyOf',
      '"anyOf" is for scalars, and for lists of properties of which one is required',
    );
  }
}

function* checkNot({ not, minProperties }: Schema): Generator<SchemaProblem> {
  if (not === undefined) return;
  const form = JSON.stringify(onlyEmptyValues);
  if (JSON.stringify(not) !== form) {
    yield at('not', `"not" is for one rule: that a property has to hold something, not: ${form}`);
  }
  if (minProperties !== 1) yield at('not', '"not" goes together with "minProperties: 1"');
}

/** OpenAPI 3.0 has one bound a side, so that two could not be converted. */
function* checkBounds(schema: Schema): Generator<SchemaProblem> {
  for (const side of ['Minimum', 'Maximum'] as const) {
    const inclusive = side === 'Minimum' ? 'minimum' : 'maximum';
    if (schema[inclusive] !== undefined && schema[`exclusive${side}`] !== undefined) {
      yield at(inclusive, `"${inclusive}" and "exclusive${side}" do not go together`);
    }
  }
}

/** What happens to a value that breaks the rules, and what its sender is told. */
function* checkExplanation(schema: Schema): Generator<SchemaProblem> {
  const { 'x-invalid': invalid, 'x-advice': advice, 'x-mend': mend } = schema;
  const { 'x-model-name': name } = schema;
  if (mend !== undefined && !['space', 'email'].includes(mend)) {
    yield at('x-mend', '"x-mend" has to be space or email');
  }
  if (name !== undefined && !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    yield at(
      'x-model-name',
      `"x-model-name" has to be a name that JavaScript takes, not "${name}"`,
    );
  }
  if (invalid !== undefined && !['shorten', 'throw'].includes(invalid)) {
    yield at('x-invalid', '"x-invalid" has to be shorten or throw');
  }
  if (invalid === 'shorten' && schema.maxLength === undefined) {
    yield at('x-invalid', 'without "maxLength" there is nothing to shorten to');
  }
  if (advice !== undefined && !/^must .*[^.\s]$/.test(advice)) {
    yield at(
      'x-advice',
      '"x-advice" goes on from the field: "must …", in one line, without a full stop',
    );
  }
}

/** The address is all that a hover shows of it. */
function* checkLink({ externalDocs, 'x-field-anchor': anchor }: Schema): Generator<SchemaProblem> {
  const { url, ...others } = externalDocs ?? {};
  if (
    externalDocs !== undefined &&
    (!/^https:\/\/\S+$/.test(url ?? '') || Object.keys(others)[0])
  ) {
    yield at('externalDocs', '"externalDocs" has to be one url that begins with https://');
  }
  if (anchor !== undefined && externalDocs === undefined) {
    yield at('x-field-anchor', 'without "externalDocs" there is no page that it could be on');
  }
}

/** Since when, and what to use in its place; `null` says that there is nothing. */
function* checkDeprecation(schema: Schema): Generator<SchemaProblem> {
  const { deprecated, 'x-deprecated': deprecation } = schema;
  if (deprecation === undefined) return;
  if (deprecated !== true) yield at('x-deprecated', 'without "deprecated: true" it says nothing');
  const { since, use, ...others } = deprecation;
  const isSince = since === undefined || typeof since === 'string';
  const isUse = use === undefined || use === null || /^[\p{Lu}`].*\.$/u.test(use);
  const isEmpty = since === undefined && use === undefined;
  if (isEmpty || !isSince || !isUse || Object.keys(others).length > 0) {
    yield at(
      'x-deprecated',
      '"x-deprecated" has to be {since: a string, use: a sentence or null}, or one of them',
    );
  }
}

function at(keyword: string, message: string): SchemaProblem {
  return { pointer: keyword === '' ? '' : pointerTo('', keyword), message };
}
