/** What every handler of this folder takes: a secret, and what to do with an alert. */
import type { ReceivedAlert } from '../../src/alerts/index.ts'; // yours: 'minfraud-sdk/alerts'

export interface AlertReceiver {
  /** The Alert Webhook Secret from the account portal; two while you replace one by another. */
  readonly secret: string | readonly string[];
  /**
   * Called with each alert that is genuine. It should only take note of it (a queue, a table) and
   * return: MaxMind waits for the answer. Be ready for the same alert twice.
   */
  readonly receive: (alert: ReceivedAlert) => Promise<void> | void;
}
