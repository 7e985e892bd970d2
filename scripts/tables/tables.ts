/** Step: the tables that requests are encoded and responses are decoded by (generated/tables.ts). */
import type { Call } from '../calls.ts';
import { type OpenApiDocument, type Schema, schemasOf } from '../document.ts';
import { type Place, placeOf } from '../spec-error.ts';
import { codesOf } from './codes.ts';
import { printString } from './print.ts';
import { requestTable } from './request-table.ts';
import { responseTable } from './response-table.ts';
import { TableWriter } from './table-writer.ts';
import { queryTable, textRecordTable } from './text-record-table.ts';
import { webhooksOf } from '../webhooks.ts';

/** TypeScript source: one constant an object and a list of codes. `runtime` is where the types are. */
export function tables(
  document: OpenApiDocument,
  calls: readonly Call[],
  { banner, runtime }: { readonly banner: string; readonly runtime: string },
): string {
  const requests = new Set(calls.map(({ request }) => request));
  const responses = new Set(calls.flatMap(({ response }) => response ?? []));
  const queries = new Set(webhooksOf(document).map(({ query }) => query));
  const roots = new Set([...requests, ...responses, ...queries]);
  const wireTypes = new Map(calls.map(({ request, wireType }) => [request, wireType]));
  const writer = new TableWriter(document, roots, wireTypes);
  writeEach(writer, requests, requestTable);
  writeEach(writer, responses, (...response) => {
    const [, , schema] = response;
    if (schema['x-text-record'] === true) textRecordTable(...response);
    else responseTable(...response);
  });
  writeEach(writer, queries, queryTable);
  const { errorCodes, legacyErrorCodes, legacyWarningCodes } = codesOf(document);
  const statuses = 'Readonly<Record<string, number>>';
  writer.constant('errorCodes', statuses, errorCodes);
  writer.constant('legacyErrorCodes', statuses, legacyErrorCodes);
  writer.constant('legacyWarningCodes', 'readonly string[]', legacyWarningCodes);
  const typeOf = (name: string, codes: object): string =>
    `\nexport type ${name} =${
      Object.keys(codes)
        .map((code) => `\n  | ${printString(code)}`)
        .join('') || ' never'
    };\n`;
  const codeTypes =
    typeOf('ServiceErrorCode', errorCodes) + typeOf('LegacyErrorCode', legacyErrorCodes);
  const types = writer.types();
  const imports =
    types.length === 0
      ? ''
      : `import type {\n${types.map((type) => `  ${type},\n`).join('')}} from ${printString(runtime)};\n` +
        "import type * as models from './models/index.ts';\nimport type * as wire from './wire.ts';\n\n";
  return banner + imports + writer.text() + codeTypes;
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
