/** Rules for one schema object that JSON Schema cannot say; the others are in dialect.schema.json. */
import { isRecord } from '../src/formats/record.ts';
import { isOpenEnum, isRequiredOnly, type Schema } from './document.ts';
import { pointerTo, type Problem } from './spec-error.ts';

type SchemaProblem = Omit<Problem, 'file'>;

/** What is wrong with one schema, its children left aside. Pointers start at the schema. */
export function checkSchema(schema: Schema): SchemaProblem[] {
  return [
    ...checkType(schema),
    ...checkRequired(schema),
    ...checkPattern(schema),
    ...checkEnum(schema),
    ...checkAnyOf(schema),
  ];
}

function* checkType(schema: Schema): Generator<SchemaProblem> {
  const isTyped = schema.type !== undefined || schema.anyOf !== undefined;
  if (!isTyped && !isRequiredOnly(schema)) yield at('', 'a schema needs a type');
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
  const keyword = isOpenEnum(schema) ? 'x-extensible-enum' : 'enum';
  for (const word of Object.keys(schema['x-enum-descriptions'] ?? {})) {
    if (schema[keyword]?.includes(word) !== false) continue;
    const pointer = pointerTo('/x-enum-descriptions', word);
    yield { pointer, message: `no such value in "${keyword}"` };
  }
}

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

function* checkAnyOf({ anyOf = [] }: Schema): Generator<SchemaProblem> {
  // What is no schema is told where it stands.
  if (!anyOf.every(isRecord)) return;
  const areScalars = anyOf.every(
    ({ $ref, type }) => $ref !== undefined || scalars.has(String(type)),
  );
  if (areScalars || anyOf.every(isRequiredOnly)) return;
  const message = '"anyOf" is for scalars, and for lists of properties of which one is required';
  yield at('anyOf', message);
}

function at(keyword: string, message: string): SchemaProblem {
  return { pointer: keyword === '' ? '' : pointerTo('', keyword), message };
}
