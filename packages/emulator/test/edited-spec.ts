/** Copies of the shipped document, edited as a user would edit their spec. */

import { shippedDocument } from '../src/specification.ts';

type Json = Record<string, unknown>;

export interface EditableDocument {
  paths: Record<string, Json>;
  components: { schemas: Record<string, EditableSchema> };
}

export interface EditableSchema {
  properties: Json;
  'x-extensible-enum': string[];
  enum: string[];
}

export function edited(change: (document: EditableDocument) => void): object {
  const document = structuredClone(shippedDocument()) as EditableDocument;
  change(document);
  return document;
}

export function schemaOf(document: EditableDocument, name: string): EditableSchema {
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
}
