/** Step: the tables that the encoder, the decoder and the text readers walk by (generated/tables.ts). */
import {
  dereference,
  operationsOf,
  type OpenApiDocument,
  referencedName,
  type Schema,
  schemasOf,
} from '../document.ts';
import { type Place, placeOf } from '../spec-error.ts';
import { codesOf } from './codes.ts';
import { operationEntry } from './operation.ts';
import { requestTable } from './request-table.ts';
import { responseTable } from './response-table.ts';
import { tableTypes } from './table-types.ts';
import { TableWriter } from './table-writer.ts';
import { queryTable, textRecordTable } from './text-record-table.ts';

/** TypeScript source: the types, then one constant per object, operation and list of codes. */
export function tables(document: OpenApiDocument, banner: string): string {
  const bodies = namedBodies(document);
  const writer = new TableWriter(document, bodies.answers);
  writeEach(writer, bodies.requests, requestTable);
  writeEach(writer, bodies.answers, (...answer) => {
    const [, , schema] = answer;
    if (schema['x-text-record'] === true) textRecordTable(...answer);
    else responseTable(...answer);
  });
  writeEach(writer, bodies.queries, queryTable);
  for (const { operation, place, path, method } of operationsOf(document)) {
    if (place === 'webhook') continue;
    const entry = operationEntry(document, path, method, operation);
    writer.constant(`${operation.operationId}Operation`, 'Operation', entry);
  }
  const { errorCodes, legacyErrorCodes, legacyWarningCodes } = codesOf(document);
  const statuses = 'Readonly<Record<string, number>>';
  writer.constant('errorCodes', statuses, errorCodes);
  writer.constant('legacyErrorCodes', statuses, legacyErrorCodes);
  writer.constant('legacyWarningCodes', 'readonly string[]', legacyWarningCodes);
  return `${banner}${tableTypes}\n${writer.text()}`;
}

interface NamedBodies {
  readonly requests: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** Query strings of webhooks. */
  readonly queries: ReadonlySet<string>;
}

/** The components that stand at the top of a request, of an answer, or of a webhook's query string. */
function namedBodies(document: OpenApiDocument): NamedBodies {
  const requests = new Set<string>();
  const answers = new Set<string>();
  const queries = new Set<string>();
  for (const { operation, parameters, place } of operationsOf(document)) {
    if (place === 'webhook') {
      for (const parameter of parameters) {
        if (parameter.in === 'query') addName(parameter.schema, queries);
      }
      continue;
    }
    const body = operation.requestBody && dereference(document, operation.requestBody);
    for (const { schema } of Object.values(body?.content ?? {})) addName(schema, requests);
    for (const [status, answer] of Object.entries(operation.responses ?? {})) {
      if (!status.startsWith('2')) continue;
      const { content = {} } = dereference(document, answer);
      for (const { schema } of Object.values(content)) {
        addName(schema?.contentSchema ?? schema, answers);
      }
    }
  }
  return { requests, answers, queries };
}

function addName(schema: Schema | undefined, names: Set<string>): void {
  if (schema?.$ref !== undefined) names.add(referencedName(schema.$ref));
}

function writeEach(
  writer: TableWriter,
  components: ReadonlySet<string>,
  write: (writer: TableWriter, name: string, schema: Schema, place: Place) => unknown,
): void {
  for (const name of components) {
    write(writer, name, schemasOf(writer.document)[name] ?? {}, placeOf(name));
  }
}
