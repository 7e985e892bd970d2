/** Step: the calls that the service makes, each of which a parser reads: one object, spread over a query. */
import { type OpenApiDocument, operationsOf, referencedName, schemasOf } from './document.ts';
import { namedProperties } from './named-properties.ts';
import { inside, type Place, placeOf, refuse } from './spec-error.ts';

/** One webhook of the spec. */
export interface Webhook {
  readonly operationId: string;
  /** The function that reads it: `receiveAlert` → `parseAlert`. */
  readonly parser: string;
  /** The component that is its query. */
  readonly query: string;
  readonly summary: string | undefined;
  readonly place: Place;
}

/** The webhooks of a document; refuses those that no parser could read. */
export function webhooksOf(document: OpenApiDocument): Webhook[] {
  const webhooks: Webhook[] = [];
  for (const { operation, path, method, parameters, place: where } of operationsOf(document)) {
    if (where !== 'webhook') continue;
    const { operationId, summary, requestBody } = operation;
    const place = inside(placeOf('openapi.yaml'), 'webhooks', path, method);
    if (requestBody !== undefined) {
      const message = 'the body of a webhook cannot be read: describe its query';
      refuse(inside(place, 'requestBody'), message);
    }
    // Headers are for the check of the signature.
    const sent = parameters.filter((parameter) => parameter.in !== 'header');
    const [first, second] = sent;
    if (second !== undefined || first?.in !== 'query' || first.schema?.$ref === undefined) {
      const message =
        'a webhook must send one parameter in its query: an object, by a $ref to its schema, that is spread over the query';
      refuse(inside(place, 'parameters'), message);
    }
    const query = referencedName(first.schema.$ref);
    refuseOwnName(document, query);
    webhooks.push({ operationId, parser: parserOf(operationId), query, summary, place });
  }
  return webhooks;
}

function parserOf(operationId: string): string {
  const what = operationId.replace(/^receive(?=[A-Z])/, '');
  return `parse${what.charAt(0).toUpperCase()}${what.slice(1)}`;
}

/** Parameters that came more than once are told under a name of our own. */
function refuseOwnName(document: OpenApiDocument, query: string): void {
  const properties = namedProperties(schemasOf(document)[query] ?? {}, placeOf(query));
  for (const { model, place } of properties) {
    if (model !== 'repeated') continue;
    const message =
      '"repeated" is already a property of every parsed webhook: give this one an x-model-name';
    refuse(place, message);
  }
}
