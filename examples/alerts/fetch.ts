/**
 * Receives minFraud Alerts wherever a handler takes a Request and gives a Response.
 *
 * - Hono: `app.get('/minfraud-alerts', (context) => respond(context.req.raw))`
 * - Next.js, in `app/minfraud-alerts/route.ts`: `export const GET = respond`
 * - Cloudflare Workers, Bun, Deno: `export default { fetch: respond }`
 *
 * each with `const respond = alertResponder({ secret, receive })`.
 */
import { parseAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';
import { type AlertReceiver, statusOf } from './receiver.ts';

export function alertResponder({ secret, receive }: AlertReceiver) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (!(await verifyAlertRequest(request, secret))) return new Response(null, { status: 401 });
    return new Response(null, { status: await statusOf(receive, parseAlert(request.url)) });
  };
}
