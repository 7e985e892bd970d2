/**
 * Step: changes a document by an OpenAPI Overlay (https://spec.openapis.org/overlay/v1.0.0.html; of 1.1
 * everything but `copy`). No library that was looked at appends to an array as the standard asks
 * (openapi-overlays-js 0.2, openapi-format 1.29): they skip the action without a word.
 */
import { exec } from 'jsonpath-rfc9535';
import { nearestName } from '../src/formats/nearest-name.ts';
import { define, isRecord } from '../src/formats/record.ts';
import type { OpenApiDocument } from './document.ts';
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
      const at = pointerTo('/actions', index);
      const nodes = selected(root.document, action.target, file, at);
      if (action.remove === true) {
        remove(root.document, nodes, file, at);
        continue;
      }
      for (const path of nodes) {
        const update = copyOf(action.update);
        written.push(writeAt(root, path, update, { file, at, isStrict }));
      }
    }
  }
  return { document: root.document as OpenApiDocument, written };
}

/**
 * A document is plain JSON. structuredClone would make objects of another realm inside Jest, which the
 * JSONPath library takes for something else.
 */
function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

interface Action {
  readonly target: string;
  readonly update?: unknown;
  readonly remove?: boolean;
}

type Path = readonly (string | number)[];
type Json = Record<string | number, unknown>;

function readOverlay(file: string, content: unknown): { actions: Action[]; isStrict: boolean } {
  const problems: Problem[] = [];
  const report = (pointer: string, message: string): void => {
    problems.push({ file, pointer, message });
  };
  if (!isRecord(content)) throw new SpecError([{ file, pointer: '', message: notAnOverlay }]);
  const { overlay: version, info, actions } = content;
  if (typeof version !== 'string' || !/^1\.[01]\.\d+$/.test(version)) {
    throw new SpecError([{ file, pointer: '/overlay', message: notAnOverlay }]);
  }
  reportUnknown(content, ['overlay', 'info', 'extends', 'actions'], 'an overlay', '', report);
  for (const name of ['title', 'version']) {
    if (!isRecord(info) || typeof info[name] !== 'string') {
      report('/info', `an overlay needs info.${name}, a text`);
    }
  }
  if (!Array.isArray(actions) || actions.length === 0)
    report('/actions', 'has to be a list of actions');
  for (const [index, action] of (Array.isArray(actions) ? (actions as unknown[]) : []).entries()) {
    const at = pointerTo('/actions', index);
    if (!isRecord(action) || typeof action['target'] !== 'string') {
      report(at, 'an action needs a "target", a JSONPath such as $.components.schemas.Event');
      continue;
    }
    reportUnknown(action, ['target', 'description', 'update', 'remove'], 'an action', at, report);
    const { update, remove } = action;
    if (remove !== undefined && typeof remove !== 'boolean') {
      report(pointerTo(at, 'remove'), '"remove" has to be true or false');
    }
    if (update === undefined && remove !== true) {
      report(at, 'an action needs "update", or "remove: true"');
    }
  }
  if (problems.length > 0) throw new SpecError(problems);
  return { actions: actions as Action[], isStrict: version.startsWith('1.0.') };
}

const notAnOverlay = 'this is no OpenAPI Overlay: it has to begin with "overlay: 1.0.0"';

function reportUnknown(
  node: Json,
  known: readonly string[],
  what: string,
  at: string,
  report: (pointer: string, message: string) => void,
): void {
  for (const name of Object.keys(node)) {
    if (known.includes(name) || name.startsWith('x-')) continue;
    report(pointerTo(at, name), `unknown keyword "${name}" in ${what}`);
  }
}

/** The places that a target selects: one at least, or the action has a mistake in it. */
function selected(document: unknown, target: string, file: string, at: string): Path[] {
  const pointer = pointerTo(at, 'target');
  const refuse = (message: string): never => {
    throw new SpecError([{ file, pointer, message }]);
  };
  let paths: Path[];
  try {
    paths = find(document, target);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(`${target} is not a JSONPath of RFC 9535: ${why}`);
  }
  return paths.length > 0 ? paths : refuse(`${target} matches nothing${hintFor(document, target)}`);
}

function find(document: unknown, target: string): Path[] {
  const paths: Path[] = [];
  exec(document as never, target, (_, path) => paths.push([...path]));
  return paths;
}

/** How far a target that matches nothing does lead, and what stands there under a similar name. */
function hintFor(document: unknown, target: string): string {
  const lastSegment =
    /(?:\.([\p{L}\p{N}_-]+)|\[\s*'([^']*)'\s*\]|\[\s*"([^"]*)"\s*\]|\[[^[\]]*\])$/u;
  for (let rest = target; ;) {
    const segment = lastSegment.exec(rest);
    if (segment === null) return '';
    rest = rest.slice(0, segment.index);
    const [found] = tryFind(document, rest);
    if (found === undefined) continue;
    const node = at(document, found);
    const name = segment[1] ?? segment[2] ?? segment[3];
    if (name === undefined || !isRecord(node)) return `; ${rest} does`;
    const near = nearestName(name, Object.keys(node));
    return `: ${rest} has no "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
  }
}

function tryFind(document: unknown, target: string): Path[] {
  try {
    return find(document, target);
  } catch {
    return [];
  }
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
  readonly at: string;
  /** Overlay 1.0, which selects objects and arrays only and appends one entry at a time. */
  readonly isStrict: boolean;
}

function writeAt(root: { document: unknown }, path: Path, update: unknown, where: Where): Written {
  const { file, isStrict } = where;
  const source = pointerTo(where.at, 'update');
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
    if (!isRecord(update)) refuse(`${target} is an object, and so "update" has to be an object`);
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
      const message = `${kindOf(value)} cannot be merged into ${kindOf(old)} at ${there}: take that away first, by an action with "remove: true"`;
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

function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document);
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
