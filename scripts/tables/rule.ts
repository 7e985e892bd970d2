/** Turns a schema of a request into the rule that the encoder checks a value by. */
import { formats } from '../../src/request/formats.ts';
import { dereference, enumValues, isOpenEnum, referencedName, type Schema } from '../document.ts';
import { tableName } from '../model-name.ts';
import { inside, type Place, placeOf, refuse } from '../spec-error.ts';
import { Name } from './print.ts';
import type { TableWriter } from './table-writer.ts';

/** Keywords that say nothing about which values are right. */
const silent = new Set([
  ...['type', 'title', 'description', 'deprecated', 'examples', 'default', 'contentMediaType'],
  ...['x-model-name', 'x-sensitive', 'x-enum-descriptions', 'x-api-version', '$ref'],
  ...['x-invalid', 'x-advice', 'x-hint', 'x-accepts-url', 'x-keys-are-data', 'x-field-anchor'],
  ...['x-client-note', 'x-mend', 'x-leading-zeros', 'externalDocs', 'x-deprecated'],
]);

/** Where rules are written to. */
interface Scope {
  readonly writer: TableWriter;
  /** Writes the table of an object, and gives the name of its constant. */
  readonly objectTable: (name: string, schema: Schema, place: Place) => string;
}

/**
 * A rule as plain data, ready to print; src/operation.ts says its form. `name` is what the schema is
 * called, or would be if it had a file of its own.
 */
export function ruleOf(scope: Scope, schema: Schema, name: string, place: Place): unknown {
  const { writer } = scope;
  if (schema.$ref !== undefined) {
    const target = dereference<Schema>(writer.document, { $ref: schema.$ref });
    const component = referencedName(schema.$ref);
    return ruleOf(scope, { ...target, ...flagsOf(schema) }, component, placeOf(component));
  }
  if (schema.properties !== undefined) return new Name(scope.objectTable(name, schema, place));
  const [type = 'union', second] = [schema.type].flat();
  const flags = {
    sensitive: schema['x-sensitive'],
    nullable: second === 'null' ? true : undefined,
    invalid: schema['x-invalid'],
    advice: schema['x-advice'],
    mend: schema['x-mend'],
    leadingZeros: schema['x-leading-zeros'],
  };
  const words = enumValues(schema);
  if (words !== undefined) {
    expectOnly(schema, place, ['enum', 'x-extensible-enum']);
    const list = writer.words(`${tableName(name)}Values`, words, place);
    return { kind: 'string', enum: list, open: isOpenEnum(schema) ? true : undefined, ...flags };
  }
  switch (type) {
    case 'string':
      return { kind: 'string', ...stringRule(schema, place), ...flags };
    case 'number':
    case 'integer':
      return { kind: type, ...numberRule(schema, place), ...flags };
    case 'boolean':
      expectOnly(schema, place, []);
      return { kind: 'boolean', ...flags };
    case 'array':
      return { ...listRule(scope, schema, name, place), ...flags };
    case 'object':
      return { ...mapRule(scope, schema, name, place), ...flags };
    default:
      return { ...unionRule(scope, schema, name, place), ...flags };
  }
}

/** What a reference may add to the schema that it names, and an object whose keys are data to each value. */
export function flagsOf(schema: Schema): Pick<Schema, 'x-sensitive' | 'x-invalid' | 'x-advice'> {
  const flags = ['x-sensitive', 'x-invalid', 'x-advice'] as const;
  return Object.fromEntries(
    flags.filter((flag) => schema[flag] !== undefined).map((flag) => [flag, schema[flag]]),
  );
}

function stringRule(schema: Schema, place: Place): object {
  const { minLength, maxLength, pattern, format, const: only } = schema;
  expectOnly(schema, place, ['minLength', 'maxLength', 'pattern', 'format', 'const']);
  if (format !== undefined && !Object.hasOwn(formats, format)) {
    refuse(
      inside(place, 'format'),
      `the client checks no format "${format}", only ${Object.keys(formats).join(', ')}`,
    );
  }
  return {
    minLength,
    maxLength,
    // Without the flag `.` and `{n}` would count UTF-16 halves.
    pattern: pattern === undefined ? undefined : new RegExp(pattern, 'u'),
    freeText: pattern !== undefined && isFreeText(new RegExp(pattern, 'u')) ? true : undefined,
    format,
    hint: hintOf(schema, place),
    enum: only === undefined ? undefined : [only],
    acceptsUrl: schema['x-accepts-url'],
  };
}

/** Whether a pattern bars NUL and newline, and nothing else: by what it does, however it is written. */
function isFreeText(pattern: RegExp): boolean {
  const barred = ['\0', '\n'];
  const others = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
    (unit) => !barred.includes(unit),
  );
  return (
    pattern.test(others.slice(0, 0xd7f0).join('')) &&
    others.every((unit) => pattern.test(unit)) &&
    barred.every((unit) => ['', 'a'].every((text) => !pattern.test(text + unit + text)))
  );
}

const hints = new Set(['country-code']);

function hintOf(schema: Schema, place: Place): string | undefined {
  const hint = schema['x-hint'];
  if (hint === undefined || hints.has(hint)) return hint;
  refuse(
    inside(place, 'x-hint'),
    `the client has no hint "${hint}", only ${[...hints].join(', ')}`,
  );
}

function numberRule(schema: Schema, place: Place): object {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const bounds = { minimum, maximum, exclusiveMinimum, exclusiveMaximum };
  expectOnly(schema, place, Object.keys(bounds));
  return bounds;
}

function listRule(scope: Scope, schema: Schema, name: string, place: Place): object {
  const { items = {}, minItems, maxItems } = schema;
  expectOnly(schema, place, ['items', 'minItems', 'maxItems']);
  const rule = ruleOf(scope, items, `${name}Item`, inside(place, 'items'));
  return { kind: 'list', items: rule, minItems, maxItems };
}

function mapRule(scope: Scope, schema: Schema, name: string, place: Place): object {
  const { additionalProperties, propertyNames, minProperties, maxProperties } = schema;
  if (typeof additionalProperties !== 'object') {
    refuse(place, 'an object in a request needs "properties" or a schema for its values');
  }
  const bounds = { minProperties, maxProperties };
  expectOnly(schema, place, ['additionalProperties', 'propertyNames', ...Object.keys(bounds)]);
  const valuesPlace = inside(place, 'additionalProperties');
  const keysPlace = inside(place, 'propertyNames');
  return {
    kind: 'map',
    keys: propertyNames && ruleOf(scope, { type: 'string', ...propertyNames }, name, keysPlace),
    values: ruleOf(scope, additionalProperties, `${name}Value`, valuesPlace),
    ...bounds,
  };
}

function unionRule(scope: Scope, schema: Schema, name: string, place: Place): object {
  expectOnly(schema, place, ['anyOf']);
  const branches = schema.anyOf ?? [];
  const rules = branches.map((branch, index) =>
    ruleOf(scope, branch, `${name}${index + 1}`, inside(place, 'anyOf', index)),
  );
  return { kind: 'union', of: rules };
}

/** A rule that the encoder would not enforce must not look as if it were. */
export function expectOnly(schema: Schema, place: Place, enforced: readonly string[]): void {
  for (const keyword of Object.keys(schema)) {
    if (silent.has(keyword) || enforced.includes(keyword)) continue;
    refuse(inside(place, keyword), `"${keyword}" is not enforced on a request value of this type`);
  }
}
