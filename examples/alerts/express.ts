/** Receives minFraud Alerts with Express 5: `app.get('/minfraud-alerts', alertHandler({ … }))`. */
import type { Request, Response } from 'express';
import { parseAlert, rawQuery, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import { type AlertReceiver, statusOf } from './receiver.ts';

export function alertHandler({ secret, receive }: AlertReceiver) {
  return async (request: Request, response: Response): Promise<void> => {
    // Not request.query: the signature covers the text as it came, before Express took it apart.
    const query = rawQuery(request.originalUrl);
    const signature = request.get(SIGNATURE_HEADER);
    if (!(await verifyAlert({ query, signature, secret }))) {
      response.sendStatus(401);
      return;
    }
    response.status(await statusOf(receive, parseAlert(query))).end();
  };
}
