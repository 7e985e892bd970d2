/** Puts an emulator together and starts it. */

import type { AccountBook } from './accounts.ts';
import { sendAlert, type AlertDelivery, type AlertToSend } from './alert.ts';
import type { MadeAnswer } from './answers.ts';
import { EmulatorCore } from './core.ts';
import type { DispositionUpdate } from './disposition-log.ts';
import type { Faults } from './faults.ts';
import { fetchFrom, type EmulatorFetch } from './fetch.ts';
import { accountsOf, checkOptions, type EmulatorOptions } from './options.ts';
import type { RecordedRequest } from './recording.ts';
import { issueIdentity } from './certificate.ts';
import { certifiedNames, reachableHost } from './host-names.ts';
import { listen, type Listening } from './server.ts';
import { readSpec } from './spec-source.ts';
import { EmulatorWorld } from './world.ts';

/** A running emulator. */
export interface Emulator {
  /**
   * Base URL without a slash at the end, for the client's `baseUrl`; it begins with `https:` with `tls:
   * true`. With `listen: false` a name that
   * only `fetch` responds to.
   */
  readonly url: string;
  /**
   * With `tls: true` the certificate, in PEM, of the authority that clients must trust: for `ca` of an
   * agent, or a file for NODE_EXTRA_CA_CERTS. Made anew at each start; it vouches for this emulator alone.
   */
  readonly certificateAuthority: string | undefined;
  /** What the first account signs in with: `new MinFraud({ ...emulator.credentials, baseUrl: emulator.url })`. */
  readonly credentials: {
    /**
     * The ID of the first account; 0 without accounts.
     */
    readonly accountId: number;
    /**
     * Its first license key; empty without accounts.
     */
    readonly licenseKey: string;
  };
  /** The latest requests, in the order of arrival; see `maxRequests`. */
  readonly requests: readonly RecordedRequest[];
  /** Responds to a request as the server would, without a socket: for a client's `fetch` option, MSW, tests. */
  readonly fetch: EmulatorFetch;
  /** US dollars left on an account; throws when there is no such account. */
  readonly fundsRemaining: (accountId?: number) => number;
  /** Everything as at the start: requests, funds, faults, `answers`, dispositions, history, clock. */
  readonly reset: () => void;
  /** Replaces `answers` from now on; without an argument all responses are worked out. */
  readonly setAnswers: (answers?: readonly MadeAnswer[]) => void;
  /** Stops the clock at a moment; without an argument it goes as at the start. */
  readonly setClock: (now?: Date | string) => void;
  /** Replaces the faults from now on; without an argument it behaves again. */
  readonly setFaults: (faults?: Faults) => void;
  /** Adds manual changes of dispositions; a later one for a transaction replaces the earlier. */
  readonly addDispositions: (updates: readonly DispositionUpdate[]) => void;
  /** Sends a signed minFraud Alert to a webhook, and resolves with its response. */
  readonly sendAlert: (alert: AlertToSend) => Promise<AlertDelivery>;
  /** Stops listening and cuts every connection. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Where an emulator without a socket says that it is. The name is reserved: it leads nowhere. */
const NO_SOCKET = 'https://emulator.invalid';

/**
 * Starts an emulator; rejects when the port is taken or an option makes no sense.
 *
 * @example
 * const emulator = await startEmulator({ faults: [{ status: 503, times: 1 }] });
 * const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
 * await emulator.close();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const world = new EmulatorWorld(options, readSpec(options.spec));
  const core = new EmulatorCore(world, {
    control: options.control ?? false,
    onRequest: options.onRequest,
  });
  const ending = new AbortController();
  const { host = '127.0.0.1', port = 0, allowedHosts = [], unref = true } = options;
  const identity = options.tls
    ? await issueIdentity(certifiedNames(host, allowedHosts))
    : undefined;
  const server =
    options.listen === false
      ? undefined
      : await listen({ host, port, allowedHosts, identity, keepAlive: !unref }, core);
  return {
    url: server === undefined ? NO_SOCKET : urlOf(host, server, options.tls ?? false),
    certificateAuthority: identity?.authority,
    credentials: credentialsOf(options),
    requests: world.log.requests,
    fetch: fetchFrom(core, ending.signal),
    fundsRemaining: (accountId) => findBook(world.accounts, accountId).fundsRemaining,
    reset: () => {
      world.reset();
    },
    setAnswers: (answers) => {
      world.setAnswers(answers);
    },
    setClock: (now) => {
      world.setClock(now);
    },
    setFaults: (faults) => {
      world.setFaults(faults);
    },
    addDispositions: (updates) => {
      world.addDispositions(updates);
    },
    sendAlert,
    close: async () => {
      ending.abort();
      await server?.close();
    },
  };
}

function urlOf(host: string, { address, port }: Listening, tls: boolean): string {
  return `${tls ? 'https' : 'http'}://${reachableHost(host, address)}:${port}`;
}

/** Empty for an emulator without accounts, which lets no caller in. */
function credentialsOf(options: EmulatorOptions): Emulator['credentials'] {
  const { accountId, licenseKey } = accountsOf(options)[0] ?? { accountId: 0, licenseKey: '' };
  return { accountId, licenseKey: [licenseKey].flat()[0] ?? '' };
}

function findBook(books: readonly AccountBook[], accountId: number | undefined): AccountBook {
  const book =
    accountId === undefined
      ? books[0]
      : books.find(({ account }) => account.accountId === accountId);
  if (book === undefined) throw new RangeError(`the emulator has no account ${accountId ?? ''}`);
  return book;
}
