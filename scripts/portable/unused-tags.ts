/** Drops the tags that no operation has: webhooks are left out, and with them their tag. */
import { type OpenApiDocument, operationsOf } from '../document.ts';

export function withoutUnusedTags(document: OpenApiDocument): OpenApiDocument {
  const tags = document['tags'] as { readonly name: string }[] | undefined;
  if (tags === undefined) return document;
  const used = new Set(
    [...operationsOf(document)].flatMap(({ operation }) => operation.tags ?? []),
  );
  return { ...document, tags: tags.filter(({ name }) => used.has(name)) };
}
