/** Checks a transaction by the spec: drops what breaks its rules and says so in the documented warnings. */

import { limitCardData } from './card-limits.ts';
import type { Problem, Validator } from './document-validator.ts';
import type { Json } from './json.ts';
import { shippedSpec } from './specification.ts';
import { only, type Transaction, type Warning } from './wire-types.ts';

/** What is left of a request, and what was wrong with the rest. */
export interface CheckedInput {
  /** Undefined when no valid input is left. */
  readonly transaction: Transaction | undefined;
  readonly warnings: readonly Warning[];
}

/** Each round may bring to light what an error hid; more rounds than this would be a fault of ours. */
const MAX_ROUNDS = 20;

export function checkTransaction(
  body: Json,
  validate: Validator = shippedSpec().validator('Transaction'),
): CheckedInput {
  const input = structuredClone(body);
  const warnings = new Map<string, Warning>();
  for (let round = 0; round < MAX_ROUNDS && !validate(input); round += 1) {
    for (const [pointer, error] of firstErrors(validate.errors)) {
      if (pointer === '' || convert(input, pointer, error)) continue;
      remove(input, pointer);
      if (!warnings.has(pointer)) warnings.set(pointer, warningOf(pointer, error));
    }
  }
  const cardWarnings = limitCardData(input);
  dropEmpty(input);
  return {
    transaction: Object.keys(input).length > 0 ? only<Transaction>(input) : undefined,
    warnings: [...warnings.values(), ...cardWarnings].sort((a, b) =>
      (a.input_pointer ?? '') < (b.input_pointer ?? '') ? -1 : 1,
    ),
  };
}

/** The first error at each place: of a union's branches, the one whose type might be converted to. */
function firstErrors(errors: readonly Problem[] | null | undefined): [string, Problem][] {
  const first = new Map<string, Problem>();
  for (const error of errors ?? []) {
    const pointer = pointerOf(error);
    if (!first.has(pointer)) first.set(pointer, error);
  }
  return [...first];
}

/** Ajv points at the object that holds an unknown key; the service points at the key. */
function pointerOf(error: Problem): string {
  const params = error.params as { additionalProperty?: string; propertyName?: string };
  const key = params.additionalProperty ?? params.propertyName ?? error.propertyName;
  return key === undefined ? error.instancePath : `${error.instancePath}/${escape(key)}`;
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function warningOf(pointer: string, error: Problem): Warning {
  if (pointer === '/device/ip_address') {
    return {
      code: 'IP_ADDRESS_INVALID',
      warning: 'The IP address is not a valid IPv4 or IPv6 address',
      input_pointer: pointer,
    };
  }
  return error.keyword === 'additionalProperties'
    ? {
        code: 'INPUT_UNKNOWN',
        warning: clip(`Encountered an unknown key at ${pointer}`),
        input_pointer: pointer,
      }
    : {
        code: 'INPUT_INVALID',
        warning: clip(
          `Encountered value at ${pointer} that does not meet the required constraints`,
        ),
        input_pointer: pointer,
      };
}

/** Warnings are limited to 255 characters. */
function clip(text: string): string {
  return text.length <= 255 ? text : `${text.slice(0, 254)}…`;
}

function keysOf(pointer: string): string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function parentOf(input: Json, pointer: string): [parent: Json | undefined, key: string] {
  const keys = keysOf(pointer);
  const last = keys.pop() ?? '';
  let parent: unknown = input;
  for (const key of keys) parent = (parent as Json | undefined)?.[key];
  return [parent as Json | undefined, last];
}

/** Numbers and strings are converted into each other where the other is wanted, as documented. */
function convert(input: Json, pointer: string, error: Problem): boolean {
  if (error.keyword !== 'type') return false;
  const wanted = (error.params as { type: string }).type;
  const [parent, key] = parentOf(input, pointer);
  const value = parent?.[key];
  if (parent === undefined) return true;
  if (wanted === 'string' && typeof value === 'number') {
    parent[key] = String(value);
    return true;
  }
  if (
    (wanted === 'number' || wanted === 'integer') &&
    typeof value === 'string' &&
    /^-?\d+(\.\d+)?$/.test(value)
  ) {
    parent[key] = Number(value);
    return true;
  }
  return false;
}

/** An entry of a list is emptied only, so that later warnings still count from the first entry. */
function remove(input: Json, pointer: string): void {
  const [parent, key] = parentOf(input, pointer);
  if (Array.isArray(parent)) parent[Number(key)] = {};
  else if (parent !== undefined) Reflect.deleteProperty(parent, key);
}

/** Objects and lists without any value left in them are no input. */
function dropEmpty(value: Json): void {
  // From the end, so that a list's places stay right while entries go.
  for (const key of Object.keys(value).reverse()) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    dropEmpty(child as Json);
    if (Object.keys(child).length > 0) continue;
    if (Array.isArray(value)) value.splice(Number(key), 1);
    else Reflect.deleteProperty(value, key);
  }
}
