/** The types at the head of generated/tables.ts: what a table can say. */

export const tableTypes = `/** How a value of a request is checked. */
export type Rule =
  | StringRule
  | NumberRule
  | BooleanRule
  | ListRule
  | MapRule
  | UnionRule
  | RequestTable
  | ResponseTable;

export interface StringRule {
  readonly kind: 'string';
  /** In code points, as JSON Schema counts. */
  readonly minLength?: number;
  /** In code points, as JSON Schema counts. */
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly format?: string;
  readonly enum?: readonly string[];
  /** The words of \`enum\` are the known ones; others are right too. */
  readonly open?: true;
  /** The value never appears in a log, an issue or an error. */
  readonly sensitive?: true;
  readonly nullable?: true;
}

export interface NumberRule {
  readonly kind: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly sensitive?: true;
  readonly nullable?: true;
}

export interface BooleanRule {
  readonly kind: 'boolean';
  readonly sensitive?: true;
  readonly nullable?: true;
}

export interface ListRule {
  readonly kind: 'list';
  readonly items: Rule;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly sensitive?: true;
  readonly nullable?: true;
}

/** An object whose keys are data: they are checked, never renamed. */
export interface MapRule {
  readonly kind: 'map';
  readonly keys?: StringRule;
  readonly values: Rule;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly sensitive?: true;
  readonly nullable?: true;
}

/** The value follows one rule at least. */
export interface UnionRule {
  readonly kind: 'union';
  readonly of: readonly Rule[];
  readonly sensitive?: true;
  readonly nullable?: true;
}

/** An object of a request, by model name. */
export interface RequestTable {
  readonly kind: 'request';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly [wire: string, rule: Rule]>>;
  /** Inputs that never travel: something else is made of them. */
  readonly modelOnly?: Readonly<Record<string, Rule>>;
  /** Model names. */
  readonly required?: readonly string[];
  /** Model names of which one at least has to be there. */
  readonly requireAnyOf?: readonly string[];
  readonly minProperties?: number;
}

/** An object of an answer, by wire name: only fields that change their name or have to be walked. */
export interface ResponseTable {
  readonly kind: 'response';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<
    Record<string, readonly [model: string, child?: ResponseTable | ListRule | MapRule]>
  >;
  /** Model names of lists, which are empty when the service sends none. */
  readonly lists?: readonly string[];
  /** \`name\` is chosen from \`names\`. */
  readonly localized?: true;
  /** Of a query string: what a text is to be read as, by model name; the rest are strings. */
  readonly types?: Readonly<Record<string, 'number' | 'integer' | 'boolean'>>;
}

/** A \`k=v\` text answer, by wire name. \`since\` is the first API version that sends the field. */
export interface TextRecordTable {
  readonly kind: 'text-record';
  /** The component in the spec. */
  readonly name: string;
  readonly fields: Readonly<
    Record<
      string,
      readonly [
        model: string,
        type: 'string' | 'number' | 'integer' | 'boolean' | 'yesno',
        since?: string,
      ]
    >
  >;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The media type to ask for. */
  readonly accept: string;
  /** It may be sent again after it was sent once and the answer was lost. */
  readonly repeatable: boolean;
  /** Basic credentials, or the licence key among the form's fields. */
  readonly auth: 'basic' | 'form';
}
`;
