/** What stopped a generator once must not come back with the next field that is added. */
import { describe, expect, test } from '@jest/globals';
import exact from '../../generated/openapi.json' with { type: 'json' };
import document from '../../generated/openapi-3.0.json' with { type: 'json' };

/** Every object of the document with its place, but for examples, which are data. */
function* objects(node: unknown, place = ''): Generator<[place: string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [place, node as Record<string, unknown>];
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'example' && key !== 'examples') yield* objects(child, `${place}/${key}`);
  }
}

const all = [...objects(document)];
const placesWhere = (
  holds: (object: Record<string, unknown>, place: string) => boolean,
): string[] => all.filter(([place, object]) => holds(object, place)).map(([place]) => place);

describe('generated/openapi-3.0.json', () => {
  test.each<[string, (object: Record<string, unknown>, place: string) => boolean]>([
    ['unions', (object) => 'anyOf' in object || 'oneOf' in object],
    ['maps of descriptions of values', (object) => isMap(object['x-enum-descriptions'])],
    ['lists of types', (object) => Array.isArray(object['type'])],
    [
      'numbers without a format',
      (object) => object['type'] === 'number' && object['format'] !== 'double',
    ],
    [
      'integers without a format',
      (object) => object['type'] === 'integer' && object['format'] !== 'int64',
    ],
    ['times with a format', (object) => object['format'] === 'date-time'],
    ['bounds in the manner of 3.1', (object) => typeof object['exclusiveMaximum'] === 'number'],
    [
      'responds in two types',
      (object) => isMap(object['content']) && Object.keys(object['content']).length > 1,
    ],
    ['statuses without a number', (_object, place) => /\/responses\/(?:default|\dXX)$/.test(place)],
    ['queries that are objects', (object) => object['explode'] === true],
    [
      'keywords of 3.1',
      (object) =>
        ['const', 'propertyNames', 'contentSchema', 'webhooks'].some((key) => key in object),
    ],
  ])('has no %s', (_what, holds) => {
    expect(placesWhere(holds)).toEqual([]);
  });

  test('has every operation of the 3.1 document', () => {
    const places = (paths: object): string[] =>
      Object.entries(paths).flatMap(([path, item]) =>
        Object.keys(item as object).map((method) => `${method} ${path}`),
      );
    expect(places(document.paths)).toEqual(places(exact.paths));
  });
});

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
