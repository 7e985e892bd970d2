/** Edits of the portable document, and what oasdiff has to say of each: the breaks, and nothing else. */

type Json = Record<string, unknown>;

/** As much of the document as the edits touch. */
export interface Editable {
  readonly paths: Json;
  readonly components: { readonly schemas: Record<string, EditableSchema> };
}

interface EditableSchema {
  readonly properties: Record<string, Json>;
  readonly enum: string[];
  readonly required: string[];
  readonly 'x-extensible-enum': string[];
}

export interface Edit {
  /** The name of the file that holds the edited document. */
  readonly name: string;
  readonly make: (document: Editable) => void;
  /** The check of oasdiff that finds it; absent for an edit that breaks nothing. */
  readonly found?: string;
}

export const edits: readonly Edit[] = [
  { name: 'unchanged', make: () => undefined },
  {
    name: 'new-word-of-open-enumeration',
    make: (document) => schema(document, 'WarningCode')['x-extensible-enum'].push('NEW_CODE'),
  },
  {
    name: 'new-word-of-request',
    make: (document) => schema(document, 'EventType').enum.push('gift_card_load'),
  },
  {
    name: 'new-field-of-request',
    make: (document) => {
      schema(document, 'Event').properties['sales_channel'] = { type: 'string' };
    },
  },
  {
    name: 'new-field-of-response',
    make: (document) => {
      schema(document, 'Disposition').properties['rule_position'] = { type: 'integer' };
    },
  },
  {
    name: 'lost-field-of-request',
    make: (document) => {
      delete schema(document, 'Event').properties['shop_id'];
    },
    found: 'request-property-removed',
  },
  {
    name: 'lost-field-of-response',
    make: (document) => {
      delete schema(document, 'Score').properties['risk_score'];
    },
    found: 'response-required-property-removed',
  },
  {
    name: 'lost-word-of-request',
    make: (document) => {
      schema(document, 'EventType').enum.pop();
    },
    found: 'request-property-enum-value-removed',
  },
  {
    name: 'required-field-of-request',
    make: (document) => schema(document, 'TransactionReport').required.push('notes'),
    found: 'request-property-became-required',
  },
  {
    name: 'optional-field-of-response',
    make: (document) => {
      schema(document, 'Score').required.splice(0, 1);
    },
    found: 'response-property-became-optional',
  },
  {
    name: 'shorter-field-of-request',
    make: (document) => {
      Object.assign(schema(document, 'Event').properties['shop_id'] ?? {}, { maxLength: 10 });
    },
    found: 'request-property-max-length-decreased',
  },
  {
    name: 'other-type-of-response',
    make: (document) => {
      schema(document, 'Score').properties['risk_score'] = { type: 'string' };
    },
    found: 'response-property-type-changed',
  },
  {
    name: 'lost-operation',
    make: ({ paths }) => {
      delete paths['/minfraud/v2.0/score'];
    },
    found: 'api-path-removed-without-deprecation',
  },
];

function schema({ components }: Editable, name: string): EditableSchema {
  const found = components.schemas[name];
  if (found === undefined) throw new Error(`There is no schema ${name}.`);
  return found;
}
