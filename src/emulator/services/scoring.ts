/** minFraud Score, Insights and Factors. */

import { assess, type Tier } from '../assessment.ts';
import { readJsonObject, type AuthorizedCall } from '../call.ts';
import { checkTransaction } from '../input-check.ts';
import { errorReply, fullMediaType, jsonReply, type Reply } from '../reply.ts';

export function answerScoring(call: AuthorizedCall): Reply {
  const tier = call.operation.operationId as Tier;
  const { book, world } = call;
  const body = readJsonObject(call.text);
  if (body === undefined) {
    return errorReply(
      400,
      'JSON_INVALID',
      'The request body could not be decoded as a JSON object',
    );
  }
  const { transaction, warnings } = checkTransaction(body);
  if (transaction === undefined) {
    return errorReply(400, 'REQUEST_INVALID', 'The request body contains no valid input values');
  }
  book.pay(tier);
  const answer = assess(tier, transaction, {
    seed: world.seed,
    occasion: String(world.occasion(`${tier} ${call.text}`)),
    now: world.clock(),
    rules: book.rules,
    fundsRemaining: book.fundsRemaining,
    queriesRemaining: book.queriesRemaining(tier),
    warnings,
  });
  const type = fullMediaType(`application/vnd.maxmind.com-minfraud-${tier}+json`);
  return { ...jsonReply(200, type, answer), billed: true };
}
