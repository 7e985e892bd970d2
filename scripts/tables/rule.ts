/** Turns a schema of a request into the rule that the encoder checks a value by. */
import { dereference, enumSchema, isOpenEnum, referencedName, type Schema } from '../document.ts';
import { tableName } from '../model-name.ts';
import { Name } from './print.ts';
import { requestTable } from './request-table.ts';
import type { TableWriter } from './table-writer.ts';

/** Keywords that say nothing about which values are right. */
const silent = new Set([
  ...['type', 'title', 'description', 'deprecated', 'examples', 'default', 'contentMediaType'],
  ...['x-model-name', 'x-sensitive', 'x-open-enum', 'x-enum-descriptions', 'x-api-version', '$ref'],
]);

/** A rule as plain data, ready to print; see the header of the generated tables for its form. */
export function ruleOf(writer: TableWriter, schema: Schema, owner: string): unknown {
  if (schema.$ref !== undefined) {
    const target = dereference(writer.document, { $ref: schema.$ref } as Schema);
    const name = referencedName(schema.$ref);
    const sensitive = schema['x-sensitive'] ?? target['x-sensitive'];
    if (target.properties !== undefined) return new Name(requestTable(writer, name));
    return ruleOf(writer, { ...target, ...(sensitive ? { 'x-sensitive': true } : {}) }, name);
  }
  if (schema.properties !== undefined) return new Name(requestTable(writer, owner, schema));
  const words = enumSchema(schema)?.enum;
  const [type = 'union', second] = [schema.type].flat();
  const flags = {
    sensitive: schema['x-sensitive'],
    nullable: second === 'null' ? true : undefined,
  };
  if (words !== undefined) {
    expectOnly(writer, schema, owner, ['enum', 'anyOf']);
    const list = writer.words(`${tableName(owner)}Values`, words);
    return { kind: 'string', enum: list, open: isOpenEnum(schema) ? true : undefined, ...flags };
  }
  switch (type) {
    case 'string':
      return { kind: 'string', ...stringRule(writer, schema, owner), ...flags };
    case 'number':
    case 'integer':
      return { kind: type, ...numberRule(writer, schema, owner), ...flags };
    case 'boolean':
      expectOnly(writer, schema, owner, []);
      return { kind: 'boolean', ...flags };
    case 'array':
      expectOnly(writer, schema, owner, ['items', 'minItems', 'maxItems']);
      return {
        kind: 'list',
        items: ruleOf(writer, schema.items ?? {}, `${owner}Item`),
        minItems: schema.minItems,
        maxItems: schema.maxItems,
        ...flags,
      };
    case 'object':
      return { ...mapRule(writer, schema, owner), ...flags };
    default:
      expectOnly(writer, schema, owner, ['anyOf']);
      return {
        kind: 'union',
        of: (schema.anyOf ?? []).map((branch) => ruleOf(writer, branch, owner)),
        ...flags,
      };
  }
}

function stringRule(writer: TableWriter, schema: Schema, owner: string): object {
  const { minLength, maxLength, pattern, format, const: only } = schema;
  expectOnly(writer, schema, owner, ['minLength', 'maxLength', 'pattern', 'format', 'const']);
  return {
    minLength,
    maxLength,
    // Without the flag `.` and `{n}` would count UTF-16 halves.
    pattern: pattern === undefined ? undefined : new RegExp(pattern, 'u'),
    format,
    enum: only === undefined ? undefined : [only],
  };
}

function numberRule(writer: TableWriter, schema: Schema, owner: string): object {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const bounds = { minimum, maximum, exclusiveMinimum, exclusiveMaximum };
  expectOnly(writer, schema, owner, Object.keys(bounds));
  return bounds;
}

function mapRule(writer: TableWriter, schema: Schema, owner: string): object {
  const { additionalProperties, propertyNames, minProperties, maxProperties } = schema;
  if (typeof additionalProperties !== 'object') {
    writer.refuse(owner, 'an object in a request needs "properties" or a schema for its values');
  }
  const known = ['additionalProperties', 'propertyNames', 'minProperties', 'maxProperties'];
  expectOnly(writer, schema, owner, known);
  return {
    kind: 'map',
    keys: propertyNames && ruleOf(writer, { type: 'string', ...propertyNames }, `${owner}Key`),
    values: ruleOf(writer, additionalProperties, `${owner}Value`),
    minProperties,
    maxProperties,
  };
}

/** A rule that the encoder would not enforce must not look as if it were. */
export function expectOnly(
  writer: TableWriter,
  schema: Schema,
  owner: string,
  enforced: readonly string[],
): void {
  for (const keyword of Object.keys(schema)) {
    if (silent.has(keyword) || enforced.includes(keyword)) continue;
    writer.refuse(owner, `"${keyword}" is not enforced on a request value like this one`);
  }
}
