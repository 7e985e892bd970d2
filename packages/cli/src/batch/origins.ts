/** Results of the service and results that an emulator made up do not go into one file. */
import { emulatorHeader } from '../account/made-up.ts';
import { type Stop } from './stop.ts';

/** The kinds of results that a run has. */
export class Origins {
  hasMadeUp = false;
  hasReal = false;

  add(madeUp: boolean): void {
    if (madeUp) this.hasMadeUp = true;
    else this.hasReal = true;
  }

  /** Why no row may be sent after a response: it is of the other kind than the results. */
  stopAfter(row: number, madeUp: boolean): Stop | undefined {
    if (madeUp ? !this.hasReal : !this.hasMadeUp) return undefined;
    return madeUp
      ? {
          why: 'input',
          message: `The earlier results are real, but row ${row} got a made-up response, because the address is now that of an emulator. The response was discarded: correct MINFRAUD_BASE_URL.`,
        }
      : {
          why: 'input',
          message: `The earlier results are made up, but that of row ${row} is real: the address is no longer that of an emulator. Check MINFRAUD_BASE_URL, and start over with another --out.`,
          isFinal: true,
        };
  }

  /** Why a run may not go on with its first query, which may be billed. The question itself is not. */
  async stopBefore(service: Address, signal: AbortSignal): Promise<Stop | undefined> {
    if (!this.hasMadeUp) return undefined;
    if (this.hasReal) {
      return {
        why: 'input',
        message:
          'Some of the earlier results are real, and others are made up by an emulator. Nothing was sent: start over with another --out.',
        isFinal: true,
      };
    }
    try {
      if (await isEmulator(service, signal)) return undefined;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return {
        why: 'network',
        message: `Nothing was sent: the earlier results are made up, and it is not known whether ${service.url} is an emulator. ${why}`,
      };
    }
    return {
      why: 'input',
      message: `The earlier results are made up, and ${service.url} does not say that it is an emulator: its results may be real, and billed. Nothing was sent: correct MINFRAUD_BASE_URL, or start over with another --out.`,
      isFinal: true,
    };
  }
}

/** Where queries go. */
export interface Address {
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** In milliseconds: the page of an emulator takes no time. */
const longestLook = 10_000;

/** Every response of an emulator says so, also that to a question without an account. */
async function isEmulator({ url, fetch }: Address, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestLook)]),
  });
  await response.body?.cancel();
  return response.headers.has(emulatorHeader);
}
