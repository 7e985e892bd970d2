/** Reads an OpenAPI document: which operations it has, and validators for what they take and give. */

import { createRequire } from 'node:module';
import { validatorsOf, type Validator } from './document-validator.ts';
import { isRecord, once } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';
import { readOperations, type Operation, type Schema } from './operation.ts';

export type { Operation, Schema } from './operation.ts';

const require = createRequire(import.meta.url);

/**
 * The document that the SDK ships. The only place that knows where it comes from: everything
 * else asks a {@link Specification}. Required, since importing JSON prints a warning on Node 20 and is
 * unknown to older bundlers.
 */
export function shippedDocument(): object {
  return require('minfraud-sdk/openapi.json') as object;
}

/** One OpenAPI document, ready to answer questions. */
export class Specification {
  readonly document: object;
  readonly operations: readonly Operation[];
  readonly #validators: (pointer: string) => Validator | undefined;

  constructor(document: object) {
    this.document = document;
    if (!isRecord(this.#at('/paths'))) {
      throw new TypeError('spec is not an OpenAPI document: it has no "paths"');
    }
    this.operations = readOperations(document as Json, (value) => this.resolve(value));
    this.#validators = validatorsOf(document);
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
  validator(componentOrPointer: string): Validator {
    const validate = this.#validators(pointerOf(componentOrPointer));
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
}

/** A component's name stands for the pointer to it. */
function pointerOf(componentOrPointer: string): string {
  return componentOrPointer.startsWith('/')
    ? componentOrPointer
    : `/components/schemas/${componentOrPointer}`;
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

/** The shipped document, read at first use. */
export const shippedSpec: () => Specification = once(() => new Specification(shippedDocument()));

/** Validates a value against a component of the shipped spec. */
export function validator(component: string): Validator {
  return shippedSpec().validator(component);
}

/** The properties of a component of the shipped spec, in its order. */
export function propertiesOf(component: string): [name: string, schema: Schema][] {
  return shippedSpec().propertiesOf(component);
}
