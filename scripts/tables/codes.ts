/** Collects the documented error and warning codes of the services. */
import {
  dereference,
  enumValues,
  operationsOf,
  type OpenApiDocument,
  type Response,
  type Schema,
} from '../document.ts';

export interface Codes {
  /** Code of an error in a JSON body → HTTP status, 0 where it has several. */
  readonly errorCodes: Readonly<Record<string, number>>;
  /** Code of an error in the `err` field of a text response → HTTP status, 0 where it has several. */
  readonly legacyErrorCodes: Readonly<Record<string, number>>;
  /** What `err` of a scored text response may hold. */
  readonly legacyWarningCodes: readonly string[];
}

/** Reads the codes from the schemas of all responses, each list in alphabetical order. */
export function codesOf(document: OpenApiDocument): Codes {
  const json = new Map<string, number>();
  const text = new Map<string, number>();
  const warnings = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      const failed = /^[45]\d\d$/.test(status);
      for (const schema of bodies(document, response)) {
        const isText = schema['x-text-record'] === true;
        const property = schema.properties?.[isText ? 'err' : 'code'];
        const words = property && enumValues(dereference(document, property));
        for (const word of words ?? []) {
          if (failed) add(isText ? text : json, word, Number(status));
          else if (isText) warnings.add(word);
        }
      }
    }
  }
  return {
    errorCodes: sorted(json),
    legacyErrorCodes: sorted(text),
    legacyWarningCodes: [...warnings].sort(),
  };
}

function bodies(document: OpenApiDocument, response: Response): Schema[] {
  const { content = {} } = dereference(document, response);
  return Object.values(content).flatMap(({ schema }) => {
    if (schema === undefined) return [];
    const body = dereference(document, schema);
    return [dereference(document, body.contentSchema ?? body)];
  });
}

/** A code that comes with several statuses says less than each of them: that of the response decides. */
function add(codes: Map<string, number>, code: string, status: number): void {
  const other = codes.get(code) ?? status;
  codes.set(code, other === status ? status : statusDecides);
}

const statusDecides = 0;

function sorted(codes: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1)));
}
