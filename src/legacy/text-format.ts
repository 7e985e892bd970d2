/** Responses in `name=value` text, as the legacy services write them. */
import type { ReadResult, ResponseFormat } from '../call/call.ts';
import type { ErrorFacts } from '../failure/service-error.ts';
import type { AnyOperation } from '../operation.ts';
import { RESPONSE_NOT_A_RESULT } from '../response/proof.ts';
import type { ReadResponse } from '../response/read-response.ts';
import { decodeLatin1 } from './latin1.ts';
import { type Reading, RESPONSE_NOT_RECORD, type TextReader, textReader } from './reading.ts';

export const textFormat: ResponseFormat = {
  readResult({ payload }: ReadResponse, operation: AnyOperation): ReadResult {
    const reading = read(payload, operation);
    switch (reading.kind) {
      case 'result':
        return { kind: 'result', result: reading.result, text: decodeLatin1(payload) };
      case 'error':
        // Until 2026-06-30 errors came with status 200.
        return { kind: 'error', facts: { code: reading.code } };
      case 'no result': {
        const problem = `is not a result of minFraud (${reading.problem})`;
        return { kind: 'unusable', code: RESPONSE_NOT_A_RESULT, problem };
      }
      case 'unreadable': {
        const problem = `is not a response of minFraud (${reading.problem})`;
        return { kind: 'unusable', code: RESPONSE_NOT_RECORD, problem };
      }
    }
  },

  readError(
    { payload, headers, status }: ReadResponse,
    operation: AnyOperation,
  ): ErrorFacts | undefined {
    const reading = read(payload, operation);
    if (reading.kind === 'error') return { code: reading.code };
    // Since 2026-06-30 the status alone is documented. A page is not the service's.
    const isPage = /\bhtml\b/i.test(headers.get('content-type') ?? '') || isHtml(payload);
    return !isPage && documentedStatuses.has(status) ? {} : undefined;
  },
};

/** Made once for each operation: a table has up to fifty fields. */
const readers = new WeakMap<AnyOperation, TextReader>();

function read(bytes: Uint8Array, operation: AnyOperation): Reading {
  let reader = readers.get(operation);
  if (reader === undefined) readers.set(operation, (reader = textReader(operation)));
  return reader(bytes);
}

const documentedStatuses: ReadonlySet<number> = new Set([400, 401, 402, 403]);

function isHtml(payload: Uint8Array): boolean {
  return /^\s*</.test(decodeLatin1(payload.subarray(0, 200)));
}
