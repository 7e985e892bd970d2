/** Receives minFraud Alerts with node:http alone. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  isAlertSender,
  parseAlert,
  rawQuery,
  SIGNATURE_HEADER,
  verifyAlert,
} from 'minfraud-sdk/alerts';
import { type AlertReceiver, statusOf } from './receiver.ts';

export interface NodeAlertReceiver extends AlertReceiver {
  /**
   * Turns away other addresses than these before anything else, for servers that MaxMind reaches without
   * a proxy in between: pass `alertSenders`. A second check next to the signature, not a replacement.
   */
  readonly senders?: readonly string[];
}

/** `createServer(alertListener({ secret, receive }))`, or one branch of the listener that you have. */
export function alertListener(receiver: NodeAlertReceiver): RequestListener {
  return (request, response) => {
    handle(request, receiver).then(
      (status) => end(response, status),
      (error: unknown) => {
        console.error('An alert was not taken:', error);
        end(response, 500);
      },
    );
  };
}

async function handle(request: IncomingMessage, receiver: NodeAlertReceiver): Promise<number> {
  const { secret, senders, receive } = receiver;
  if (request.method !== 'GET') return 405;
  const address = request.socket.remoteAddress ?? '';
  if (senders !== undefined && !isAlertSender(address, senders)) return 403;

  const query = rawQuery(request.url ?? '');
  const signature = request.headers[SIGNATURE_HEADER];
  if (!(await verifyAlert({ query, signature, secret }))) return 401;
  return statusOf(receive, parseAlert(query));
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
