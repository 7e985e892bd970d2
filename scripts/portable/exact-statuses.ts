/**
 * Statuses by number, and only those that a caller of a generated client can meet and tell apart.
 * `5XX` as a key makes orval write invalid TypeScript: the two that it stands for in practice are named.
 * `default` promises a JSON body that a proxy's error page does not have, and 406 and 415 are responses to headers
 * that no generated client sends; ogen and progenitor refuse an operation with either. What is not declared
 * reaches the caller in the way that each generated client has for it.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapOperations } from './map-document.ts';

const leftOut: ReadonlySet<string> = new Set(['default', '406', '415']);

export function withExactStatuses(document: OpenApiDocument): OpenApiDocument {
  return mapOperations(document, (operation) => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
        if (leftOut.has(status)) return [];
        if (status !== '5XX') return [[status, response]];
        return [
          ['500', response],
          ['503', response],
        ];
      }),
    ),
  }));
}
