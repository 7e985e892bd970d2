/**
 * A query that is one exploded object becomes one parameter a field. It is the same on the wire, but
 * hey-api's client writes `order[i]=…` for the object, and gets 401.
 */
import {
  dereference,
  type OpenApiDocument,
  type Parameter,
  type PathOperation,
} from '../document.ts';
import { mapOperations } from './map-document.ts';

export function withFlatParameters(document: OpenApiDocument): OpenApiDocument {
  return mapOperations(document, (operation): PathOperation => {
    if (operation.parameters === undefined) return operation;
    return {
      ...operation,
      parameters: operation.parameters.flatMap((parameter) => flatten(document, parameter)),
    };
  });
}

function flatten(document: OpenApiDocument, parameter: Parameter): Parameter[] {
  const written = dereference(document, parameter);
  const { type, properties = {}, required = [] } = dereference(document, written.schema ?? {});
  if (written.in !== 'query' || type !== 'object') return [parameter];
  return Object.entries(properties).map(([name, { description, deprecated, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
    schema,
  }));
}
