/** Results as the client returns them, for tests that need no server at all. */

import type { Factors, Insights, Score } from 'minfraud-sdk';
import { merge, type DeepPartial } from './deep.ts';
import { exampleResponse } from './examples.ts';
import { toModel } from './model-view.ts';
import { shippedSpec } from './specification.ts';

/**
 * A result of `client.score()`: the spec's example, with these values put in at any depth.
 *
 * @example
 * const risky = scoreFixture({ riskScore: 87.2 });
 */
export function scoreFixture(overrides: DeepPartial<Score> = {}): Score {
  return fixture('score', overrides) as Score;
}

/**
 * A result of `client.insights()`, every part of it filled in. Lists are replaced as a whole.
 *
 * @example
 * const abroad = insightsFixture({ ipAddress: { country: { isoCode: 'FR' } } });
 */
export function insightsFixture(overrides: DeepPartial<Insights> = {}): Insights {
  return fixture('insights', overrides) as Insights;
}

/**
 * A result of `client.factors()`, every part of it filled in. `undefined` takes a part away.
 *
 * @example
 * const withoutCard = factorsFixture({ creditCard: undefined });
 */
export function factorsFixture(overrides: DeepPartial<Factors> = {}): Factors {
  return fixture('factors', overrides) as Factors;
}

function fixture(operationId: string, overrides: object): unknown {
  const spec = shippedSpec();
  const operation = spec.operations.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error(`the spec has no operation ${operationId}`);
  const wire = exampleResponse(operation, spec);
  return merge(toModel(wire, spec.schema(operation.responseSchema ?? ''), spec), overrides);
}
