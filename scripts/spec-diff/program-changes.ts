/**
 * What a change of the spec does to programs that no comparison of messages shows: names that they use,
 * words of open enumerations, which are values in code, and limits of our own.
 */
import { callView } from '../calls.ts';
import { directionsOf } from '../direction.ts';
import {
  enumValues,
  isOpenEnum,
  type OpenApiDocument,
  operationsOf,
  type Schema,
  schemasOf,
} from '../document.ts';
import { modelView } from '../model-view.ts';
import { modelOnlyProperties, namedProperties } from '../named-properties.ts';
import { placeOf, pointerTo } from '../spec-error.ts';
import type { SpecChange } from './change.ts';
import { placeIn } from './place.ts';

export function programChanges(base: OpenApiDocument, revision: OpenApiDocument): SpecChange[] {
  return [
    ...typeChanges(base, revision),
    ...nameChanges(base, revision),
    ...wordChanges(base, revision),
    ...limitChanges(base, revision),
  ];
}

/** A component that is an object or an enumeration is a type that programs import. */
function* typeChanges(base: OpenApiDocument, revision: OpenApiDocument): Generator<SpecChange> {
  const after = typesOf(revision);
  for (const name of Object.keys(typesOf(base))) {
    if (name in after) continue;
    const message = `${name}: the type was removed; programs that use it do not compile.`;
    yield { bump: 'major', pointer: pointerTo('/components/schemas', name), message };
  }
}

/** The schemas behind the public types of a client. */
function typesOf(spec: OpenApiDocument): Record<string, Schema> {
  const { document, calls } = callView(spec);
  const { request, response } = directionsOf(document, calls);
  const types = schemasOf(modelView(document, calls));
  return Object.fromEntries(
    Object.entries(schemasOf(document)).filter(
      ([name]) => name in types && (request.has(name) || response.has(name)),
    ),
  );
}

/** A field that is the same on the wire, under another name in programs; or one of programs only. */
function* nameChanges(base: OpenApiDocument, revision: OpenApiDocument): Generator<SpecChange> {
  const after = typesOf(revision);
  for (const [name, old] of Object.entries(typesOf(base))) {
    const schema = after[name];
    if (schema === undefined) continue;
    const names = new Map(
      namedProperties(schema, placeOf(name)).map(({ wire, model }) => [wire, model]),
    );
    const pointer = pointerTo('/components/schemas', name);
    for (const { wire, model } of namedProperties(old, placeOf(name))) {
      const now = names.get(wire);
      if (now === undefined || now === model) continue;
      const message = `${name}.${wire}: it is now called "${now}" in programs, and no longer "${model}".`;
      yield { bump: 'major', pointer: pointerTo(pointer, 'properties', wire), message };
    }
    const own = new Set(modelOnlyProperties(schema, placeOf(name)).map(({ model }) => model));
    for (const { model } of modelOnlyProperties(old, placeOf(name))) {
      if (own.has(model)) continue;
      const message = `${name}.${model}: it was removed.`;
      yield { bump: 'major', pointer: pointerTo(pointer, 'x-model-properties', model), message };
    }
  }
}

/** One word more is a feature, one less does not compile. */
function* wordChanges(base: OpenApiDocument, revision: OpenApiDocument): Generator<SpecChange> {
  const before = openEnums(base);
  for (const [pointer, words] of openEnums(revision)) {
    const old = before.get(pointer);
    if (old === undefined) continue;
    const added = words.filter((word) => !old.includes(word));
    const lost = old.filter((word) => !words.includes(word));
    const place = placeIn(pointer);
    if (added.length > 0) {
      const message = `${place}: ${added.join(', ')} was added.`;
      yield { bump: 'minor', pointer, message };
    }
    if (lost.length > 0) {
      const message = `${place}: ${lost.join(', ')} was removed; programs that use it do not compile.`;
      yield { bump: 'major', pointer, message };
    }
  }
}

function openEnums(document: OpenApiDocument): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const schema = node as Schema;
    if (isOpenEnum(schema)) {
      found.set(pointer, enumValues(schema) ?? []);
      return;
    }
    for (const [name, child] of Object.entries(node)) visit(child, pointerTo(pointer, name));
  };
  visit(document, '');
  return found;
}

/** The SDK refuses a body that is longer than `x-body-limit`. */
function* limitChanges(base: OpenApiDocument, revision: OpenApiDocument): Generator<SpecChange> {
  const before = new Map(
    [...operationsOf(base)].map(({ path, method, operation }) => [
      `${method} ${path}`,
      operation['x-body-limit'] ?? Infinity,
    ]),
  );
  for (const { path, method, operation } of operationsOf(revision)) {
    const [old, now] = [before.get(`${method} ${path}`), operation['x-body-limit'] ?? Infinity];
    if (old === undefined || old <= now) continue;
    const message = `${path} ${method}: a body may now have ${now} bytes, and no longer ${old === Infinity ? 'any number' : old}.`;
    const pointer = pointerTo('/paths', path, method, 'x-body-limit');
    yield { bump: 'major', pointer, message };
  }
}
