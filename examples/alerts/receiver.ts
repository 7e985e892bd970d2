/** What every handler of this folder takes, a secret and what to do with an alert, and the status of its response. */
import type { ReceivedAlert } from 'minfraud-sdk/alerts'; // yours: 'minfraud-sdk/alerts'

export interface AlertReceiver {
  /** The Alert Webhook Secret from the account portal; two while you replace one by another. */
  readonly secret: string | readonly string[];
  /**
   * Called with each alert that is genuine. It should only take note of it (a queue, a table) and
   * return: MaxMind waits for the response. Be ready for the same alert twice.
   */
  readonly receive: (alert: ReceivedAlert) => Promise<void> | void;
}

/**
 * Hands an alert over, and gives the status of the response. What went wrong is for your log: an error's text in
 * the response would tell it to the sender.
 */
export async function statusOf(
  receive: AlertReceiver['receive'],
  alert: ReceivedAlert,
): Promise<204 | 500> {
  try {
    await receive(alert);
    return 204;
  } catch (error) {
    console.error('An alert was not taken:', error);
    return 500;
  }
}
