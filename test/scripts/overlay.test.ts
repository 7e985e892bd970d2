import { describe, expect, test } from '@jest/globals';
import { applyOverlays, sourceOf } from '../../scripts/overlay.ts';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { SpecError } from '../../scripts/spec-error.ts';

/** A document of a shape that the standard's examples talk about. */
function pets(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/foo': {
        get: {
          description: 'Old',
          parameters: [
            { name: 'filter', in: 'query' },
            { name: 'dummy', in: 'query' },
          ],
        },
      },
      '/bar': { get: { description: 'Old', parameters: [] }, post: { summary: 'Kept' } },
    },
    tags: ['one'],
  };
}

function apply(...actions: unknown[]): Record<string, unknown> {
  return applyTo(pets(), { overlay: '1.0.0', info: { title: 'T', version: '1' }, actions });
}

function applyTo(document: Record<string, unknown>, content: unknown): Record<string, unknown> {
  const overlays = [{ file: 'mine.yaml', content }];
  const result = applyOverlays(document as unknown as OpenApiDocument, overlays);
  return result.document;
}

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.message.split('\n');
  }
  return [];
}

/** The same document with one path of it changed. */
function petsWith(change: (paths: Paths) => void): Record<string, unknown> {
  const document = pets();
  change(document['paths'] as Paths);
  return document;
}

type Paths = Record<'/foo' | '/bar', Record<string, Record<string, unknown>>>;

describe('the examples of the standard', () => {
  test('structured: one action mirrors the document', () => {
    const changed = apply({
      target: '$',
      update: {
        info: { 'x-overlay-applied': 'structured-overlay' },
        paths: { '/foo': { summary: 'Foo', get: { 'x-rate-limit': 100 } }, '/new': {} },
      },
    });
    expect(changed).toEqual({
      ...petsWith((paths) => {
        Object.assign(paths['/foo'], { summary: 'Foo' });
        Object.assign(paths['/foo']['get'] ?? {}, { 'x-rate-limit': 100 });
        Object.assign(paths, { '/new': {} });
      }),
      info: { title: 'Pets', version: '1', 'x-overlay-applied': 'structured-overlay' },
    });
  });

  test('targeted: each action changes one place', () => {
    const changed = apply(
      { target: "$.paths['/foo'].get", update: { description: 'This is the new description' } },
      { target: "$.paths['/bar'].get", update: { description: 'This is the updated description' } },
      {
        target: "$.paths['/bar']",
        update: { post: { description: 'A child object', 'x-safe': false } },
      },
    );
    expect(changed).toEqual(
      petsWith((paths) => {
        Object.assign(paths['/foo']['get'] ?? {}, { description: 'This is the new description' });
        Object.assign(paths['/bar']['get'] ?? {}, {
          description: 'This is the updated description',
        });
        Object.assign(paths['/bar']['post'] ?? {}, {
          description: 'A child object',
          'x-safe': false,
        });
      }),
    );
  });

  test('wildcard: one action changes many objects, chosen by a filter', () => {
    const changed = apply(
      { target: '$.paths.*.get', update: { 'x-safe': true } },
      {
        target: "$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']",
        update: { schema: { $ref: '/components/schemas/filterSchema' } },
      },
    );
    expect(changed).toEqual(
      petsWith((paths) => {
        for (const item of Object.values(paths))
          Object.assign(item['get'] ?? {}, { 'x-safe': true });
        paths['/foo']['get'] = {
          ...paths['/foo']['get'],
          parameters: [
            { name: 'filter', in: 'query', schema: { $ref: '/components/schemas/filterSchema' } },
            { name: 'dummy', in: 'query' },
          ],
        };
      }),
    );
  });

  test('an array gets an entry at its end, also an empty one and one of plain values', () => {
    const added = { name: 'newParam', in: 'query' };
    const changed = apply(
      { target: '$.paths.*.get.parameters', update: added },
      { target: '$.tags', update: 'two' },
    );
    expect(changed).toEqual({
      ...petsWith((paths) => {
        for (const item of Object.values(paths))
          (item['get']?.['parameters'] as unknown[]).push(added);
      }),
      tags: ['one', 'two'],
    });
  });

  test('an entry of an array goes', () => {
    const changed = apply({ target: "$.paths.*.get.parameters[?@.name == 'dummy']", remove: true });
    expect(changed).toEqual(
      petsWith((paths) => {
        Object.assign(paths['/foo']['get'] ?? {}, {
          parameters: [{ name: 'filter', in: 'query' }],
        });
      }),
    );
  });

  test('remove goes before update', () => {
    const changed = apply({ target: "$.paths['/bar']", remove: true, update: { get: {} } });
    expect(Object.keys(changed['paths'] as object)).toEqual(['/foo']);
  });
});

describe('what the standard leaves open, as its version 1.1 settles it', () => {
  test('arrays inside an update are joined, and null is a value', () => {
    const changed = apply({ target: '$', update: { tags: ['two'], info: { version: null } } });
    expect(changed).toMatchObject({ tags: ['one', 'two'], info: { title: 'Pets', version: null } });
  });

  test('several entries at once and plain values are for overlays of 1.1', () => {
    const overlay = {
      overlay: '1.1.0',
      info: { title: 'T', version: '1' },
      actions: [
        { target: '$.tags', update: ['two', 'three'] },
        { target: '$.info.title', update: 'New' },
      ],
    };
    expect(applyTo(pets(), overlay)).toMatchObject({
      tags: ['one', 'two', 'three'],
      info: { title: 'New' },
    });
    expect(problemsOf(() => applyTo(pets(), { ...overlay, overlay: '1.0.0' }))).toEqual([
      'mine.yaml#/actions/0/update: /tags is a list, and in Overlay 1.0 "update" is one entry to append: write one action for each, or say overlay: 1.1.0',
    ]);
  });

  test('every entry of a list can go, and what lies inside what goes', () => {
    const changed = apply(
      { target: '$..parameters[*]', remove: true },
      { target: '$..get', remove: true },
    );
    expect(changed['paths']).toEqual({ '/foo': {}, '/bar': { post: { summary: 'Kept' } } });
    const nested = applyTo(
      { a: { a: { a: 1 } } },
      {
        overlay: '1.0.0',
        info: { title: 'T', version: '1' },
        actions: [{ target: '$..a', remove: true }],
      },
    );
    expect(nested).toEqual({});
  });

  test('the document that was given stays as it is', () => {
    const document = pets();
    applyTo(document, {
      overlay: '1.0.0',
      info: { title: 'T', version: '1' },
      actions: [{ target: '$.tags', update: 'two' }],
    });
    expect(document).toEqual(pets());
  });
});

describe('what cannot be applied is refused with its place', () => {
  test.each<[string, unknown, string]>([
    [
      'a target that matches nothing',
      { target: "$.paths['/fo'].get", update: {} },
      '/actions/0/target: $.paths[\'/fo\'].get matches nothing: $.paths has no "/fo"; did you mean "/foo"?',
    ],
    [
      'and one far from everything',
      { target: '$.components.schemas.Thing', update: {} },
      '/actions/0/target: $.components.schemas.Thing matches nothing: $ has no "components"',
    ],
    [
      'a filter that matches nothing',
      { target: "$.paths.*.get.parameters[?@.name == 'x']", remove: true },
      "/actions/0/target: $.paths.*.get.parameters[?@.name == 'x'] matches nothing; $.paths.*.get.parameters does",
    ],
    [
      'no JSONPath',
      { target: '$.paths[', update: {} },
      '/actions/0/target: $.paths[ is not a JSONPath of RFC 9535: ',
    ],
    [
      'an object over a list',
      { target: '$', update: { tags: { a: 1 } } },
      '/actions/0/update/tags: an object cannot be merged into a list at /tags: remove that first, by an action with "remove: true"',
    ],
    [
      'a value over an object',
      { target: '$', update: { info: false } },
      '/actions/0/update/info: a single value cannot be merged into an object at /info',
    ],
    [
      'a value for an object',
      { target: '$.info', update: 'x' },
      '/actions/0/update: /info is an object, and so "update" must be an object',
    ],
    [
      'a target that is a value',
      { target: '$.info.title', update: 'x' },
      '/actions/0/update: /info/title is a single value: select the object that holds it',
    ],
    [
      'the removal of everything',
      { target: '$', remove: true },
      '/actions/0/target: the whole document',
    ],
    [
      'neither update nor remove',
      { target: '$' },
      '/actions/0: an action needs "update", or "remove: true"',
    ],
    ['no target', { update: {} }, '/actions/0: an action needs a "target"'],
    [
      'a word for a switch',
      { target: '$', remove: 'yes' },
      '/actions/0/remove: "remove" must be true',
    ],
    [
      'copy, which is younger',
      { target: '$', copy: '$.info' },
      '/actions/0/copy: "copy" is new in Overlay 1.1: write "overlay: 1.1.0"',
    ],
  ])('%s', (_, action, message) => {
    const [problem = ''] = problemsOf(() => apply(action));
    expect(problem.slice(0, `mine.yaml#${message}`.length)).toBe(`mine.yaml#${message}`);
  });

  test.each<[unknown, string[]]>([
    ['text', ['#: this is not an OpenAPI Overlay: it must begin with "overlay: 1.0.0"']],
    [
      { overlay: '2.0.0' },
      ['#/overlay: this is not an OpenAPI Overlay: it must begin with "overlay: 1.0.0"'],
    ],
    [{ overlay: 1 }, ['#/overlay: a version has three parts: write "overlay: 1.0.0"']],
    [{ overlay: '1.0' }, ['#/overlay: a version has three parts: write "overlay: 1.0.0"']],
    [{ overlay: 1.1 }, ['#/overlay: a version has three parts: write "overlay: 1.1.0"']],
    [
      { overlay: '1.0.0', actions: [], title: 'x' },
      [
        '#/title: unknown keyword "title" in an overlay',
        '#/info: an overlay needs info.title, a string',
        '#/info: an overlay needs info.version, a string',
        '#/actions: must be a list of actions',
      ],
    ],
  ])('an overlay that is %j', (content, problems) => {
    expect(problemsOf(() => applyTo(pets(), content))).toEqual(
      problems.map((problem) => `mine.yaml${problem}`),
    );
  });
});

describe('copy, of Overlay 1.1', () => {
  const copying = (action: unknown): Record<string, unknown> =>
    applyTo(pets(), {
      overlay: '1.1.0',
      info: { title: 'T', version: '1' },
      actions: [
        ...[action].flat(),
        { target: "$.paths['/foo'].get.parameters[0]", update: { required: true } },
      ],
    });

  test('merges what stands elsewhere, as it was when it was copied', () => {
    const changed = copying([
      { target: '$.paths', update: { '/new': {} } },
      { target: "$.paths['/new']", copy: "$.paths['/foo']" },
    ]);
    const parameters = [
      { name: 'filter', in: 'query' },
      { name: 'dummy', in: 'query' },
    ];
    expect(changed['paths']).toMatchObject({ '/new': { get: { description: 'Old', parameters } } });
    expect(changed['paths']).not.toMatchObject({
      '/new': { get: { parameters: [{ required: true }] } },
    });
  });

  test('joins lists, and replaces a single value', () => {
    expect(
      copying([
        { target: "$.paths['/bar'].get.parameters", copy: "$.paths['/foo'].get.parameters" },
        { target: '$.info.title', copy: '$.info.version' },
      ]),
    ).toMatchObject({
      info: { title: '1' },
      paths: { '/bar': { get: { parameters: [{ name: 'filter' }, { name: 'dummy' }] } } },
    });
  });

  test.each<[unknown, string]>([
    [
      { target: '$.info', copy: '$.tag' },
      '/copy: $.tag matches nothing: $ has no "tag"; did you mean "tags"?',
    ],
    [
      { target: '$.info', copy: '$.paths.*' },
      '/copy: $.paths.* selects 2 places, and "copy" takes one',
    ],
    [
      { target: '$.info', copy: '$.tags', update: {} },
      '/copy: an action takes "update" or "copy", not both',
    ],
    [{ target: '$.info', copy: 1 }, '/copy: "copy" must be a JSONPath'],
    [
      { target: '$.info', copy: '$.tags' },
      '/copy: /info is an object, and so "copy" must be an object',
    ],
  ])('refuses %j', (action, message) => {
    expect(problemsOf(() => copying(action))).toEqual([`mine.yaml#/actions/0${message}`]);
  });
});

test.each<[string, string[]]>([
  ["$.paths.*[?@.parameters[0].name == 'filter']", ['/bar.get', '/bar.post']],
  ["$.paths.*[?@.parameters[1].name != 'dummy']", ['/foo.get']],
  ["$.paths.*[?@['parameters'][-1]['name'] == 'dummy']", ['/bar.get', '/bar.post']],
])('a comparison with an element of a list selects what it says: %s', (target, left) => {
  const { paths } = apply({ target, remove: true }) as unknown as { paths: Paths };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${path}.${verb}`),
  );
  expect(operations).toEqual(left);
});

test('every written place leads back to the overlay that wrote it last', () => {
  const overlay = (file: string, ...actions: unknown[]): { file: string; content: unknown } => {
    return { file, content: { overlay: '1.0.0', info: { title: 'T', version: '1' }, actions } };
  };
  const { written } = applyOverlays(pets() as unknown as OpenApiDocument, [
    overlay(
      'a.yaml',
      { target: '$.info', update: { 'x/y': { deep: 1 } } },
      { target: '$.tags', update: 'two' },
    ),
    overlay('b.yaml', { target: '$', update: { info: { 'x/y': { deep: 2 } } } }),
  ]);
  expect(sourceOf(written, '/info/x~1y/deep')).toEqual({
    file: 'b.yaml',
    pointer: '/actions/0/update/info/x~1y/deep',
  });
  expect(sourceOf(written, '/tags/1')).toEqual({ file: 'a.yaml', pointer: '/actions/1/update' });
  expect(sourceOf(written, '/tags/0')).toBeUndefined();
  expect(sourceOf(written, '/paths')).toBeUndefined();
});
