/** Responds to one call, however it came in: over a socket or through `fetch`. */

import type { ServerResponse } from 'node:http';
import { handleControl, isControlPath } from './control/interface.ts';
import { dispatch, type Incoming } from './dispatch.ts';
import { applyFault, replacement, type Fault } from './faults.ts';
import { asksForEvents, streamEvents } from './page/events.ts';
import { handlePage } from './page/page.ts';
import { Recording, type RecordedRequest } from './recording.ts';
import { emptyReply, errorReply, type Reply } from './reply.ts';
import { Redactor } from './secrets.ts';
import type { EmulatorWorld } from './world.ts';

/** What the caller gets, and how badly. */
export interface Outcome {
  readonly reply: Reply;
  readonly fault: Fault;
  /** Says that the response went out; without a call of it the recording stays open. */
  readonly sent: () => void;
  /** Says that the call is over, with a response or without. */
  readonly over: () => void;
}

export interface CoreOptions {
  readonly control: boolean;
  readonly onRequest: ((request: RecordedRequest) => void) | undefined;
}

export class EmulatorCore {
  readonly #world: EmulatorWorld;
  readonly #options: CoreOptions;

  constructor(world: EmulatorWorld, options: CoreOptions) {
    this.#world = world;
    this.#options = options;
  }

  /**
   * Never rejects: a failure of the emulator itself becomes a response that says so. Who is trusted may
   * see what was recorded and steer the emulator.
   */
  async handle(incoming: Incoming, trusted: boolean): Promise<Outcome> {
    try {
      return signed((await this.#aside(incoming, trusted)) ?? this.#serve(incoming));
    } catch (error) {
      return signed(outcome(errorReply(500, 'EMULATOR_FAULT', String(error))));
    }
  }

  /** Keeps a page up to date for who is trusted; false for any other call. */
  stream({ method, url, headers }: Incoming, trusted: boolean, response: ServerResponse): boolean {
    if (!trusted || !asksForEvents(method, url.pathname, headers)) return false;
    streamEvents(response, this.#world);
    return true;
  }

  /** What is not part of the API: neither recorded nor hit by faults. */
  async #aside(incoming: Incoming, trusted: boolean): Promise<Outcome | undefined> {
    const { pathname } = incoming.url;
    if (isControlPath(pathname)) {
      if (!this.#options.control) return undefined;
      return outcome(trusted ? await handleControl(incoming, this.#world) : emptyReply(403));
    }
    const page = trusted ? handlePage(incoming, this.#world, this.#options.control) : undefined;
    return page && outcome(page);
  }

  #serve(incoming: Incoming): Outcome {
    const world = this.#world;
    const keys = world.accounts.flatMap(({ account }) => [account.licenseKey].flat());
    const recording = new Recording(incoming, new Redactor(keys));
    world.log.add(recording);

    const found = world.specification.find(incoming.url.pathname, incoming.method);
    const operation = 'operationId' in found ? found : undefined;
    const fault =
      world.faults.next(incoming.method, incoming.url.pathname, operation?.operationId) ?? {};
    const text = operation !== undefined && !operation.basicAuth;
    const reply = applyFault(fault, replacement(fault, text) ?? this.#dispatch(incoming));
    recording.billed = reply.billed ?? false;
    return {
      reply,
      fault,
      sent: () => {
        recording.status = reply.status;
        recording.answer = reply.body?.toString('utf8');
      },
      over: () => {
        world.log.end(recording);
        this.#tell(recording);
      },
    };
  }

  #dispatch(incoming: Incoming): Reply {
    try {
      return dispatch(incoming, this.#world);
    } catch (error) {
      return errorReply(500, 'EMULATOR_FAULT', String(error));
    }
  }

  #tell(recording: RecordedRequest): void {
    try {
      this.#options.onRequest?.(recording);
    } catch {
      // A log that fails is no reason to fail the call.
    }
  }
}

/** Says who speaks, so that a made-up score is not taken for a true one. */
function signed({ reply, ...rest }: Outcome): Outcome {
  return {
    ...rest,
    reply: { ...reply, headers: { ...reply.headers, 'Minfraud-Emulator': 'true' } },
  };
}

function outcome(reply: Reply): Outcome {
  const nothing = (): void => undefined;
  return { reply, fault: {}, sent: nothing, over: nothing };
}
