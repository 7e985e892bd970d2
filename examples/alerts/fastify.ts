/** Receives minFraud Alerts with Fastify: `app.get('/minfraud-alerts', alertHandler({ … }))`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseAlert, rawQuery, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import { type AlertReceiver, statusOf } from './receiver.ts';

export function alertHandler({ secret, receive }: AlertReceiver) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Not request.query: the signature covers the text as it came, before Fastify took it apart.
    const query = rawQuery(request.raw.url ?? '');
    const signature = request.headers[SIGNATURE_HEADER];
    if (!(await verifyAlert({ query, signature, secret }))) return reply.code(401).send();
    return reply.code(await statusOf(receive, parseAlert(query))).send();
  };
}
