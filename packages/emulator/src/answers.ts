/** Responses made by hand: what a test wants to get for certain requests. */

import type { Factors, Transaction as TransactionModel } from 'minfraud-sdk';
import { matches, merge, type DeepPartial } from './deep.ts';
import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';
import { namedProperties, toModel, toWire } from './model-view.ts';
import { expectNames, expectOneOf, expectPositiveInteger, expectRecord } from './expect.ts';
import type { Schema, Specification } from './specification.ts';
import type { Transaction } from './wire-types.ts';

/** The three services that respond with a score. */
export type ScoringService = 'score' | 'insights' | 'factors';

const SCORING: readonly ScoringService[] = ['score', 'insights', 'factors'];

/** A response for certain transactions; the rest of it is worked out as always. */
export interface MadeAnswer {
  /**
   * The transactions that it is for, as they arrive, in camelCase: every value given here must be
   * there. A string may be a regular expression. Or a function. Default: all.
   */
  readonly when?:
    DeepPattern<TransactionModel> | ((transaction: Readonly<TransactionModel>) => boolean);
  /** The service that it is for. Default: all three. */
  readonly service?: ScoringService;
  /**
   * What the response should hold, in camelCase. Required. Fields that a service does not have are left out of its
   * responses. `undefined` takes a field away. With a `riskScore` and no `disposition`, the account's
   * rules decide by that score.
   */
  readonly reply: DeepPartial<Factors>;
  /** How many times it is given. Default: always. */
  readonly times?: number;
}

/** Like DeepPartial, with regular expressions for strings. */
export type DeepPattern<T> = T extends string
  ? T | RegExp
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [K in keyof T]?: DeepPattern<T[K]> | undefined }
      : T;

/** A made response that was found for a request. */
export interface Made {
  readonly riskScore: number | undefined;
  /** The worked-out response with the made parts in it. */
  readonly applyTo: (response: unknown) => unknown;
}

interface Rule {
  readonly answer: MadeAnswer;
  used: number;
}

/** Finds the response for a request: the first that matches and is not used up. */
export class AnswerPlan {
  readonly #rules: readonly Rule[];
  readonly #spec: Specification;

  constructor(spec: Specification, answers: readonly MadeAnswer[] = []) {
    if (!Array.isArray(answers)) throw new TypeError('answers must be a list');
    (answers as readonly unknown[]).forEach((answer, index) => {
      checkAnswer(answer, `answers[${index}]`, spec);
    });
    this.#spec = spec;
    this.#rules = (answers as readonly MadeAnswer[]).map((answer) => ({ answer, used: 0 }));
  }

  replyTo(service: ScoringService, transaction: Transaction): Made | undefined {
    if (this.#rules.length === 0) return undefined;
    const model = toModel(
      transaction,
      schemaOf(service, 'requestSchema', this.#spec),
      this.#spec,
    ) as TransactionModel;
    const rule = this.#rules.find(({ answer, used }) => {
      if (answer.service !== undefined && answer.service !== service) return false;
      if (used >= (answer.times ?? Infinity)) return false;
      const { when } = answer;
      return typeof when === 'function' ? when(model) : matches(model, when ?? {});
    });
    if (rule === undefined) return undefined;
    rule.used += 1;
    const { reply } = rule.answer;
    const wire = toWire(reply, schemaOf(service, 'responseSchema', this.#spec), this.#spec);
    return { riskScore: reply.riskScore, applyTo: (response) => merge(response, wire) };
  }
}

function schemaOf(
  service: ScoringService,
  of: 'requestSchema' | 'responseSchema',
  spec: Specification,
): Schema | undefined {
  const operation = spec.operations.find(({ operationId }) => operationId === service);
  return operation?.[of] === undefined ? undefined : spec.schema(operation[of]);
}

/** A misspelled name would be a response that never comes, and a test that cannot fail. */
function checkAnswer(answer: unknown, place: string, spec: Specification): void {
  expectRecord(answer, place);
  expectNames(answer, ['when', 'service', 'reply', 'times'], place);
  const { when, service, reply, times } = answer;
  expectOneOf(service, SCORING, `${place}.service`);
  expectPositiveInteger(times, `${place}.times`);
  expectRecord(reply, `${place}.reply`);
  checkNames(reply, schemaOf('factors', 'responseSchema', spec), `${place}.reply`, spec);
  if (when === undefined || typeof when === 'function') return;
  expectRecord(when, `${place}.when`);
  checkNames(when, schemaOf('factors', 'requestSchema', spec), `${place}.when`, spec);
}

/** Every key, at every depth, is a property of its schema; keys of maps are data. */
function checkNames(value: Json, schema: unknown, place: string, spec: Specification): void {
  const found = spec.resolve(schema);
  if (!isRecord(found?.['properties'])) return;
  const properties = namedProperties(found, spec);
  const extra = isRecord(found['x-model-properties']) ? found['x-model-properties'] : {};
  expectNames(value, [...properties.map(({ model }) => model), ...Object.keys(extra)], place);
  for (const { model, schema: child } of properties) {
    const inner = value[model];
    if (isRecord(inner) && !(inner instanceof RegExp)) {
      checkNames(inner, child, `${place}.${model}`, spec);
    } else if (Array.isArray(inner)) {
      inner.forEach((item: unknown, index) => {
        if (isRecord(item)) checkNames(item, child['items'], `${place}.${model}[${index}]`, spec);
      });
    }
  }
}
