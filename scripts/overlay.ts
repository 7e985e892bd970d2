/**
 * Step: changes a document by an OpenAPI Overlay (https://spec.openapis.org/overlay/v1.1.0.html, and
 * 1.0). No library that was looked at appends to an array as the standard asks
 * (openapi-overlays-js 0.2, openapi-format 1.29): they skip the action without a word.
 */
import { define, isRecord } from '../src/formats/record.ts';
import type { OpenApiDocument } from './document.ts';
import { at, find, hintFor, type Path } from './json-path.ts';
import { namesOf, pointerTo, type Problem, SpecError } from './spec-error.ts';

/** An overlay as it was read. */
export interface Overlay {
  /** What messages call it. */
  readonly file: string;
  readonly content: unknown;
}

/** What an action wrote: `value` at `target` in the document, from `source` in the overlay. */
export interface Written {
  readonly file: string;
  readonly source: string;
  readonly target: string;
  readonly value: unknown;
}

export interface Overlaid {
  readonly document: OpenApiDocument;
  /** In the order of the actions. */
  readonly written: readonly Written[];
}

/** Applies the actions in their order to a copy of the document; throws a SpecError with the first problem. */
export function applyOverlays(document: OpenApiDocument, overlays: readonly Overlay[]): Overlaid {
  const root = { document: copyOf(document) };
  const written: Written[] = [];
  for (const { file, content } of overlays) {
    const { actions, isStrict } = readOverlay(file, content);
    for (const [index, action] of actions.entries()) {
      const pointer = pointerTo('/actions', index);
      const nodes = selected(root.document, action.target, { file, pointer, name: 'target' });
      if (action.remove === true) {
        remove(root.document, nodes, file, pointer);
        continue;
      }
      const source = pointerTo(pointer, action.copy === undefined ? 'update' : 'copy');
      const { update = copied(root.document, action.copy ?? '', file, pointer) } = action;
      for (const path of nodes) {
        written.push(writeAt(root, path, copyOf(update), { file, source, isStrict }));
      }
    }
  }
  return { document: root.document as OpenApiDocument, written };
}

/** A document is plain JSON. */
function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** The one node that an action copies. */
function copied(document: unknown, expression: string, file: string, pointer: string): unknown {
  const nodes = selected(document, expression, { file, pointer, name: 'copy' });
  const [path] = nodes;
  if (path !== undefined && nodes.length === 1) return at(document, path);
  const message = `${expression} selects ${nodes.length} places, and "copy" takes one`;
  throw new SpecError([{ file, pointer: pointerTo(pointer, 'copy'), message }]);
}

interface Action {
  readonly target: string;
  readonly update?: unknown;
  /** Overlay 1.1: a JSONPath of what to merge in place of `update`. */
  readonly copy?: string;
  readonly remove?: boolean;
}

type Json = Record<string | number, unknown>;

function readOverlay(file: string, content: unknown): { actions: Action[]; isStrict: boolean } {
  const problems: Problem[] = [];
  const report = (pointer: string, message: string): void => {
    problems.push({ file, pointer, message });
  };
  if (!isRecord(content)) throw new SpecError([{ file, pointer: '', message: notAnOverlay }]);
  const { overlay: version, info, actions } = content;
  if (typeof version !== 'string' || !/^1\.[01]\.\d+$/.test(version)) {
    const isShort = /^1(?:\.[01])?$/.test(String(version));
    const message = isShort
      ? `a version has three parts: write "overlay: ${String(version) === '1.1' ? '1.1.0' : '1.0.0'}"`
      : notAnOverlay;
    throw new SpecError([{ file, pointer: '/overlay', message }]);
  }
  const isStrict = version.startsWith('1.0.');
  reportUnknown(content, ['overlay', 'info', 'extends', 'actions'], 'an overlay', '', report);
  for (const name of ['title', 'version']) {
    if (!isRecord(info) || typeof info[name] !== 'string') {
      report('/info', `an overlay needs info.${name}, a string`);
    }
  }
  if (!Array.isArray(actions) || actions.length === 0)
    report('/actions', 'must be a list of actions');
  for (const [index, action] of (Array.isArray(actions) ? (actions as unknown[]) : []).entries())
    checkAction(action, pointerTo('/actions', index), isStrict, report);
  if (problems.length > 0) throw new SpecError(problems);
  return { actions: actions as Action[], isStrict };
}

type Report = (pointer: string, message: string) => void;

function checkAction(action: unknown, pointer: string, isStrict: boolean, report: Report): void {
  if (!isRecord(action) || typeof action['target'] !== 'string') {
    report(pointer, 'an action needs a "target", a JSONPath such as $.components.schemas.Event');
    return;
  }
  const known = ['target', 'description', 'update', 'copy', 'remove'];
  reportUnknown(action, known, 'an action', pointer, report);
  const { update, copy, remove } = action;
  if (remove !== undefined && typeof remove !== 'boolean') {
    report(pointerTo(pointer, 'remove'), '"remove" must be true or false');
  }
  if (copy !== undefined) {
    const place = pointerTo(pointer, 'copy');
    if (isStrict) report(place, '"copy" is new in Overlay 1.1: write "overlay: 1.1.0"');
    else if (typeof copy !== 'string') report(place, '"copy" must be a JSONPath');
    else if (update !== undefined) report(place, 'an action takes "update" or "copy", not both');
  } else if (update === undefined && remove !== true) {
    report(pointer, 'an action needs "update", or "remove: true"');
  }
}

const notAnOverlay = 'this is not an OpenAPI Overlay: it must begin with "overlay: 1.0.0"';

function reportUnknown(
  node: Json,
  known: readonly string[],
  what: string,
  pointer: string,
  report: Report,
): void {
  for (const name of Object.keys(node)) {
    if (known.includes(name) || name.startsWith('x-')) continue;
    report(pointerTo(pointer, name), `unknown keyword "${name}" in ${what}`);
  }
}

/** The places that an expression of an action selects: one at least, or the action has a mistake in it. */
function selected(
  document: unknown,
  expression: string,
  { file, pointer, name }: { file: string; pointer: string; name: 'target' | 'copy' },
): Path[] {
  const refuse = (message: string): never => {
    throw new SpecError([{ file, pointer: pointerTo(pointer, name), message }]);
  };
  let paths: Path[];
  try {
    paths = find(document, expression);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(`${expression} is not a JSONPath of RFC 9535: ${why}`);
  }
  if (paths.length > 0) return paths;
  return refuse(`${expression} matches nothing${hintFor(document, expression)}`);
}

/** From the end, so that no removal moves the place of another. */
function remove(document: unknown, paths: readonly Path[], file: string, action: string): void {
  for (const path of [...paths].sort(laterFirst)) {
    const key = path.at(-1);
    if (key === undefined) {
      const message = 'the whole document cannot be removed';
      throw new SpecError([{ file, pointer: pointerTo(action, 'target'), message }]);
    }
    const parent = at(document, path.slice(0, -1));
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (isRecord(parent)) Reflect.deleteProperty(parent, key);
  }
}

function laterFirst(a: Path, b: Path): number {
  for (const [depth, key] of a.entries()) {
    const other = b[depth];
    if (other === undefined) return -1;
    if (typeof key === 'number' && typeof other === 'number' && key !== other) return other - key;
  }
  return b.length - a.length;
}

interface Where {
  readonly file: string;
  /** The pointer of what is written, in the overlay. */
  readonly source: string;
  /** Overlay 1.0, which selects objects and arrays only and appends one entry at a time. */
  readonly isStrict: boolean;
}

function writeAt(root: { document: unknown }, path: Path, update: unknown, where: Where): Written {
  const { file, source, isStrict } = where;
  const target = pointerTo('', ...path);
  const refuse = (message: string): never => {
    throw new SpecError([{ file, pointer: source, message }]);
  };
  const node = at(root.document, path);
  if (Array.isArray(node)) {
    if (isStrict && Array.isArray(update)) {
      const remedy = 'write one action for each, or say overlay: 1.1.0';
      refuse(`${target} is a list, and in Overlay 1.0 "update" is one entry to append: ${remedy}`);
    }
    const before = node.length;
    if (!Array.isArray(update)) {
      node.push(update);
      return { file, source, target: pointerTo(target, before), value: update };
    }
    node.push(...(update as unknown[]));
    const value = Object.fromEntries(
      update.map((entry, index) => [before + index, entry as unknown]),
    );
    return { file, source, target, value };
  }
  if (isRecord(node)) {
    if (!isRecord(update))
      refuse(`${target} is an object, and so "${namesOf(source).at(-1) ?? ''}" must be an object`);
    merge(node, update as Json, source, file, target);
    return { file, source, target, value: update };
  }
  const key = path.at(-1);
  if (isStrict || typeof update === 'object' || key === undefined) {
    const remedy = 'select the object that holds it, and give its new value there';
    refuse(`${target} is a single value: ${remedy}`);
  }
  (at(root.document, path.slice(0, -1)) as Json)[key as string] = update;
  return { file, source, target, value: update };
}

/** The table of Overlay 1.1, which says what 1.0 left open. */
function merge(node: Json, update: Json, source: string, file: string, target: string): void {
  for (const [name, value] of Object.entries(update)) {
    const old = Object.hasOwn(node, name) ? node[name] : undefined;
    const [here, there] = [pointerTo(source, name), pointerTo(target, name)];
    if (old === undefined) define(node, name, value);
    else if (Array.isArray(old) && Array.isArray(value)) old.push(...(value as unknown[]));
    else if (isRecord(old) && isRecord(value)) merge(old, value, here, file, there);
    else if (isSingle(old) && isSingle(value)) define(node, name, value);
    else {
      const message = `${kindOf(value)} cannot be merged into ${kindOf(old)} at ${there}: remove that first, by an action with "remove: true"`;
      throw new SpecError([{ file, pointer: here, message }]);
    }
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : isRecord(value) ? 'an object' : 'a single value';
}

function isSingle(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** The place in an overlay that wrote what stands at a place of the document, the last one first. */
export function sourceOf(
  written: readonly Written[],
  pointer: string,
): { readonly file: string; readonly pointer: string } | undefined {
  const names = namesOf(pointer);
  for (const { file, source, target, value } of [...written].reverse()) {
    const start = namesOf(target);
    if (!start.every((name, depth) => names[depth] === name)) continue;
    const rest = names.slice(start.length);
    const isThere = rest.reduce<unknown>(
      (node, name) => (isSingle(node) ? undefined : (node as Json)[name]),
      value,
    );
    if (isThere !== undefined) return { file, pointer: pointerTo(source, ...rest) };
  }
  return undefined;
}
