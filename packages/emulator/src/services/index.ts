/** Which code plays which operation. */

import type { Service } from '../accounts.ts';
import type { AuthorizedCall, Call } from '../call.ts';
import type { Reply } from '../reply.ts';
import type { OperationId } from '../wire-types.ts';
import { answerDispositions } from './dispositions.ts';
import { answerByExample } from './generic.ts';
import { answerLegacy, refuseLegacy } from './legacy.ts';
import { answerProxyDetection, refuseProxyDetection } from './proxy-detection.ts';
import { answerReport } from './report.ts';
import { scoring } from './scoring.ts';

/** Takes account and license key from the `Authorization` header, and speaks JSON. */
export interface JsonService {
  readonly kind: 'json';
  /** What the account must be permitted and able to pay. */
  readonly service: Service;
  readonly answer: (call: AuthorizedCall) => Reply;
}

/** Takes the license key from the form, and speaks text. */
export interface TextService {
  readonly kind: 'text';
  readonly answer: (call: Call) => Reply;
  /** The answer to what is no form, or to a caller that takes no text. */
  readonly refuse: (call: Call) => Reply;
}

/** Plays what has no code of its own; open to every account, and free. */
export interface ExampleService {
  readonly kind: 'example';
  readonly answer: (call: Call) => Reply;
}

const legacy: TextService = { kind: 'text', answer: answerLegacy, refuse: refuseLegacy };
const proxyDetection: TextService = {
  kind: 'text',
  answer: answerProxyDetection,
  refuse: refuseProxyDetection,
};

/**
 * An operation that the spec has lost does not compile; one that it has gained is played by its
 * examples until it gets code of its own.
 */
const services: Readonly<Partial<Record<OperationId, JsonService | TextService>>> = {
  score: { kind: 'json', service: 'score', answer: scoring('score') },
  insights: { kind: 'json', service: 'insights', answer: scoring('insights') },
  factors: { kind: 'json', service: 'factors', answer: scoring('factors') },
  reportTransaction: { kind: 'json', service: 'report', answer: answerReport },
  listDispositionUpdates: { kind: 'json', service: 'dispositions', answer: answerDispositions },
  scoreLegacy: legacy,
  scoreLegacyByGet: legacy,
  scoreLegacyAtOldPath: legacy,
  scoreLegacyAtOldPathByGet: legacy,
  detectProxy: proxyDetection,
  detectProxyByGet: proxyDetection,
};

const byExample: ExampleService = { kind: 'example', answer: answerByExample };

/** The service that plays an operation of whatever document the emulator speaks. */
export function serviceOf(operationId: string): JsonService | TextService | ExampleService {
  return Object.hasOwn(services, operationId)
    ? (services[operationId as OperationId] ?? byExample)
    : byExample;
}
