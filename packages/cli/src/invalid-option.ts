/** How the client is told what to do with values that break a documented rule. */
import type { CallOptions } from 'minfraud-sdk';

/** A person is there to correct it, so nothing is dropped: it is refused, or sent as it is. */
export function invalidOption(unchecked: boolean | undefined): CallOptions {
  return { invalid: unchecked === true ? 'send' : 'throw' };
}
