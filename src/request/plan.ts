/** Prepares a generated table for the encoder: what each field needs, worked out once, not a call. */
import type { ObjectRule, Rule, RuleFlags, StringRule } from '../operation.ts';
import { formats } from './formats.ts';

/** One rule, flattened: every checked rule has every member, so that the engine sees one shape. */
export interface CheckedRule {
  readonly kind: Rule['kind'];
  readonly nullable: boolean;
  readonly invalid: 'drop' | 'shorten' | 'throw';
  readonly advice: string | undefined;
  /** Least and most of a number, or of a text's length, or of what a list or map holds. */
  readonly least: number;
  readonly most: number;
  /** What a number has to be above and below; never infinite, then, and never NaN. */
  readonly above: number;
  readonly below: number;
  readonly text: TextRule;
  /** Of a union: its members. */
  readonly members: readonly CheckedRule[];
  /** Of a list or a map: what its values are. */
  readonly values: CheckedRule | undefined;
  /** Of a map. */
  readonly keys: CheckedRule | undefined;
  readonly plan: Plan | undefined;
}

/** What a text has to pass in addition to its length. */
export interface TextRule {
  readonly pattern: RegExp | undefined;
  readonly format: ((text: string) => boolean) | undefined;
  readonly words: ReadonlySet<string> | undefined;
  /** Whether only NUL and newline are barred. */
  readonly free: boolean;
  /** Whether a country's code may be suggested for its name. */
  readonly isCountry: boolean;
  /** Whether a `Date` will do, or a `URL`. */
  readonly isTime: boolean;
  readonly isUrl: boolean;
}

/** One field of an object. */
export interface Field {
  readonly model: string;
  readonly wire: string;
  /** Never sent; something else is made of it. */
  readonly modelOnly: boolean;
  readonly rule: CheckedRule;
}

/** One object. */
export interface Plan {
  readonly table: ObjectRule;
  readonly fields: ReadonlyMap<string, Field>;
  /** Whether anything has to be there. */
  readonly demands: boolean;
  /** Whether all names on the wire are in snake_case. */
  readonly isSnakeCase: boolean;
}

const plans = new WeakMap<ObjectRule, Plan>();

/** The plan of a table, made at its first use. */
export function planOf(table: ObjectRule): Plan {
  let plan = plans.get(table);
  if (plan === undefined) {
    const { minProperties, required, requireAnyOf } = table;
    const demands = (minProperties ?? required ?? requireAnyOf) !== undefined;
    const fields = fieldsOf(table);
    const isSnakeCase = [...fields.values()].every(({ wire }) => !/[A-Z]/.test(wire));
    plan = { table, fields, demands, isSnakeCase };
    plans.set(table, plan);
  }
  return plan;
}

function fieldsOf(table: ObjectRule): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [model, [wire, rule]] of Object.entries(table.fields)) {
    fields.set(model, { model, wire, modelOnly: false, rule: checkedRule(rule) });
  }
  for (const [model, rule] of Object.entries(table.modelOnly ?? {})) {
    fields.set(model, { model, wire: model, modelOnly: true, rule: checkedRule(rule) });
  }
  return fields;
}

function checkedRule(rule: Rule): CheckedRule {
  const parts = partsOf(rule);
  const flags: Partial<RuleFlags> = rule.kind === 'request' ? {} : rule;
  // One literal for all, not a spread: rules of one hidden class keep the encoder's loads fast.
  return {
    kind: rule.kind,
    nullable: flags.nullable ?? false,
    invalid: flags.invalid ?? 'drop',
    advice: flags.advice,
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

function partsOf(rule: Rule): Partial<CheckedRule> {
  switch (rule.kind) {
    case 'string':
      return {
        least: rule.minLength ?? 0,
        most: rule.maxLength ?? Infinity,
        text: textRule(rule),
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
      return { members: rule.of.map(checkedRule) };
    case 'list':
      return {
        least: rule.minItems ?? 0,
        most: rule.maxItems ?? Infinity,
        values: checkedRule(rule.items),
      };
    case 'map':
      return {
        least: rule.minProperties ?? 0,
        most: rule.maxProperties ?? Infinity,
        values: checkedRule(rule.values),
        keys: rule.keys && checkedRule(rule.keys),
      };
    case 'request':
      return { plan: planOf(rule) };
  }
}

const noText: TextRule = textRule({ kind: 'string' });

function textRule(rule: StringRule): TextRule {
  const { pattern, format = '', enum: words, open, acceptsUrl, freeText, hint } = rule;
  return {
    pattern,
    format: Object.hasOwn(formats, format) ? formats[format] : undefined,
    words: words && open !== true ? new Set(words) : undefined,
    free: freeText === true,
    isCountry: hint === 'country-code',
    isTime: format === 'date-time',
    isUrl: acceptsUrl === true,
  };
}
