/**
 * Step: writes out what the files of a spec are made of. `allOf` names parts, and everything after this
 * step sees one flat object: the generators of several languages lose or break composition. A part may
 * add rules to an object, never change one, as JSON Schema has it; what only explains may be said anew.
 */
import { posix } from 'node:path';
import { define, isRecord } from '../src/formats/record.ts';
import { pointerTo, type Problem, SpecError } from './spec-error.ts';

type Json = Record<string, unknown>;
type Position = Pick<Problem, 'file' | 'pointer'>;

/** Keywords that explain: the object itself has the last word, and of its parts the last one. */
const explaining = new Set([
  ...['title', 'summary', 'description', 'externalDocs', 'examples', 'tags'],
  'x-deprecated',
  ...['x-advice', 'x-client-note', 'x-field-anchor'],
]);

/** Where something comes from that is added to an object. */
interface Source {
  readonly from: Position;
  readonly isPart: boolean;
}

/** Files of a spec by their paths, with their parts written out. */
export class Composition {
  readonly #read: (file: string) => unknown;
  readonly #composed = new Map<string, unknown>();
  readonly #underway: string[] = [];
  /** Where in the files a place comes from, for what a part brought. */
  readonly #origins = new Map<string, (Position & { readonly at: string })[]>();
  /** What objects with parts explain themselves. */
  readonly #own = new Set<string>();
  /** The files that are part of another. */
  readonly parts: Set<string> = new Set<string>();

  constructor(read: (file: string) => unknown) {
    this.#read = read;
  }

  /** The content of a file; throws a SpecError where its parts do not fit together. */
  file(file: string): unknown {
    const known = this.#composed.get(file);
    if (known !== undefined) return known;
    if (this.#underway.includes(file)) {
      const message = `it contains itself, through ${this.#underway.join(', ')}`;
      throw new SpecError([{ file, pointer: '', message }]);
    }
    this.#underway.push(file);
    try {
      const content = this.#read(file);
      // What stands in an example is data.
      const composed = file.startsWith('examples/')
        ? content
        : this.#node(content, { file, pointer: '' });
      this.#composed.set(file, composed);
      return composed;
    } finally {
      this.#underway.pop();
    }
  }

  /** Where a person wrote what stands at a place of a composed file. */
  readonly origin = <T extends Position>(place: T): T => {
    const { file, pointer } = place;
    const candidates = (this.#origins.get(file) ?? []).filter(
      ({ at }) => pointer === at || pointer.startsWith(`${at}/`),
    );
    const [best] = candidates.sort((a, b) => b.at.length - a.at.length);
    if (best === undefined) return place;
    return { ...place, file: best.file, pointer: best.pointer + pointer.slice(best.at.length) };
  };

  #node(node: unknown, place: Position): unknown {
    if (Array.isArray(node)) {
      return node.map((child, index) => this.#node(child, inside(place, index)));
    }
    if (!isRecord(node)) return node;
    const isComposed = Array.isArray(node['allOf']);
    const result: Json = {};
    for (const [key, child] of Object.entries(node)) {
      if (key === 'allOf' && isComposed) this.#addParts(result, node, place);
      // The word for "no others, those of the parts included".
      else if (key === 'unevaluatedProperties' && isComposed)
        result['additionalProperties'] = child;
      else {
        const from = inside(place, key);
        this.#add(result, key, this.#node(child, from), { from, isPart: false }, place);
      }
    }
    return result;
  }

  #addParts(result: Json, { allOf }: Json, place: Position): void {
    for (const [index, member] of (allOf as unknown[]).entries()) {
      const here = inside(place, 'allOf', index);
      const { part, from } = this.#part(member, here);
      for (const [key, child] of Object.entries(part)) {
        this.#add(result, key, child, { from: inside(from, key), isPart: true }, place);
      }
    }
  }

  /** A part is another file, or stands in place. */
  #part(member: unknown, here: Position): { part: Json; from: Position } {
    const reference = isRecord(member) ? member['$ref'] : undefined;
    if (reference === undefined) {
      const part = this.#node(member, here);
      if (isRecord(part)) return { part, from: here };
      throw new SpecError([{ ...here, message: 'a part must be an object, or a $ref to a file' }]);
    }
    if (typeof reference !== 'string' || Object.keys(member as Json).length > 1) {
      const message = 'a part must be a $ref alone: put other keywords next to the allOf';
      throw new SpecError([{ ...here, message }]);
    }
    const file = posix.join(posix.dirname(here.file), reference);
    let part: unknown;
    try {
      part = this.file(file);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      const message = `there is no file ${file}`;
      throw new SpecError([{ ...inside(here, '$ref'), message }]);
    }
    if (!isRecord(part))
      throw new SpecError([{ file, pointer: '', message: 'a part must be an object' }]);
    this.parts.add(file);
    return { part: rebased(part, file, here.file) as Json, from: { file, pointer: '' } };
  }

  /** Adds what a source says to an object at `place` of the composed file. */
  #add(result: Json, key: string, value: unknown, source: Source, place: Position): void {
    const target = inside(place, key);
    const old = ownOf(result, key);
    // A property may be called like a keyword.
    const isNamed = /\/(?:properties|x-model-properties)$/.test(place.pointer);
    // The examples of a media type have names, and are joined.
    const isJoined = isNamed || (key === 'examples' && isRecord(value));
    const explains = explaining.has(key) && !isJoined;
    if (explains && source.isPart && this.#own.has(`${target.file}#${target.pointer}`)) return;
    if (old === undefined || explains) {
      define(result, key, value);
      if (source.isPart) this.#note(target, source.from);
      else this.#claim(value, target);
    } else if (isRecord(old) && isRecord(value)) {
      const merged: Json = { ...old };
      for (const [name, child] of Object.entries(value)) {
        this.#add(merged, name, child, { ...source, from: inside(source.from, name) }, target);
      }
      result[key] = merged;
    } else if (key === 'required' && Array.isArray(old) && Array.isArray(value)) {
      result[key] = [...new Set([...(old as unknown[]), ...(value as unknown[])])];
    } else if (JSON.stringify(old) !== JSON.stringify(value)) {
      const { file, pointer } = this.origin(target);
      const message = `"${key}" is ${JSON.stringify(value)} here, and ${JSON.stringify(old)} at ${file}#${pointer}: parts may add rules, not change them`;
      const here = source.isPart ? this.origin(source.from) : source.from;
      // Who asks where the problem comes from gets the place that is told, not the part's.
      if (!source.isPart) this.#note(target, here, here);
      throw new SpecError([{ ...here, message }]);
    }
  }

  /** An object has the last word on what it explains itself, wherever its parts are named. */
  #claim(value: unknown, place: Position): void {
    this.#own.add(`${place.file}#${place.pointer}`);
    if (!isRecord(value)) return;
    for (const [key, child] of Object.entries(value)) this.#claim(child, inside(place, key));
  }

  #note({ file, pointer }: Position, from: Position, origin: Position = this.origin(from)): void {
    const origins = this.#origins.get(file) ?? [];
    origins.unshift({ at: pointer, file: origin.file, pointer: origin.pointer });
    this.#origins.set(file, origins);
  }
}

/** A property may be called `constructor`, which every object inherits. */
function ownOf(node: Json, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function inside({ file, pointer }: Position, ...names: readonly (string | number)[]): Position {
  return { file, pointer: pointerTo(pointer, ...names) };
}

/** References of a part, as the file that it becomes a part of has to write them. */
function rebased(node: unknown, from: string, to: string): unknown {
  if (Array.isArray(node)) return node.map((child) => rebased(child, from, to));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => {
      if (key !== '$ref' || typeof child !== 'string') return [key, rebased(child, from, to)];
      const target = posix.join(posix.dirname(from), child);
      const path = posix.relative(posix.dirname(to), target);
      return [key, path.startsWith('.') ? path : `./${path}`];
    }),
  );
}
