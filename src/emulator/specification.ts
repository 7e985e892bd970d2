/** Reads an OpenAPI document: which operations it has, and validators for what they take and give. */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import shipped from '../../generated/openapi.json' with { type: 'json' };
import { isRecord, type Json } from './json.ts';

/**
 * The document that this package ships. The only place that knows where it comes from: everything
 * else asks a {@link Specification}.
 */
export function shippedDocument(): object {
  return shipped;
}

/** The part of an OpenAPI operation that the emulator reads. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** As the document writes it: `/minfraud/v2.0/score`, `/lists/{name}`. */
  readonly path: string;
  /** False for the legacy services, whose key travels in the form. */
  readonly basicAuth: boolean;
  /** Status of the answer when all is well. */
  readonly status: number;
  /** Media types of the request body, and of the answer or, where it has no body, of its errors. */
  readonly accepts: readonly string[];
  readonly answers: readonly string[];
  /** Schemas of the body of the request and of the answer, as JSON Pointers into the document. */
  readonly requestSchema: string | undefined;
  readonly answerSchema: string | undefined;
  /** An example of the answer, when the document has one. */
  readonly answerExample: unknown;
  /** Query parameters by name; true for those that are required. */
  readonly queryParameters: ReadonlyMap<string, boolean>;
}

/** A schema object of the document. */
export type Schema = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ROOT = 'openapi';

/** One OpenAPI document, ready to answer questions. */
export class Specification {
  readonly document: object;
  readonly operations: readonly Operation[];
  readonly #ajv: Ajv2020;

  constructor(document: object) {
    this.document = document;
    if (!isRecord(this.#at('/paths'))) {
      throw new TypeError('spec is not an OpenAPI document: it has no "paths"');
    }
    this.operations = this.#readOperations();
    this.#ajv = ajvFor(document);
  }

  /** The operation at a path with a method; the methods that the path has when there is none. */
  find(path: string, method: string): Operation | readonly string[] {
    const exact = this.operations.filter((operation) => operation.path === path);
    const here =
      exact.length > 0
        ? exact
        : this.operations.filter((operation) => matchesTemplate(operation.path, path));
    return (
      here.find((operation) => operation.method === method) ?? here.map((other) => other.method)
    );
  }

  /** Validates a value against a component, or against the schema at a JSON Pointer. */
  validator(componentOrPointer: string): ValidateFunction {
    const pointer = pointerOf(componentOrPointer);
    const validate = this.#ajv.getSchema(`${ROOT}#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`the spec has no schema ${componentOrPointer}`);
    return validate;
  }

  /** The schema of a component or at a JSON Pointer; references are followed. */
  schema(componentOrPointer: string): Schema | undefined {
    return this.resolve(this.#at(pointerOf(componentOrPointer)));
  }

  /** Follows local references; what stands next to a `$ref` wins over what it refers to. */
  resolve(value: unknown): Schema | undefined {
    let found = value;
    // A longer chain can only be a circle.
    for (let steps = 0; steps < 16 && isRecord(found); steps += 1) {
      const { $ref: reference, ...own } = found;
      if (typeof reference !== 'string') return found;
      const target = this.#at(reference.replace(/^#/, ''));
      found = isRecord(target) ? { ...target, ...own } : own;
    }
    return undefined;
  }

  /** The properties of a component or of the schema at a pointer, in the order of the spec. */
  propertiesOf(componentOrPointer: string): [name: string, schema: Schema][] {
    const properties = this.schema(componentOrPointer)?.['properties'];
    return Object.entries(isRecord(properties) ? properties : {}).map(([name, property]) => [
      name,
      this.resolve(property) ?? {},
    ]);
  }

  #at(pointer: string): unknown {
    let value: unknown = this.document;
    for (const key of pointer.split('/').slice(1)) {
      value = (value as Json | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')];
    }
    return value;
  }

  #readOperations(): Operation[] {
    const paths = this.#at('/paths') as Json;
    return Object.entries(paths).flatMap(([path, item]) =>
      isRecord(item)
        ? METHODS.filter((method) => isRecord(item[method])).map((method) =>
            this.#readOperation(path, method, item, item[method] as Json),
          )
        : [],
    );
  }

  #readOperation(path: string, method: string, item: Json, operation: Json): Operation {
    const here = `/paths/${escapePointer(path)}/${method}`;
    const request = this.resolve(operation['requestBody']);
    const responses = (operation['responses'] ?? {}) as Json;
    const status = Object.keys(responses).find((code) => /^2\d\d$/.test(code)) ?? '200';
    const content = contentOf(this.resolve(responses[status]));
    const [type = '', media] = Object.entries(content)[0] ?? [];
    const errors = Object.keys(responses).flatMap((code) =>
      Object.keys(contentOf(this.resolve(responses[code]))),
    );
    const answers = Object.keys(content);
    const { operationId } = operation;
    const security = operation['security'] ?? (this.document as Json)['security'];
    return {
      operationId: typeof operationId === 'string' ? operationId : `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      basicAuth: !Array.isArray(security) || security.length > 0,
      status: Number(status),
      accepts: Object.keys(contentOf(request)),
      answers: answers.length > 0 ? answers : ['application/json', ...new Set(errors)],
      requestSchema: schemaPointer(`${here}/requestBody`, operation['requestBody'], request),
      answerSchema: schemaPointer(
        `${here}/responses/${status}`,
        responses[status],
        this.resolve(responses[status]),
      ),
      answerExample: type === '' ? undefined : this.#exampleOf(media),
      queryParameters: new Map(
        [item['parameters'], operation['parameters']]
          .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
          .map((parameter) => this.resolve(parameter))
          .filter((parameter) => parameter?.['in'] === 'query')
          .map((parameter) => [String(parameter?.['name']), parameter?.['required'] === true]),
      ),
    };
  }

  #exampleOf(media: unknown): unknown {
    if (!isRecord(media)) return undefined;
    if ('example' in media) return media['example'];
    const first = Object.values(isRecord(media['examples']) ? media['examples'] : {})[0];
    return this.resolve(first)?.['value'];
  }
}

function contentOf(holder: Schema | undefined): Json {
  return isRecord(holder?.['content']) ? holder['content'] : {};
}

/** Where the first media type's schema is: below the reference when the holder is one. */
function schemaPointer(
  here: string,
  holder: unknown,
  resolved: Schema | undefined,
): string | undefined {
  const [type, media] = Object.entries(contentOf(resolved))[0] ?? [];
  if (type === undefined || !isRecord(media) || media['schema'] === undefined) return undefined;
  const reference = isRecord(holder) ? holder['$ref'] : undefined;
  const base = typeof reference === 'string' ? reference.replace(/^#/, '') : here;
  return `${base}/content/${escapePointer(type)}/schema`;
}

/** A component's name stands for the pointer to it. */
function pointerOf(componentOrPointer: string): string {
  return componentOrPointer.startsWith('/')
    ? componentOrPointer
    : `/components/schemas/${componentOrPointer}`;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function matchesTemplate(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) =>
      /^\{.*\}$/.test(part) ? given[index] !== '' : part === given[index],
    )
  );
}

function ajvFor(document: object): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    // An unknown keyword throws: the spec and the emulator would no longer speak the same language.
    strictSchema: true,
    // A format that only this document knows is no reason to refuse to start.
    logger: false,
  });
  formats(ajv);
  // Not keywords: where the `$ref`s of the document point, and OpenAPI's own extensions.
  ajv.addVocabulary(['components', 'paths', 'example', ...extensionsIn(document)]);
  const { components, paths } = document as Json;
  ajv.addSchema({ $id: ROOT, ...(isRecord(components) && { components }), paths });
  return ajv;
}

/** Every `x-…` key, wherever it stands. */
function extensionsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, child] of Object.entries(value)) {
    if (key.startsWith('x-')) found.add(key);
    extensionsIn(child, found);
  }
  return found;
}

let shippedSpecification: Specification | undefined;

/** The shipped document, read at first use. */
export function shippedSpec(): Specification {
  shippedSpecification ??= new Specification(shippedDocument());
  return shippedSpecification;
}

/** Validates a value against a component of the shipped spec. */
export function validator(component: string): ValidateFunction {
  return shippedSpec().validator(component);
}

/** The properties of a component of the shipped spec, in its order. */
export function propertiesOf(component: string): [name: string, schema: Schema][] {
  return shippedSpec().propertiesOf(component);
}
