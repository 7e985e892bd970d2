/** minFraud Score, Insights and Factors. */

import { assess, type Tier } from '../assessment.ts';
import type { AuthorizedCall } from '../call.ts';
import { complete } from '../examples.ts';
import { checkTransaction } from '../input-check.ts';
import { readJsonObject } from '../json.ts';
import { errorReply, fullMediaType, jsonReply, type Reply } from '../reply.ts';

/** The service of one tier. */
export function scoring(tier: Tier): (call: AuthorizedCall) => Reply {
  return (call) => handleScoring(tier, call);
}

function handleScoring(tier: Tier, { book, world, operation, text }: AuthorizedCall): Reply {
  const body = readJsonObject(text);
  if (body === undefined) {
    return errorReply(
      400,
      'JSON_INVALID',
      'The request body could not be decoded as a JSON object',
    );
  }
  const spec = world.specification;
  const validate = spec.validator(operation.requestSchema ?? 'Transaction');
  const { transaction, warnings } = checkTransaction(body, validate);
  if (transaction === undefined) {
    return errorReply(400, 'REQUEST_INVALID', 'The request body contains no valid input values');
  }
  book.pay(tier);
  const now = world.clock();
  const { accountId } = book.account;
  const made = world.answers.replyTo(tier, transaction);
  const response = assess(tier, transaction, {
    seed: world.seed,
    occasion: String(world.occasion(`${tier} ${JSON.stringify(transaction)}`)),
    now,
    rules: book.rules,
    fundsRemaining: book.fundsRemaining,
    queriesRemaining: book.queriesRemaining(tier),
    warnings,
    past: world.history?.recall(accountId, transaction, now),
    riskScore: made?.riskScore,
  });
  world.history?.remember(accountId, response.id, transaction, now);
  complete(response, spec.schema(operation.responseSchema ?? ''), spec);
  const type = fullMediaType(`application/vnd.maxmind.com-minfraud-${tier}+json`);
  return { ...jsonReply(200, type, made?.applyTo(response) ?? response), billed: true };
}
