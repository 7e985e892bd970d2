/** Plays an operation that the spec has and the emulator has no code for, by its schemas and examples. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Call } from '../call.ts';
import { exampleResponse } from '../examples.ts';
import { emptyReply, errorReply, fullMediaType, jsonReply, type Reply } from '../reply.ts';
import type { Schema, Specification } from '../specification.ts';
import { exampleText, textReply } from './text-account.ts';

/** Checks parameters and body against the document, then responds with its example. */
export function handleByExample({ operation, query, text, world }: Call): Reply {
  const { accepts, queryParameters, requestSchema, produces, status } = operation;
  const missing = [...queryParameters].find(([name, required]) => required && !query.has(name));
  if (missing !== undefined)
    return refusal('REQUEST_INVALID', `The parameter ${missing[0]} is missing`);
  // Of other media types the document says nothing that could be checked here.
  if (requestSchema !== undefined && accepts.some((type) => type.includes('json'))) {
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return refusal('JSON_INVALID', 'The request body could not be decoded as JSON');
    }
    const validate = world.specification.validator(requestSchema);
    if (!validate(body)) {
      const { instancePath = '', message = 'does not fit' } = validate.errors?.[0] ?? {};
      return refusal('REQUEST_INVALID', `The value at ${instancePath || '/'} ${message}`);
    }
  }
  if (produces[0]?.startsWith('text/') === true) {
    const record = recordOf(operation, world.specification);
    return textReply(status, exampleFields(record, world.specification), separatorOf(record));
  }
  const response = exampleResponse(operation, world.specification);
  if (response === undefined) return emptyReply(status);
  const type = produces[0] ?? 'application/json';
  return jsonReply(status, type.includes('vnd.maxmind') ? fullMediaType(type) : type, response);
}

/** The schema of a text record, which stands as the content of a string or in its place. */
function recordOf({ responseSchema = '' }: Call['operation'], spec: Specification): Schema {
  const text = spec.schema(responseSchema);
  return spec.resolve(text?.['contentSchema']) ?? text ?? {};
}

/** Any of the characters separates fields; a service sends one of them. */
function separatorOf({ 'x-separators': separators }: Schema): string {
  return typeof separators === 'string' && separators !== '' ? separators.charAt(0) : ';';
}

/** The fields of a text record by their examples, without an error. */
function exampleFields({ properties }: Schema, spec: Specification): [string, string][] {
  return Object.entries(isRecord(properties) ? properties : {}).map(([name, schema]) => [
    name,
    name === 'err' ? '' : exampleText(spec.resolve(schema) ?? {}, spec),
  ]);
}

function refusal(code: string, problem: string): Reply {
  return errorReply(400, code, problem);
}
