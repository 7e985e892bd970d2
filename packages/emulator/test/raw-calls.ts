/** Plain HTTP calls to the emulator, without the SDK, for its own tests. */

import { TEST_ACCOUNT_ID, TEST_LICENSE_KEY } from '../src/index.ts';

export const paths = {
  score: '/minfraud/v2.0/score',
  insights: '/minfraud/v2.0/insights',
  factors: '/minfraud/v2.0/factors',
  report: '/minfraud/v2.0/transactions/report',
  dispositions: '/minfraud/disposition/v1.0/updates',
  legacy: '/minfraud/v1.0/legacy',
  oldLegacy: '/app/ccv2r',
  proxyDetection: '/app/ipauth_http',
} as const;

export function basic(
  accountId: number | string = TEST_ACCOUNT_ID,
  licenseKey: string = TEST_LICENSE_KEY,
): string {
  return `Basic ${Buffer.from(`${accountId}:${licenseKey}`).toString('base64')}`;
}

/** A POST of a JSON value, or of the text as it is. */
export function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { authorization: basic(), 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A POST of a form, as the legacy services take it. */
export function postForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
}

export type Json = Record<string, unknown>;

export async function jsonOf(response: Response | Promise<Response>): Promise<Json> {
  return (await (await response).json()) as Json;
}

/** The fields of a text response, its bytes read one to one. */
export async function textFields(
  response: Response,
  separator?: RegExp,
): Promise<Record<string, string>> {
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return Object.fromEntries(
    text.split(separator ?? /;/).map((field): [string, string] => {
      const at = field.indexOf('=');
      return [field.slice(0, at), field.slice(at + 1)];
    }),
  );
}
