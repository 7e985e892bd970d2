/** Tells hooks and the log what happens to a call. Neither can change or break it. */
import { MinFraudError } from '../errors.ts';
import { once } from '../formats/once.ts';
import { type CallEvent, type Hooks, runCallback } from '../options/hooks.ts';
import { reservedHeader } from '../options/headers.ts';
import type { Log } from '../options/log.ts';

/** One call, as hooks and the log are told of it. */
export interface Observed {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly context: unknown;
}

/** Told of each step by the loop of a call. */
export interface Observer {
  request(attempt: number, headers: Record<string, string>): void;
  response(attempt: number, outcome: Outcome): void;
  retry(attempt: number, error: MinFraudError, delay: number): void;
}

/** How an attempt ended. */
export interface Outcome {
  readonly status?: number | undefined;
  readonly durationMs: number;
  readonly body?: Uint8Array | undefined;
  readonly error?: unknown;
  readonly final: boolean;
}

/** `undefined` without hooks, subscribers and log, so that a call spends nothing on them. */
export function createObserver(
  hooks: Hooks,
  log: Log | undefined,
  { context, ...observed }: Observed,
): Observer | undefined {
  const watchers = [hooks, publishingHooks()].filter((watcher) => watches(watcher));
  if (log === undefined && watchers.length === 0) return undefined;
  const call = {};
  const event = (attempt: number): CallEvent => ({
    call,
    ...observed,
    attempt,
    ...(context === undefined ? {} : { context }),
  });
  /** Each watcher gets an event of its own, and what one throws does not keep the next from hearing. */
  const tell = (hook: string, told: (watcher: Hooks) => unknown): void => {
    const { operation } = observed;
    for (const watcher of watchers) {
      // What it threw may hold anything, so the log is only told that it did.
      const failed = () => log?.('warn', `the hook ${hook} threw or rejected`, { operation });
      runCallback(() => told(watcher), failed);
    }
  };

  return {
    request(attempt, headers) {
      tell('onRequest', ({ onRequest }) =>
        onRequest?.({
          ...event(attempt),
          setHeader: (name, value) => {
            if (!reservedHeader(name)) {
              new Headers([[name, value]]); // Throws on what HTTP does not allow.
              headers[name.toLowerCase()] = value;
            }
          },
        }),
      );
      log?.('debug', 'request', { ...observed, attempt });
    },
    response(attempt, outcome) {
      const { error, body } = outcome;
      const facts = factsOf(outcome);
      tell('onResponse', ({ onResponse }) =>
        onResponse?.({
          ...event(attempt),
          ...facts,
          ...(body === undefined ? {} : { json: () => parsed(body) }),
          ...(error === undefined ? {} : { error }),
        }),
      );
      const fields = { ...observed, attempt, ...facts, ...describe(error) };
      if (error === undefined) log?.('debug', 'response', fields);
      else if (outcome.final) log?.('error', 'failed', fields);
    },
    retry(attempt, error, delay) {
      tell('onRetry', ({ onRetry }) => onRetry?.({ ...event(attempt), error, delay }));
      log?.('warn', 'retry', { ...observed, attempt, delay, ...describe(error) });
    },
  };
}

function watches(hooks: Hooks | undefined): hooks is Hooks {
  return Boolean(hooks?.onRequest ?? hooks?.onResponse ?? hooks?.onRetry);
}

function factsOf({ status, body, durationMs, final }: Outcome): {
  readonly status?: number;
  readonly bodyBytes?: number;
  readonly durationMs: number;
  readonly final: boolean;
} {
  return {
    durationMs,
    final,
    ...(status === undefined ? {} : { status }),
    ...(body === undefined ? {} : { bodyBytes: body.byteLength }),
  };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** Not the error itself: loggers print causes and whatever hangs on them. */
function describe(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  // The caller's abort reason may be anything, and is not ours to print.
  if (!MinFraudError.is(error)) return { error: 'aborted' };
  return { error: error.name, code: error.code, message: error.message };
}

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

interface DiagnosticsChannel {
  channel(name: string): Channel;
}

/** Hooks that publish. `undefined` while no channel has a subscriber, so that a call spends nothing on it. */
function publishingHooks(): Hooks | undefined {
  const known = channels();
  if (known?.some(({ hasSubscribers }) => hasSubscribers) !== true) return undefined;
  const [request, response, retry] = known;
  return {
    onRequest: (event) => request.publish(event),
    onResponse: (event) => response.publish(event),
    onRetry: (event) => retry.publish(event),
  };
}

/** Not imported: the core also runs where there is nothing from Node. */
const channels = /* @__PURE__ */ once((): readonly [Channel, Channel, Channel] | undefined => {
  try {
    const { process } = globalThis as { process?: { getBuiltinModule?(id: string): unknown } };
    const diagnostics = process?.getBuiltinModule?.('node:diagnostics_channel') as
      DiagnosticsChannel | undefined;
    return (
      diagnostics && [
        diagnostics.channel('minfraud-sdk:request'),
        diagnostics.channel('minfraud-sdk:response'),
        diagnostics.channel('minfraud-sdk:retry'),
      ]
    );
  } catch {
    return undefined;
  }
});
