/** Receives minFraud Alerts: give MaxMind its address in the account portal. */
import { parseAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';

export async function GET(request: Request): Promise<Response> {
  const secret = process.env['MINFRAUD_ALERT_SECRET'] ?? '';
  if (!(await verifyAlertRequest(request, secret))) return new Response(null, { status: 401 });
  const { txnId, reasonCode } = parseAlert(request.url);
  console.log(JSON.stringify({ alert: txnId, reasonCode }));
  return new Response(null, { status: 204 });
}
