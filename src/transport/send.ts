/** A call: attempts until one is answered, may not be repeated, or the time is up. */
import type { Operation } from '../../generated/tables.ts';
import { type MinFraudError, type Retry } from '../errors.ts';
import { redactCall } from '../redact.ts';
import type { CallSettings, ClientSettings } from '../settings.ts';
import { attempt, type Received } from './attempt.ts';
import { BodyTooLarge } from './body.ts';
import { type Clock, systemClock } from './clock.ts';
import {
  type AttemptFacts,
  deadlineExceeded,
  failureOfAnswer,
  failureOfThrown,
} from './failure.ts';
import { fetchTransport } from './fetch-transport.ts';
import { createObserver, type Observer } from './observe.ts';
import { bodyOf, headersOf, type Prepared, prepareOperation, urlOf } from './prepared.ts';
import { retryDelay } from './retry.ts';
import type { Answer, CallInput, Send, Transport } from './transport.ts';

/** Replaced in tests only. */
export interface SendParts {
  readonly transport?: Transport;
  readonly clock?: Clock;
}

/** The `send` of a client: everything that does not change from call to call is done here. */
export function createSend(client: ClientSettings, parts: SendParts = {}): Send {
  const { transport = fetchTransport(client.fetch), clock = systemClock } = parts;
  const prepared = new Map<Operation, Prepared>();

  return (operation, input) => {
    let ready = prepared.get(operation);
    if (ready === undefined) {
      ready = prepareOperation(client, operation);
      prepared.set(operation, ready);
    }
    const { url } = ready;
    const observed = { operation: operation.id, method: operation.method, url };
    return run({
      client,
      transport,
      clock,
      operation,
      input,
      prepared: ready,
      settings: input.settings ?? client.defaults,
      observer: createObserver(client.hooks, client.log, observed),
    });
  };
}

interface Call {
  readonly client: ClientSettings;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly operation: Operation;
  readonly input: CallInput;
  readonly prepared: Prepared;
  readonly settings: CallSettings;
  readonly observer: Observer | undefined;
}

async function run(call: Call): Promise<Answer> {
  const { clock, operation, input, prepared, observer } = call;
  const { signal, timeout, deadline, maxRetries, headers: extra } = call.settings;
  signal?.throwIfAborted();
  const url = urlOf(prepared, input);
  const body = bodyOf(input);
  const retries: Retry[] = [];
  const started = clock.monotonic();

  for (let number = 1; ; number++) {
    const begun = clock.monotonic();
    const left = deadline === undefined ? Infinity : started + deadline - begun;
    if (left <= 0) {
      // The wait took longer than it was asked to.
      const facts = { url: prepared.url, attempts: number - 1, retries, deadline: deadline ?? 0 };
      const error = deadlineExceeded(facts);
      observer?.answer(number - 1, { durationMs: 0, error, final: true });
      throw error;
    }
    const headers = headersOf(prepared, extra);
    observer?.request(number, headers);
    const request = { operation, url, headers, ...(body === undefined ? {} : { body }) };

    let received: Received | undefined;
    let thrown: unknown;
    try {
      received = await attempt(call.transport, request, Math.min(timeout, left), signal);
    } catch (error) {
      thrown = error;
    }
    const ended = clock.monotonic();
    const answer = received && answerOf(received, prepared.url, number, retries, ended - started);
    const status = received?.status;
    const outcome = { status, body: answer?.bytes, durationMs: ended - begun };
    if (signal?.aborted === true) {
      observer?.answer(number, { ...outcome, error: signal.reason, final: true });
      throw signal.reason;
    }
    if (received && answer && isSuccess(received)) {
      observer?.answer(number, { ...outcome, final: true });
      return answer;
    }

    const facts: AttemptFacts = {
      url: prepared.url,
      attempt: number,
      retries: [...retries],
      redact: redactCall(call.client.credentials, input),
      input,
      timeout,
      deadline: left < timeout ? deadline : undefined,
      now: clock.wall(),
    };
    const failure =
      received && answer
        ? failureOfAnswer(answer, received.body, facts)
        : failureOfThrown(thrown, facts);
    const delay = retryDelay(failure, {
      attempt: number,
      maxRetries,
      repeatable: operation.repeatable,
      remaining: deadline === undefined ? Infinity : started + deadline - ended,
      random: clock.random(),
    });
    const { error } = failure;
    observer?.answer(number, { ...outcome, error, final: delay === undefined });
    if (delay === undefined) throw error;
    observer?.retry(number, error, delay);
    retries.push(retryOf(number, error, delay));
    try {
      await clock.sleep(delay, signal);
    } catch (reason) {
      observer?.answer(number, { durationMs: 0, error: reason, final: true });
      throw reason;
    }
  }
}

function isSuccess({ status, body }: Received): boolean {
  return status >= 200 && status < 300 && !(body instanceof BodyTooLarge);
}

function answerOf(
  { status, headers, body }: Received,
  url: string,
  attempts: number,
  retries: readonly Retry[],
  durationMs: number,
): Answer {
  const bytes = body instanceof BodyTooLarge ? body.start : body;
  return { status, headers, url, bytes, attempts, retries, durationMs };
}

function retryOf(number: number, error: MinFraudError, delay: number): Retry {
  const { code, status } = error;
  return { attempt: number, code, ...(status === undefined ? {} : { status }), delay };
}
