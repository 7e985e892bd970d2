/** Reads the bundled spec: which operations there are, and validators for what they take and give. */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import document from '../../generated/openapi.json' with { type: 'json' };

/** The part of an OpenAPI operation that the emulator reads. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** False for the legacy services, whose key travels in the form. */
  readonly basicAuth: boolean;
  /** Media types of the request body, of the answer, and of errors, without parameters. */
  readonly accepts: readonly string[];
  readonly answers: readonly string[];
}

interface MediaTypes {
  readonly content?: Readonly<Record<string, unknown>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly requestBody?: MediaTypes;
  readonly responses: Readonly<Record<string, MediaTypes>>;
}

interface SchemaObject {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaObject>>;
    readonly responses?: Readonly<Record<string, MediaTypes>>;
  };
}

const spec = document as unknown as Document;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ROOT = 'openapi';

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(spec.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) =>
    readOperation(path, method, item[method] as OperationObject),
  ),
);

function readOperation(path: string, method: string, operation: OperationObject): Operation {
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    basicAuth: operation.security?.length !== 0,
    accepts: Object.keys(operation.requestBody?.content ?? {}),
    answers: Object.keys(operation.responses['200']?.content ?? {}),
  };
}

const ajv = new Ajv2020({
  allErrors: true,
  strictTypes: false,
  strictRequired: false,
  // An unknown keyword throws: the spec and the emulator would no longer speak the same language.
  strictSchema: true,
});
formats(ajv);
ajv.addVocabulary([
  // Not a keyword, but where the `$ref`s of the document point.
  'components',
  'x-api-version',
  'x-enum-descriptions',
  'x-keys-are-data',
  'x-model-name',
  'x-model-properties',
  'x-open-enum',
  'x-sensitive',
  'x-invalid',
  'x-advice',
  'x-body-limit',
  'x-accepts-url',
  'x-text-record',
]);
ajv.addSchema({ $id: ROOT, components: { schemas: spec.components.schemas } });

/** Validates a value against a component of the spec. */
export function validator(component: string): ValidateFunction {
  const validate = ajv.getSchema(`${ROOT}#/components/schemas/${component}`);
  if (validate === undefined) throw new Error(`the spec has no schema ${component}`);
  return validate;
}

/** The properties of a component, in the order of the spec. */
export function propertiesOf(component: string): [name: string, schema: Record<string, unknown>][] {
  return Object.entries(spec.components.schemas[component]?.properties ?? {});
}

/** The operations at a path, by method; empty when there is no such path. */
export function operationsAt(path: string): ReadonlyMap<string, Operation> {
  return new Map(
    operations
      .filter((operation) => operation.path === path)
      .map((operation) => [operation.method, operation]),
  );
}
