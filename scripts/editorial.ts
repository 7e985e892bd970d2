/**
 * Step, for this repository's own spec: what people read is required. A team's overlay may do without; its
 * messages then say that a value has not the documented format, and no more.
 */
import type { Call } from './calls.ts';
import { directionsOf } from './direction.ts';
import { dereference, type OpenApiDocument, type Schema, schemasOf } from './document.ts';
import { inside, type Place, placeOf, type Problem, SpecError } from './spec-error.ts';

/** Fewer repeat the name of the field. */
const fewestWords = 4;

/** Refuses fields without a sentence about them, and rules of requests that no message could explain. */
export function refuseUnexplained(document: OpenApiDocument, calls: readonly Call[]): void {
  const problems: Problem[] = [];
  const report = ({ component, pointer }: Place, message: string): void => {
    problems.push({ file: component, pointer, message });
  };
  const { request, response } = directionsOf(document, calls);
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    const isRequest = request.has(name);
    if (!isRequest && !response.has(name)) continue;
    for (const [place, property] of propertiesOf(schema, placeOf(name))) {
      if (wordsIn(property.description) + wordsOfTarget(document, property) < fewestWords) {
        const message = `a field needs a description of ${fewestWords} words or more: it is all that its user may ever read`;
        report(inside(place, 'description'), message);
      }
      if (isRequest && isUnexplained(document, property)) {
        report(
          place,
          'a format or pattern needs an x-advice, which says in words what a right value looks like',
        );
      }
    }
  }
  if (problems.length > 0) throw new SpecError(problems);
}

function wordsIn(text = ''): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** What a named schema says of itself is read too. */
function wordsOfTarget(document: OpenApiDocument, property: Schema): number {
  return property.$ref === undefined ? 0 : wordsIn(dereference(document, property).description);
}

/** Every property of a schema and of the objects that stand in it without a name. */
function* propertiesOf(schema: Schema, place: Place): Generator<[Place, Schema]> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const here = inside(place, 'properties', name);
    yield [here, property];
    yield* propertiesOf(property, here);
    if (property.items !== undefined) yield* propertiesOf(property.items, inside(here, 'items'));
  }
}

/** Whether a value that breaks the rule would get no better message than that. */
function isUnexplained(document: OpenApiDocument, schema: Schema): boolean {
  if (schema['x-advice'] !== undefined) return false;
  if (schema.$ref !== undefined) return isUnexplained(document, dereference(document, schema));
  const { items, anyOf = [], format, pattern } = schema;
  if (items !== undefined) return isUnexplained(document, items);
  // It bars some characters, which the message names.
  const isFree = pattern === undefined || /^\^\[\^[^\]]*\]\*\$$/.test(pattern);
  const isString = [schema.type].flat().includes('string');
  if (isString && (!isFree || format !== undefined)) return true;
  return anyOf.some((member) => isUnexplained(document, member));
}
