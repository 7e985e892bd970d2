/** Reads a document to compare with: a file, the folder of a spec, or a client that was generated before. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compiledDocument } from '../compile.ts';
import type { OpenApiDocument } from '../document.ts';
import { SpecError } from '../spec-error.ts';

/** The document cannot be compared; the message says why. */
export class UnreadableDocumentError extends Error {}

/** Throws an UnreadableDocumentError that names the path. */
export async function readDocument(path: string): Promise<OpenApiDocument> {
  const spec = fileOrSpec(path);
  try {
    return await compiledDocument({ spec });
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new UnreadableDocumentError(`${path} cannot be compared:\n${error.message}`);
  }
}

/** A folder without openapi.yaml is a client that was generated before, which holds its document. */
function fileOrSpec(path: string): string {
  if (!existsSync(path)) throw new UnreadableDocumentError(`There is no ${path}.`);
  if (!statSync(path).isDirectory() || isSpecFolder(path)) return path;
  const generated = join(path, 'openapi.json');
  if (existsSync(generated)) return generated;
  throw new UnreadableDocumentError(
    `${path} holds neither openapi.yaml (a spec) nor openapi.json (a generated client).`,
  );
}

/** Whether {@link readDocument} has to bundle. */
export function isSpecFolder(path: string): boolean {
  return existsSync(join(path, 'openapi.yaml'));
}
