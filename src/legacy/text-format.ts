/** Responses in `name=value` text, as the legacy services write them. */
import type { ReadResult, ResponseFormat } from '../call/call.ts';
import type { ErrorFacts } from '../failure/service-error.ts';
import type { AnyOperation } from '../operation.ts';
import type { ReadResponse } from '../response/read-response.ts';
import { decodeLatin1 } from './latin1.ts';
import { RESPONSE_NOT_RECORD, type Reading, readLegacy, readProxy } from './parse.ts';

export const textFormat: ResponseFormat = {
  readResult({ payload }: ReadResponse, operation: AnyOperation): ReadResult {
    const reading = read(payload, operation);
    switch (reading.kind) {
      case 'result':
        return { kind: 'result', result: reading.result, text: decodeLatin1(payload) };
      case 'error':
        // Until 2026-06-30 errors came with status 200.
        return { kind: 'error', facts: { code: reading.code } };
      case 'unreadable': {
        const problem = `is not an answer of the service (${reading.problem})`;
        return { kind: 'unusable', code: RESPONSE_NOT_RECORD, problem };
      }
    }
  },

  readError({ payload }: ReadResponse, operation: AnyOperation): ErrorFacts | undefined {
    const reading = read(payload, operation);
    return reading.kind === 'error' ? { code: reading.code } : undefined;
  },
};

function read(bytes: Uint8Array, { response }: AnyOperation): Reading<object> {
  return response?.name === 'ProxyDetectionResult' ? readProxy(bytes) : readLegacy(bytes);
}
