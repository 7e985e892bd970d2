/** What clients are compared with on loopback: global fetch under a timeout; the response is only parsed. */
import { MinFraud } from '../../src/client.ts';
import { responseHeaders, insightsResponse, transaction, wireTransaction } from './samples.ts';

/** @param shared - A signal that outlives the call and ends it, too. */
export async function rawFetch(
  baseUrl: string,
  shared?: AbortSignal,
): Promise<() => Promise<unknown>> {
  const headers = await headersOfClient(baseUrl);
  const wire = wireTransaction();
  const run = async (signal: AbortSignal): Promise<unknown> => {
    const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(wire), signal };
    const response = await fetch(`${baseUrl}/minfraud/v2.0/insights`, init);
    if (!response.ok) throw new Error(`The server responded with ${response.status}.`);
    return response.json();
  };
  return () => underTimeout(run, shared);
}

/** The timeout that every program needs: a signal and a timer for each call. */
export async function underTimeout<T>(
  run: (signal: AbortSignal) => Promise<T>,
  shared?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const timer = setTimeout(end, 10_000);
  shared?.addEventListener('abort', end);
  const value = await run(controller.signal);
  clearTimeout(timer);
  shared?.removeEventListener('abort', end);
  return value;
}

/** The same bytes are sent. */
async function headersOfClient(baseUrl: string): Promise<HeadersInit> {
  let headers: HeadersInit = {};
  const fetch = (_: string, init: RequestInit): Promise<Response> => {
    headers = init.headers ?? {};
    return Promise.resolve(new Response(insightsResponse, { headers: responseHeaders }));
  };
  const client = new MinFraud({ accountId: 42, licenseKey: 'bench', baseUrl, fetch });
  await client.insights(transaction);
  return headers;
}
