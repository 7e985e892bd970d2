/** Schemas as tables of two columns, which fit a phone: the field with its type, and its description. */
import {
  dereference,
  enumValues,
  type OpenApiDocument,
  type Schema,
} from '../../../scripts/document.ts';

/** Longer lists of values open on request. */
const mostValues = 12;

/** The tables of one page: a schema that several fields name is shown once, and linked from each. */
export class SchemaTables {
  readonly #document: OpenApiDocument;
  readonly #seen = new Set<string>();
  readonly #waiting: string[] = [];

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** The component that holds a schema's fields. */
  nameOf(schema: Schema): string | undefined {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
    const { properties } = dereference(this.#document, schema);
    return name !== undefined && properties !== undefined ? name : undefined;
  }

  /** A schema in full under a heading of the third level; what it refers to waits for `rest`. */
  heading(schema: Schema, title: string): string {
    const name = this.nameOf(schema);
    if (name !== undefined && this.#seen.has(name)) return `${title}: [${name}](#${anchor(name)}).`;
    if (name !== undefined) this.#seen.add(name);
    const content = dereference(this.#document, schema);
    const inner =
      content.contentSchema === undefined
        ? content
        : dereference(this.#document, content.contentSchema);
    const innerName =
      content.contentSchema === undefined ? name : this.nameOf(content.contentSchema);
    return `### ${innerName ?? title}\n\n${this.#table(inner)}`;
  }

  /** The schemas that the page refers to and has not shown yet. */
  rest(): string {
    const parts: string[] = [];
    for (let name = this.#waiting.shift(); name !== undefined; name = this.#waiting.shift()) {
      if (this.#seen.has(name)) continue;
      parts.push(this.heading({ $ref: `#/components/schemas/${name}` }, name));
    }
    return parts.length === 0 ? '' : `## Objects\n\n${parts.join('\n\n')}`;
  }

  #table({ description = '', properties = {}, required = [] }: Schema): string {
    const rows = Object.entries(properties).map(([name, property]) => {
      const needed = required.includes(name) ? ', required' : '';
      return `| \`${name}\`<br>${this.#typeOf(property)}${needed} | ${this.#description(property)} |`;
    });
    const table = ['| field | description |', '| --- | --- |', ...rows].join('\n');
    return [description, rows.length === 0 ? '' : table].filter((part) => part !== '').join('\n\n');
  }

  #typeOf(schema: Schema): string {
    const name = this.nameOf(schema);
    if (name !== undefined) {
      this.#waiting.push(name);
      return `[${name}](#${anchor(name)})`;
    }
    const { items, type, anyOf, format, properties } = dereference(this.#document, schema);
    if (items !== undefined) return `list of ${this.#typeOf(items)}`;
    if (properties !== undefined) return 'object';
    const types = [type ?? anyOf?.map((branch) => branch.type) ?? 'any'].flat();
    const words = [...new Set(types.filter((word) => word !== undefined))].join(' or ');
    return format === undefined ? words : `${words} (${format})`;
  }

  #description(schema: Schema): string {
    const content = dereference(this.#document, schema);
    const text = cell(schema.description ?? content.description ?? '');
    const inList =
      content.items === undefined ? content : dereference(this.#document, content.items);
    return [text, limits(content), values(enumValues(inList) ?? [])]
      .filter((part) => part !== '')
      .join(' ');
  }
}

const anchor = (name: string): string => name.toLowerCase();

/** What a cell of a table can hold: one line, in which a bar does not end it. */
export function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function limits({ minimum, maximum, maxLength }: Schema): string {
  const range = [
    minimum === undefined ? '' : `from ${minimum.toLocaleString('en')}`,
    maximum === undefined ? '' : `to ${maximum.toLocaleString('en')}`,
    maxLength === undefined ? '' : `at most ${maxLength.toLocaleString('en')} characters`,
  ].filter((part) => part !== '');
  return range.length === 0 ? '' : `<small>${range.join(' ')}</small>`;
}

function values(words: readonly unknown[]): string {
  if (words.length < 2) return '';
  const list = words.map((word) => `<code>${String(word)}</code>`).join(', ');
  if (words.length <= mostValues) return `Values: ${list}.`;
  return `<details><summary>${words.length} values</summary>${list}</details>`;
}
