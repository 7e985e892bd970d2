/** Collects the constants of generated/tables.ts, each once, children before parents. */
import type { OpenApiDocument } from '../document.ts';
import { tableName } from '../model-name.ts';
import { type Place, placeOf, refuse } from '../spec-error.ts';
import { Deferred, Name, printValue } from './print.ts';

/** A table that is being written is not there yet: a schema that comes back to itself shows here. */
const underWay = Symbol('under way');

/** The type of a table: at the root of an operation, where it is tied to its model, and below. */
const tableTypes = {
  request: { root: 'RequestTable', nested: 'ObjectRule' },
  response: { root: 'ResponseTable', nested: 'ResponseObject' },
  text: { root: 'TextRecordTable', nested: 'TextRecord' },
} as const;

export class TableWriter {
  readonly document: OpenApiDocument;
  /** Components that are a whole request or response: each has a table, even an empty one. */
  readonly roots: ReadonlySet<string>;
  /** The types of the requests as they travel, by component. */
  readonly #wireTypes: ReadonlyMap<string, string>;
  readonly #constants: string[] = [];
  readonly #types = new Set<string>();
  readonly #tables = new Map<string, string | undefined | typeof underWay>();
  readonly #owners = new Map<string, string>();

  constructor(
    document: OpenApiDocument,
    roots: ReadonlySet<string> = new Set(),
    wireTypes: ReadonlyMap<string, string> = new Map(),
  ) {
    this.document = document;
    this.roots = roots;
    this.#wireTypes = wireTypes;
  }

  /**
   * Writes the table of a component unless it exists already, and gives the name of its constant;
   * `undefined` when `content` finds that there is nothing to say.
   */
  table<T extends object | undefined>(
    name: string,
    kind: keyof typeof tableTypes,
    place: Place,
    content: () => T,
  ): T extends object ? string : string | undefined {
    const constant = tableName(name);
    const key = `${kind} ${constant}`;
    const known = this.#tables.get(key);
    if (known === underWay) refuse(place, 'it contains itself, which is not supported');
    if (!this.#tables.has(key)) {
      this.#tables.set(key, underWay);
      const value = content();
      if (value !== undefined) this.constant(constant, this.#typeOf(name, kind), value, place);
      this.#tables.set(key, value === undefined ? undefined : constant);
    }
    return this.#tables.get(key) as T extends object ? string : string | undefined;
  }

  /** The fields of a table, made when they are read. */
  fields(kind: keyof typeof tableTypes, entries: Iterable<readonly [string, unknown]>): Deferred {
    const type = tableTypes[kind].nested;
    this.#types.add(type);
    return new Deferred(Object.fromEntries(entries), `${type}['fields']`);
  }

  /** A list of words, shared by all rules that name the same enumeration. */
  words(constant: string, words: readonly string[], place: Place): Name {
    if (!this.#tables.has(constant)) {
      this.#tables.set(constant, constant);
      this.#add(`const ${constant}: readonly string[] =`, constant, words, place);
    }
    return new Name(constant);
  }

  /** A constant that is exported. */
  constant(name: string, type: string, value: unknown, place: Place = placeOf('')): void {
    this.#add(`export const ${name}: ${type} =`, name, value, place);
  }

  text(): string {
    return this.#constants.join('\n');
  }

  /** The types that the constants need from the runtime, in alphabetical order. */
  types(): string[] {
    return [...this.#types].sort();
  }

  #typeOf(name: string, kind: keyof typeof tableTypes): string {
    const isRoot = this.roots.has(name);
    const type = tableTypes[kind][isRoot ? 'root' : 'nested'];
    this.#types.add(type);
    if (!isRoot) return type;
    const wireType = kind === 'request' ? this.#wireTypes.get(name) : undefined;
    return `${type}<models.${name}${wireType === undefined ? '' : `, ${wireType}`}>`;
  }

  #add(head: string, name: string, value: unknown, place: Place): void {
    const owner = place.component + place.pointer;
    const other = this.#owners.get(name);
    if (other !== undefined) refuse(place, `its constant "${name}" already exists, for ${other}`);
    this.#owners.set(name, owner);
    this.#constants.push(`${head} ${printValue(value, 0, head.length + 1)};\n`);
  }
}
