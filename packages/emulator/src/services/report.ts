/** Report Transaction: checks a report as documented, one code for each thing that can be wrong. */

import type { AuthorizedCall } from '../call.ts';
import { isReserved, readAddress } from '../geo/addresses.ts';
import { readJsonObject, type Json } from '../json.ts';
import { emptyReply, errorReply, type Reply } from '../reply.ts';
import type { Specification } from '../specification.ts';
import type { TransactionReport } from '../wire-types.ts';

const IDENTIFIERS = ['ip_address', 'maxmind_id', 'minfraud_id', 'transaction_id'];

/**
 * Which code the service gives to a field that breaks the spec's rules. The page documents none for
 * `transaction_id` and `chargeback_code`, so these are taken as they are.
 */
const INVALID: Readonly<Record<string, string>> = {
  tag: 'TAG_INVALID',
  ip_address: 'IP_ADDRESS_INVALID',
  maxmind_id: 'MAXMIND_ID_INVALID',
  minfraud_id: 'MINFRAUD_ID_INVALID',
  notes: 'NOTES_INVALID',
};

export function handleReport({ text, operation, world, book }: AuthorizedCall): Reply {
  const report = readJsonObject(text);
  if (report === undefined) return refusal('JSON_INVALID', 'The JSON could not be parsed');
  const schema = operation.requestSchema ?? 'TransactionReport';
  const refused = check(report, schema, world.specification);
  if (refused !== undefined) return refused;
  world.history?.report(book.account.accountId, report as TransactionReport);
  return emptyReply(204);
}

function refusal(code: string, error: string): Reply {
  return errorReply(400, code, error);
}

function check(report: Json, schema: string, specification: Specification): Reply | undefined {
  const known = new Set(specification.propertiesOf(schema).map(([name]) => name));
  const unknown = Object.keys(report).find((name) => !known.has(name));
  if (unknown !== undefined) return refusal('PARAMETER_UNKNOWN', `Unknown parameter: ${unknown}`);
  if (!('tag' in report)) return refusal('TAG_REQUIRED', 'The request does not include a tag');
  if (IDENTIFIERS.every((name) => !(name in report))) {
    return refusal(
      'TRANSACTION_ID_REQUIRED',
      `The request must include ${IDENTIFIERS.join(' or ')}`,
    );
  }
  const validate = specification.validator(schema);
  validate(report);
  for (const { instancePath } of validate.errors ?? []) {
    const field = instancePath.split('/')[1] ?? '';
    const code = INVALID[field];
    if (code !== undefined) return refusal(code, `The value of ${field} is not valid`);
  }
  const { ip_address: written } = report as TransactionReport;
  const address = written === undefined ? undefined : readAddress(written);
  if (address !== undefined && isReserved(address)) {
    return refusal('IP_ADDRESS_RESERVED', 'The IP address belongs to a reserved range');
  }
  return undefined;
}
