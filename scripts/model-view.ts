/**
 * Step: the document that the public types are made of. The same schemas as on the wire, with the names
 * that a TypeScript developer sees, and with the promises that the facade keeps (lists are always there,
 * `Yes` is `true`).
 */
import { directionsOf } from './direction.ts';
import {
  dereference,
  enumSchema,
  isOpenEnum,
  isRequiredOnly,
  type OpenApiDocument,
  type Schema,
  schemasOf,
} from './document.ts';
import { modelName, valueName } from './model-name.ts';
import { pointerTo, SpecError } from './spec-error.ts';

/** The model name of each property of an object schema, in the order of the spec. */
export function modelNames(component: string, schema: Schema): Map<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const [wire, property] of Object.entries(schema.properties ?? {})) {
    const model = property['x-model-name'] ?? modelName(wire);
    const owner = owners.get(model);
    if (owner !== undefined) {
      throw new SpecError([
        {
          file: component,
          pointer: pointerTo('/properties', wire),
          message: `"${wire}" and "${owner}" would both be "${model}"; give one an x-model-name`,
        },
      ]);
    }
    owners.set(model, wire);
    names.set(wire, model);
  }
  return names;
}

/** An OpenAPI document of schemas only, in camelCase, for the generator of the public types. */
export function modelView(document: OpenApiDocument): OpenApiDocument {
  const { request, response } = directionsOf(document);
  const view = new View(document, response);
  const schemas: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    if (!request.has(name) && !response.has(name)) continue;
    if (isNamedInModel(schema)) schemas[name] = view.component(name, schema);
  }
  const { openapi, info } = document;
  return { openapi, info, paths: {}, components: { schemas } };
}

/** Objects and enumerations are types with a name; a named scalar flows into where it is used. */
function isNamedInModel(schema: Schema): boolean {
  return schema.properties !== undefined || enumSchema(schema) !== undefined;
}

class View {
  readonly #document: OpenApiDocument;
  readonly #answers: ReadonlySet<string>;

  constructor(document: OpenApiDocument, answers: ReadonlySet<string>) {
    this.#document = document;
    this.#answers = answers;
  }

  component(name: string, schema: Schema): Schema {
    const words = enumSchema(schema);
    if (words !== undefined) return namedEnum(name, schema, words);
    return this.#object(name, schema, this.#answers.has(name));
  }

  #object(name: string, schema: Schema, answer: boolean): Schema {
    const names = modelNames(name, schema);
    const properties: Record<string, Schema> = {};
    const required = new Set((schema.required ?? []).map((wire) => names.get(wire) ?? wire));
    for (const [wire, property] of Object.entries(schema.properties ?? {})) {
      const model = names.get(wire) ?? wire;
      const converted = this.#schema(`${name}.${model}`, property, schema, answer);
      properties[model] = converted;
      // The decoder fills a list that the service left out.
      if (answer && dereference(this.#document, property).type === 'array') required.add(model);
    }
    for (const [model, property] of Object.entries(schema['x-model-properties'] ?? {})) {
      if (model in properties) {
        const message = `"${model}" is a property on the wire already`;
        const pointer = pointerTo('/x-model-properties', model);
        throw new SpecError([{ file: name, pointer, message }]);
      }
      properties[model] = this.#schema(`${name}.${model}`, property, schema, answer);
    }
    return {
      type: 'object',
      ...documentation(schema),
      ...pick(schema, ['additionalProperties']),
      ...(required.size > 0 ? { required: [...required] } : {}),
      properties,
    };
  }

  #schema(name: string, schema: Schema, parent: Schema, answer: boolean): Schema {
    if (schema.$ref !== undefined) return this.#reference(name, schema, parent, answer);
    const docs = documentation(schema);
    if (schema.properties !== undefined) return this.#object(name, schema, answer);
    const words = enumSchema(schema)?.enum;
    if (words !== undefined) return { ...docs, ...inlineEnum(words, schema, parent) };
    if (schema.type === 'array') {
      return {
        ...docs,
        type: 'array',
        items: this.#schema(name, schema.items ?? {}, schema, answer),
      };
    }
    if (typeof schema.additionalProperties === 'object') {
      const values = this.#schema(name, schema.additionalProperties, schema, answer);
      return { ...docs, type: 'object', additionalProperties: values };
    }
    if (schema.anyOf !== undefined) {
      return { ...docs, ...this.#union(name, schema.anyOf, parent, answer) };
    }
    return { ...docs, ...pick(schema, ['type', 'format']) };
  }

  /** Two notations of an IP address are one type to a compiler. */
  #union(name: string, branches: Schema[], parent: Schema, answer: boolean): Schema {
    const distinct = new Map<string, Schema>();
    for (const branch of branches) {
      if (isRequiredOnly(branch)) continue;
      const { description: _branch, ...converted } = this.#schema(name, branch, parent, answer);
      const key = String(converted.$ref ?? converted.enum ?? converted.type);
      const known = distinct.get(key);
      if (known === undefined) distinct.set(key, converted);
      else if (known.format !== converted.format) delete known.format;
    }
    const [first = {}, ...others] = distinct.values();
    return others.length === 0 ? first : { anyOf: [first, ...others] };
  }

  #reference(name: string, schema: Schema, parent: Schema, answer: boolean): Schema {
    const { $ref = '', ...beside } = schema;
    const target = dereference(this.#document, { $ref } as Schema);
    const { description } = target;
    const docs = { ...documentation({ description }), ...documentation(beside) };
    if (isNamedInModel(target)) return { $ref, ...docs };
    return { ...this.#schema(name, target, parent, answer), ...docs };
  }
}

/** A named enumeration is a type and an object of values: both come from a plain enum. */
function namedEnum(component: string, schema: Schema, words: Schema & { enum: string[] }): Schema {
  const names = words.enum.map(valueName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `two values would both be called "${twice}"`;
    throw new SpecError([{ file: component, pointer: '/enum', message }]);
  }
  const descriptions = words['x-enum-descriptions'] as Record<string, string> | undefined;
  return {
    type: 'string',
    ...documentation(schema),
    enum: words.enum,
    'x-enum-varnames': names,
    // The generator would otherwise print the value's name as its documentation.
    'x-enum-descriptions': words.enum.map((word) => descriptions?.[word]?.trim() ?? `\`${word}\``),
    ...(isOpenEnum(schema) ? { 'x-open-enum': true } : {}),
  };
}

function inlineEnum(words: readonly string[], schema: Schema, parent: Schema): Schema {
  const rest =
    parent['x-text-record'] === true && isYesNo(words)
      ? words.filter((word) => word !== 'Yes' && word !== 'No')
      : [...words];
  const branches: Schema[] = [];
  if (rest.length < words.length) branches.push({ type: 'boolean' });
  if (rest.length > 0) branches.push({ type: 'string', enum: rest });
  if (isOpenEnum(schema)) branches.push({ type: 'string' });
  const [only = {}, ...others] = branches;
  return others.length === 0 ? only : { anyOf: branches };
}

/** Whether a text record's enumeration is a boolean, perhaps with words for "not known" beside it. */
export function isYesNo(words: readonly string[]): boolean {
  return words.includes('Yes') && words.includes('No');
}

/** YAML's block style leaves a line end behind, which would show as an empty line in an editor. */
function documentation(schema: Schema): Pick<Schema, 'description' | 'deprecated'> {
  const { description, deprecated } = schema;
  return {
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function pick<K extends keyof Schema>(schema: Schema, keys: readonly K[]): Pick<Schema, K> {
  return Object.fromEntries(
    keys.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]),
  ) as Pick<Schema, K>;
}
