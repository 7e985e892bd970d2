/** The list of manual changes of dispositions. */

import type { AuthorizedCall } from '../call.ts';
import { readTimestamp } from '../disposition-log.ts';
import { complete } from '../examples.ts';
import { errorReply, fullMediaType, jsonReply, type Reply } from '../reply.ts';

const TYPE = fullMediaType('application/vnd.maxmind.com-disposition-updates+json');

export function handleDispositions({ query, world, operation }: AuthorizedCall): Reply {
  const known = new Set(['updates_after', ...operation.queryParameters.keys()]);
  const unknown = [...query.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) {
    return refusal('PARAMETER_UNKNOWN', `This endpoint has no parameter ${unknown}`);
  }
  const after = query.get('updates_after');
  if (!after) return refusal('UPDATES_AFTER_REQUIRED', 'The parameter updates_after is missing');
  const micros = readTimestamp(after);
  if (micros === undefined) {
    return refusal('TIMESTAMP_INVALID', 'The parameter updates_after must be in RFC 3339 format');
  }
  const page = world.dispositions.page(micros);
  complete(page, world.specification.schema(operation.responseSchema ?? ''), world.specification);
  return jsonReply(200, TYPE, page);
}

function refusal(code: string, error: string): Reply {
  return errorReply(400, code, error, '1.0');
}
