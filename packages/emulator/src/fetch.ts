/** `emulator.fetch`: the emulator as a function, without a socket. */

import type { EmulatorCore, Outcome } from './core.ts';
import { MAX_READ } from './dispatch.ts';
import type { Fault } from './faults.ts';
import { pause } from './pause.ts';
import { errorReply, type Reply } from './reply.ts';

/** Like the global `fetch`: it may be given to a client's `fetch` option. */
export type EmulatorFetch = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>;

export function fetchFrom(core: EmulatorCore, ending: AbortSignal): EmulatorFetch {
  return async (input, init) => {
    const request = isForeign(input) ? input : new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const body = Buffer.from(await request.arrayBuffer());
    const outcome = await (body.length > MAX_READ
      ? tooLarge()
      : core.handle(
          {
            method: request.method,
            url: new URL(request.url),
            headers: Object.fromEntries([...request.headers]),
            body,
          },
          true,
        ));
    const { reply, fault } = outcome;
    const over = AbortSignal.any([signal, ending]);
    await pause(fault.delay, over);
    if (fault.disconnect === 'before-response' || over.aborted) {
      outcome.over();
      signal.throwIfAborted();
      throw lost();
    }
    outcome.sent();
    outcome.over();
    return new Response(bodyOf(request.method, reply, fault, over), {
      status: reply.status,
      headers: reply.headers,
    });
  };
}

/** A request of another fetch's class, as proxies and test tools hand over, cannot be wrapped. */
function isForeign(input: string | URL | Request): input is Request {
  return typeof input === 'object' && 'arrayBuffer' in input && !(input instanceof Request);
}

function tooLarge(): Promise<Outcome> {
  const nothing = (): void => undefined;
  const problem = `The request is too large: the emulator reads at most ${MAX_READ} bytes, and minFraud 20,000`;
  const reply = errorReply(413, 'EMULATOR_BODY_TOO_LARGE', problem);
  return Promise.resolve({ reply, fault: {}, sent: nothing, over: nothing });
}

/** What the global `fetch` throws when a connection ends without a response. */
function lost(): TypeError {
  const cause = Object.assign(new Error('the emulator closed the connection'), {
    code: 'ECONNRESET',
  });
  return new TypeError('fetch failed', { cause });
}

/** Statuses that `Response` allows no body for. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

function bodyOf(
  method: string,
  { status, body }: Reply,
  fault: Fault,
  over: AbortSignal,
): BodyInit | null {
  if (body === undefined || method === 'HEAD' || BODYLESS.has(status)) return null;
  const bytes = new Uint8Array(body);
  if (fault.disconnect !== 'mid-body' && fault.drip === undefined) return bytes;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const end = fault.disconnect === 'mid-body' ? Math.ceil(bytes.length / 2) : bytes.length;
      for (let at = 0; at < end; at += 1) {
        await pause(fault.drip, over);
        if (over.aborted) break;
        controller.enqueue(bytes.subarray(at, at + 1));
      }
      if (fault.disconnect === 'mid-body' || over.aborted) controller.error(lost());
      else controller.close();
    },
  });
}
