/** Which code plays which operation. */

import type { Service } from '../accounts.ts';
import type { AuthorizedCall, Call } from '../call.ts';
import type { Reply } from '../reply.ts';
import type { OperationId } from '../wire-types.ts';
import { handleDispositions } from './dispositions.ts';
import { handleByExample } from './generic.ts';
import { handleLegacy, refuseLegacy } from './legacy.ts';
import { handleProxyDetection, refuseProxyDetection } from './proxy-detection.ts';
import { handleReport } from './report.ts';
import { scoring } from './scoring.ts';

/** Takes account and license key from the `Authorization` header, and speaks JSON. */
export interface JsonService {
  readonly kind: 'json';
  /** What the account must be permitted and able to pay. */
  readonly service: Service;
  readonly handle: (call: AuthorizedCall) => Reply;
}

/** Takes the license key from the form, and speaks text. */
export interface TextService {
  readonly kind: 'text';
  readonly handle: (call: Call) => Reply;
  /** The response to what is no form, or to a caller that takes no text. */
  readonly refuse: (call: Call) => Reply;
}

/** Plays what has no code of its own; open to every account, and free. */
export interface ExampleService {
  readonly kind: 'example';
  readonly handle: (call: Call) => Reply;
}

const legacy: TextService = { kind: 'text', handle: handleLegacy, refuse: refuseLegacy };
const proxyDetection: TextService = {
  kind: 'text',
  handle: handleProxyDetection,
  refuse: refuseProxyDetection,
};

/**
 * An operation that the spec has lost does not compile; one that it has gained is played by its
 * examples until it gets code of its own.
 */
const services: Readonly<Partial<Record<OperationId, JsonService | TextService>>> = {
  score: { kind: 'json', service: 'score', handle: scoring('score') },
  insights: { kind: 'json', service: 'insights', handle: scoring('insights') },
  factors: { kind: 'json', service: 'factors', handle: scoring('factors') },
  reportTransaction: { kind: 'json', service: 'report', handle: handleReport },
  listDispositionUpdates: { kind: 'json', service: 'dispositions', handle: handleDispositions },
  scoreLegacy: legacy,
  scoreLegacyByGet: legacy,
  scoreLegacyAtOldPath: legacy,
  scoreLegacyAtOldPathByGet: legacy,
  detectProxy: proxyDetection,
  detectProxyByGet: proxyDetection,
};

const byExample: ExampleService = { kind: 'example', handle: handleByExample };

/** The service that plays an operation of whatever document the emulator speaks. */
export function serviceOf(operationId: string): JsonService | TextService | ExampleService {
  return Object.hasOwn(services, operationId)
    ? (services[operationId as OperationId] ?? byExample)
    : byExample;
}
