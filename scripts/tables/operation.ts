/** Says of each operation what the transport has to know. */
import { dereference, type OpenApiDocument, type PathOperation } from '../document.ts';

/** The constant of an operation, as plain data. */
export function operationEntry(
  document: OpenApiDocument,
  path: string,
  method: string,
  operation: PathOperation,
): object {
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    accept: acceptOf(document, operation),
    repeatable: operation['x-repeatable'] === true,
    auth: authOf(document, operation),
  };
}

/**
 * The media type to ask for. A vendor type with a version in it is offered beside plain JSON; plain JSON
 * is what the vendor's own clients ask for. An answer without content still has errors in JSON.
 */
function acceptOf(document: OpenApiDocument, operation: PathOperation): string {
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const types = Object.keys(dereference(document, answer).content ?? {});
    if (status.startsWith('2') && types[0]?.startsWith('text/')) return types[0];
  }
  return 'application/json';
}

/** Basic credentials where the spec asks for them; otherwise the key travels among the form's fields. */
function authOf(document: OpenApiDocument, operation: PathOperation): string {
  const schemes = (operation.security ?? document.security ?? []).flatMap((names) =>
    Object.keys(names),
  );
  const basic = schemes.some(
    (name) => document.components?.securitySchemes?.[name]?.scheme === 'basic',
  );
  return basic ? 'basic' : 'form';
}
