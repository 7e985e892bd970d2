/** The spec as it was before some releases of the vendor, and each release as an overlay on it. */
import { namesOf } from '../../scripts/spec-error.ts';
import type { VendorRelease } from './vendor-releases.ts';

type Json = Record<string, unknown>;

/** Takes everything out of a document that the releases added, the latest first: it may lie in what an earlier one added. */
export function withoutReleases(document: object, releases: readonly VendorRelease[]): object {
  const base = structuredClone(document) as Json;
  for (const { added, words = {} } of [...releases].reverse()) {
    for (const pointer of added) remove(base, below(pointer));
    for (const [pointer, lost] of Object.entries(words)) {
      const schema = at(base, below(pointer)) as WithWords;
      const list = listOf(schema);
      schema[list] = schema[list]?.filter((word) => !lost.includes(word));
      for (const word of lost) Reflect.deleteProperty(schema['x-enum-descriptions'] ?? {}, word);
    }
  }
  return base;
}

/** An OpenAPI Overlay that brings a release back, as a team would write it from the release note. */
export function overlayOf(document: object, release: VendorRelease): object {
  const { date, title, added, words = {} } = release;
  return {
    overlay: '1.0.0',
    info: { title, version: date },
    actions: [
      ...added.map((pointer) => {
        const path = below(pointer);
        const [name = ''] = path.splice(-1);
        return { target: jsonPath(path), update: { [name]: at(document, [...path, name]) } };
      }),
      ...Object.entries(words).flatMap(([pointer, values]) => {
        const path = below(pointer);
        const schema = at(document, path) as WithWords;
        const told = schema['x-enum-descriptions'];
        return values.flatMap((word) => [
          { target: jsonPath([...path, listOf(schema)]), update: word },
          ...(told?.[word] === undefined
            ? []
            : [
                {
                  target: jsonPath([...path, 'x-enum-descriptions']),
                  update: { [word]: told[word] },
                },
              ]),
        ]);
      }),
    ],
  };
}

interface WithWords {
  enum?: string[] | undefined;
  'x-extensible-enum'?: string[] | undefined;
  'x-enum-descriptions'?: Record<string, string>;
}

function listOf(schema: WithWords): 'enum' | 'x-extensible-enum' {
  return schema.enum === undefined ? 'x-extensible-enum' : 'enum';
}

function below(pointer: string): string[] {
  return ['components', ...namesOf(pointer)];
}

function jsonPath(names: readonly string[]): string {
  return `$${names.map((name) => (/^\d+$/.test(name) ? `[${name}]` : `['${name}']`)).join('')}`;
}

function at(document: object, names: readonly string[]): unknown {
  const found = names.reduce<unknown>((node, name) => (node as Json | undefined)?.[name], document);
  if (found === undefined) throw new Error(`The document has nothing at ${names.join('/')}.`);
  return found;
}

function remove(document: object, names: readonly string[]): void {
  at(document, names);
  Reflect.deleteProperty(at(document, names.slice(0, -1)) as Json, names.at(-1) ?? '');
}
