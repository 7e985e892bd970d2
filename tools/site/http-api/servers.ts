/** Where the services are: the compiler reads nothing of it, so its type of a document leaves it out. */
import type { OpenApiDocument } from '../../../scripts/document.ts';

export interface Server {
  readonly url: string;
  readonly description: string;
}

export function serversOf(document: OpenApiDocument): readonly Server[] {
  return (document['servers'] ?? []) as readonly Server[];
}
