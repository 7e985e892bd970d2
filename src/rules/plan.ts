/** Prepares a generated table for the encoder: what each field needs, worked out once, not a call. */
import { type RequestTable, type Rule, type StringRule } from '../../generated/tables.ts';
import { formats } from './formats.ts';
import { mayHoldSurrogates, type QuickYes, quickYes } from './quick-yes.ts';

/** One rule, flattened: every step has every member, so that the engine sees one shape. */
export interface Step {
  readonly kind: Rule['kind'];
  readonly rule: Rule;
  readonly nullable: boolean;
  /** Least and most of a number, or of a text's length, or of what a list or map holds. */
  readonly least: number;
  readonly most: number;
  /** What a number has to be above and below; never infinite, then, and never NaN. */
  readonly above: number;
  readonly below: number;
  readonly text: TextPlan;
  /** Of a union: its members. */
  readonly members: readonly Step[];
  /** Of a list or a map: what its values are. */
  readonly values: Step | undefined;
  /** Of a map. */
  readonly keys: Step | undefined;
  readonly plan: Plan | undefined;
}

/** What a text has to pass beside its length. */
export interface TextPlan {
  /** What says yes to most right texts at once; undefined where a look at the characters cannot. */
  readonly quick: QuickYes | undefined;
  readonly pattern: RegExp | undefined;
  readonly format: ((text: string) => boolean) | undefined;
  readonly words: ReadonlySet<string> | undefined;
  /** Whether a text that passes all that may hold half a surrogate pair. */
  readonly unicode: boolean;
  /** Whether only NUL and newline are barred. */
  readonly free: boolean;
  /** Whether a `Date` will do. */
  readonly isTime: boolean;
}

/** One field of an object. */
export interface Field {
  readonly model: string;
  readonly wire: string;
  /** Never travels; something else is made of it. */
  readonly modelOnly: boolean;
  readonly step: Step;
}

/** One object. */
export interface Plan {
  readonly table: RequestTable;
  readonly fields: ReadonlyMap<string, Field>;
  /** Whether anything has to be there. */
  readonly demands: boolean;
  /**
   * The fields in the order in which the last object held them. A program builds its requests in one
   * place, so the next object mostly has the same order, and comparing beats looking up.
   */
  readonly order: (Field | undefined)[];
}

const plans = new WeakMap<RequestTable, Plan>();

/** The plan of a table, made at its first use. */
export function planOf(table: RequestTable): Plan {
  let plan = plans.get(table);
  if (plan === undefined) {
    const { minProperties, required, requireAnyOf } = table;
    const demands = (minProperties ?? required ?? requireAnyOf) !== undefined;
    plan = { table, fields: fieldsOf(table), demands, order: [] };
    plans.set(table, plan);
  }
  return plan;
}

function fieldsOf(table: RequestTable): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [model, [wire, rule]] of Object.entries(table.fields)) {
    fields.set(model, { model, wire, modelOnly: false, step: stepOf(rule) });
  }
  for (const [model, rule] of Object.entries(table.modelOnly ?? {})) {
    fields.set(model, { model, wire: model, modelOnly: true, step: stepOf(rule) });
  }
  return fields;
}

function stepOf(rule: Rule): Step {
  const parts = partsOf(rule);
  // One literal for all, not a spread: steps of one hidden class keep the encoder's loads fast.
  return {
    kind: rule.kind,
    rule,
    nullable: 'nullable' in rule && rule.nullable,
    least: parts.least ?? -Infinity,
    most: parts.most ?? Infinity,
    above: parts.above ?? -Infinity,
    below: parts.below ?? Infinity,
    text: parts.text ?? noText,
    members: parts.members ?? [],
    values: parts.values,
    keys: parts.keys,
    plan: parts.plan,
  };
}

function partsOf(rule: Rule): Partial<Step> {
  switch (rule.kind) {
    case 'string':
      return {
        least: rule.minLength ?? 0,
        most: rule.maxLength ?? Infinity,
        text: textPlanOf(rule),
      };
    case 'number':
    case 'integer':
      return {
        least: rule.minimum ?? -Infinity,
        most: rule.maximum ?? Infinity,
        above: rule.exclusiveMinimum ?? -Infinity,
        below: rule.exclusiveMaximum ?? Infinity,
      };
    case 'boolean':
      return {};
    case 'union':
      return { members: rule.of.map(stepOf) };
    case 'list':
      return {
        least: rule.minItems ?? 0,
        most: rule.maxItems ?? Infinity,
        values: stepOf(rule.items),
      };
    case 'map':
      return {
        least: rule.minProperties ?? 0,
        most: rule.maxProperties ?? Infinity,
        values: stepOf(rule.values),
        keys: rule.keys && stepOf(rule.keys),
      };
    case 'request':
      return { plan: planOf(rule) };
    case 'response':
      throw new TypeError(`${rule.name} is the table of an answer, not of a request`);
  }
}

const noText: TextPlan = textPlanOf({ kind: 'string' });

function textPlanOf(rule: StringRule): TextPlan {
  const { pattern, format = '' } = rule;
  return {
    quick: format === '' && rule.enum === undefined ? quickYes(rule) : undefined,
    pattern,
    format: Object.hasOwn(formats, format) ? formats[format] : undefined,
    words: rule.enum && rule.open !== true ? new Set(rule.enum) : undefined,
    unicode: pattern === undefined ? format === '' : mayHoldSurrogates(pattern),
    free: pattern?.source === '^[^\\x00\\n]*$',
    isTime: format === 'date-time',
  };
}
