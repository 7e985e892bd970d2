/** Collects the constants of generated/tables.ts, each once, children before parents. */
import type { OpenApiDocument } from '../document.ts';
import { type Place, placeOf, refuse } from '../spec-error.ts';
import { Name, printValue } from './print.ts';

/** A table that is being written is not there yet: a schema that comes back to itself shows here. */
const underWay = Symbol('under way');

export class TableWriter {
  readonly document: OpenApiDocument;
  /** Components that are the whole answer of an operation: each has a table, be it an empty one. */
  readonly answers: ReadonlySet<string>;
  readonly #constants: string[] = [];
  readonly #tables = new Map<string, string | undefined | typeof underWay>();
  readonly #owners = new Map<string, string>();

  constructor(document: OpenApiDocument, answers: ReadonlySet<string> = new Set()) {
    this.document = document;
    this.answers = answers;
  }

  /**
   * Writes a table unless it is there already, and gives the name of its constant; `undefined` when
   * `content` finds that there is nothing to say.
   */
  table<T extends object | undefined>(
    constant: string,
    type: string,
    place: Place,
    content: () => T,
  ): T extends object ? string : string | undefined {
    const key = `${type} ${constant}`;
    const known = this.#tables.get(key);
    if (known === underWay) refuse(place, 'it contains itself, which no table can say');
    if (!this.#tables.has(key)) {
      this.#tables.set(key, underWay);
      const value = content();
      if (value !== undefined) this.constant(constant, type, value, place);
      this.#tables.set(key, value === undefined ? undefined : constant);
    }
    return this.#tables.get(key) as T extends object ? string : string | undefined;
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

  #add(head: string, name: string, value: unknown, place: Place): void {
    const owner = place.component + place.pointer;
    const other = this.#owners.get(name);
    if (other !== undefined) refuse(place, `its constant "${name}" is there already, for ${other}`);
    this.#owners.set(name, owner);
    this.#constants.push(`${head} ${printValue(value, 0, head.length + 1)};\n`);
  }
}
