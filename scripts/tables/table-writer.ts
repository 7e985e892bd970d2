/** Collects the constants of generated/tables.ts, each once, children before parents. */
import type { OpenApiDocument } from '../document.ts';
import { SpecError } from '../spec-error.ts';
import { Name, printValue } from './print.ts';

/** A constant that is being written is not there yet: a schema that comes back to itself shows here. */
const underway = Symbol('under way');

export class TableWriter {
  readonly document: OpenApiDocument;
  readonly #constants: string[] = [];
  readonly #tables = new Map<string, string | undefined | typeof underway>();
  readonly #owners = new Map<string, string>();

  constructor(document: OpenApiDocument) {
    this.document = document;
  }

  /** Writes a table unless it is there already; gives the name of its constant. */
  table(constant: string, type: string, component: string, content: () => object): string {
    return this.optionalTable(constant, type, component, content) ?? constant;
  }

  /** The same for a table that may turn out to be empty, and then is not written. */
  optionalTable(
    constant: string,
    type: string,
    component: string,
    content: () => object | undefined,
  ): string | undefined {
    const key = `${type} ${component}`;
    const known = this.#tables.get(key);
    if (known === underway) this.refuse(component, 'it contains itself, which no table can say');
    if (this.#tables.has(key)) return known as string | undefined;
    this.#tables.set(key, underway);
    const value = content();
    this.#tables.set(key, value === undefined ? undefined : constant);
    if (value !== undefined) this.constant(constant, type, value, component);
    return value === undefined ? undefined : constant;
  }

  /** A list of words, shared by all rules that name the same enumeration. */
  words(constant: string, words: readonly string[]): Name {
    const key = `words ${constant}`;
    if (!this.#tables.has(key)) {
      this.#tables.set(key, constant);
      this.constant(constant, 'readonly string[]', words, constant, false);
    }
    return new Name(constant);
  }

  constant(name: string, type: string, value: unknown, owner: string, exported = true): void {
    const other = this.#owners.get(name);
    if (other !== undefined)
      this.refuse(owner, `its table would be called "${name}", as that of ${other}`);
    this.#owners.set(name, owner);
    const head = `${exported ? 'export ' : ''}const ${name}: ${type} =`;
    this.#constants.push(`${head} ${printValue(value, 0, head.length + 1)};\n`);
  }

  refuse(component: string, message: string): never {
    throw new SpecError([{ file: 'components/schemas', pointer: `/${component}`, message }]);
  }

  text(): string {
    return this.#constants.join('\n');
  }
}
