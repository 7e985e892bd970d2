/** The service's codes of errors and warnings, each with what the spec says of it. */
import { dereference, type OpenApiDocument, type Schema } from '../document.ts';

export interface ServiceCode {
  readonly code: string;
  readonly status: number;
  readonly meaning: string;
  readonly isLegacy: boolean;
}

/** @param statuses - From code to status, as the compiler's tables have them. */
export function serviceCodes(
  document: OpenApiDocument,
  statuses: { readonly json: Statuses; readonly text: Statuses },
): ServiceCode[] {
  const described = descriptionsOf(document);
  const list = (codes: Statuses, isLegacy: boolean): ServiceCode[] =>
    Object.entries(codes).map(([code, status]) => {
      const meaning = described.find((entry) => entry.isLegacy === isLegacy && entry.code === code);
      return { code, status, meaning: meaning?.text ?? '', isLegacy };
    });
  return [...list(statuses.json, false), ...list(statuses.text, true)];
}

type Statuses = Readonly<Record<string, number>>;

interface Description {
  readonly code: string;
  readonly text: string;
  readonly isLegacy: boolean;
}

/** Of every error body among the components; the first description of a code counts. */
function descriptionsOf(document: OpenApiDocument): Description[] {
  const schemas = Object.values(document.components?.schemas ?? {});
  return schemas.flatMap((schema) => {
    const isLegacy = schema.properties?.['err'] !== undefined;
    const property = schema.properties?.[isLegacy ? 'err' : 'code'];
    return property === undefined ? [] : described(document, property, isLegacy);
  });
}

function described(document: OpenApiDocument, property: Schema, isLegacy: boolean): Description[] {
  const texts = dereference(document, property)['x-enum-descriptions'] ?? {};
  return Object.entries(texts).map(([code, text]) => ({ code, text, isLegacy }));
}
