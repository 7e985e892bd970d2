/** Step: the tables that the encoder, the decoder and the text readers walk by (generated/tables.ts). */
import {
  dereference,
  operationsOf,
  type OpenApiDocument,
  referencedName,
  type Schema,
} from '../document.ts';
import { tableTypes } from './table-types.ts';
import { codesOf } from './codes.ts';
import { operationEntry } from './operation.ts';
import { requestTable } from './request-table.ts';
import { responseTable } from './response-table.ts';
import { TableWriter } from './table-writer.ts';
import { queryTable, textRecordTable } from './text-record-table.ts';

/** TypeScript source: the types, then one constant per object, operation and list of codes. */
export function tables(document: OpenApiDocument, banner: string): string {
  const writer = new TableWriter(document);
  for (const entry of operationsOf(document)) {
    const { operation, parameters, place } = entry;
    if (place === 'webhook') {
      for (const parameter of parameters) {
        if (parameter.in === 'query')
          eachNamed(parameter.schema, (name) => queryTable(writer, name));
      }
      continue;
    }
    const body = operation.requestBody && dereference(document, operation.requestBody);
    for (const { schema } of Object.values(body?.content ?? {})) {
      eachNamed(schema, (name) => requestTable(writer, name));
    }
    for (const [status, answer] of Object.entries(operation.responses ?? {})) {
      if (!status.startsWith('2')) continue;
      const { content = {} } = dereference(document, answer);
      for (const { schema } of Object.values(content)) writeAnswer(writer, schema);
    }
  }
  for (const { operation, place, path, method } of operationsOf(document)) {
    if (place === 'webhook') continue;
    const constant = `${operation.operationId}Operation`;
    const entry = operationEntry(document, path, method, operation);
    writer.constant(constant, 'Operation', entry, operation.operationId);
  }
  const codes = codesOf(document);
  const statuses = 'Readonly<Record<string, number>>';
  writer.constant('errorCodes', statuses, codes.errorCodes, 'errorCodes');
  writer.constant('legacyErrorCodes', statuses, codes.legacyErrorCodes, 'legacyErrorCodes');
  writer.constant(
    'legacyWarningCodes',
    'readonly string[]',
    codes.legacyWarningCodes,
    'legacyWarningCodes',
  );
  return `${banner}${tableTypes}\n${writer.text()}`;
}

function writeAnswer(writer: TableWriter, schema: Schema | undefined): void {
  eachNamed(schema?.contentSchema ?? schema, (name) => {
    const component = writer.document.components?.schemas?.[name];
    if (component?.['x-text-record'] === true) textRecordTable(writer, name);
    else responseTable(writer, name, { always: true });
  });
}

function eachNamed(schema: Schema | undefined, write: (name: string) => void): void {
  if (schema?.$ref !== undefined) write(referencedName(schema.$ref));
}
