/** Prepares a generated table for the encoder: what each field needs, worked out once, not a call. */
import type { ObjectRule, Rule, RuleFlags, StringRule } from '../operation.ts';
import { formats } from './formats.ts';

/** One rule, flattened: every checked rule has every member, so that the engine sees one shape. */
export interface CheckedRule {
  readonly kind: Rule['kind'];
  readonly nullable: boolean;
  readonly invalid: 'drop' | 'shorten' | 'throw';
  readonly advice: string | undefined;
  readonly mend: RuleFlags['mend'];
  readonly leadingZeros: boolean;
  /** Least and most of a number, or of a string's length, or of what a list or map holds. */
  readonly least: number;
  readonly most: number;
  /** What a number must be above and below; never infinite, then, and never NaN. */
  readonly above: number;
  readonly below: number;
  readonly string: StringCheck;
  /** Of a union: its members. */
  readonly members: readonly CheckedRule[];
  /** Of a list or a map: what its values are. */
  readonly values: CheckedRule | undefined;
  /** Of a map. */
  readonly keys: CheckedRule | undefined;
  readonly plan: Plan | undefined;
}

/** What a string must pass in addition to its length. */
export interface StringCheck {
  readonly pattern: RegExp | undefined;
  readonly format: ((text: string) => boolean) | undefined;
  readonly values: ReadonlySet<string> | undefined;
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
  /** Whether anything is required. */
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
    mend: flags.mend ?? mendOf(rule),
    leadingZeros: flags.leadingZeros ?? false,
    least: parts.least ?? -Infinity,
    most: parts.most ?? Infinity,
    above: parts.above ?? -Infinity,
    below: parts.below ?? Infinity,
    string: parts.string ?? anyString,
    members: parts.members ?? [],
    values: parts.values,
    keys: parts.keys,
    plan: parts.plan,
  };
}

/** White space at their ends is part of no listed value and of no IP address. */
function mendOf(rule: Rule): RuleFlags['mend'] {
  if (rule.kind === 'union') return rule.of.map(mendOf).find((mend) => mend !== undefined);
  if (rule.kind !== 'string') return undefined;
  const isListed = rule.enum !== undefined && rule.open !== true;
  return isListed || /^ipv[46]$/.test(rule.format ?? '') ? 'space' : undefined;
}

function partsOf(rule: Rule): Partial<CheckedRule> {
  switch (rule.kind) {
    case 'string':
      return {
        least: rule.minLength ?? 0,
        most: rule.maxLength ?? Infinity,
        string: stringCheck(rule),
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

const anyString: StringCheck = stringCheck({ kind: 'string' });

function stringCheck(rule: StringRule): StringCheck {
  const { pattern, format = '', enum: values, open, acceptsUrl, freeText, hint } = rule;
  return {
    pattern,
    format: Object.hasOwn(formats, format) ? formats[format] : undefined,
    values: values && open !== true ? new Set(values) : undefined,
    free: freeText === true,
    isCountry: hint === 'country-code',
    isTime: format === 'date-time',
    isUrl: acceptsUrl === true,
  };
}
