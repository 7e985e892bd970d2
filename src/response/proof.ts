/** Whether a response is the result that its operation promises, or something else under a 2xx. */
import type { ResponseObject, ProvingType } from '../operation.ts';

/** The code of an HttpError for a 2xx that does not hold what proves a result. */
export const RESPONSE_NOT_A_RESULT = 'RESPONSE_NOT_A_RESULT';

/** What is missing of the proof, in words that go on from "its body"; `undefined` when it is a result. */
export function missingProof(
  wire: Readonly<Record<string, unknown>>,
  { proof = {} }: ResponseObject,
): string | undefined {
  for (const [name, type] of Object.entries(proof)) {
    if (Object.hasOwn(wire, name) && has(wire[name], type)) continue;
    return `is not a minFraud result: ${name} is missing, or is not ${types[type]}`;
  }
  return undefined;
}

/** Required fields that a result lacks, by wire name. */
export function missingFields(
  wire: Readonly<Record<string, unknown>>,
  { required = [] }: ResponseObject,
): string[] {
  return required.filter((name) => !Object.hasOwn(wire, name) || wire[name] === null);
}

const types: Readonly<Record<ProvingType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function has(value: unknown, type: ProvingType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value !== '';
    case 'number':
      return Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}
