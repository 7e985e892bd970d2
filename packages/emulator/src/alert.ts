/** Sends a minFraud Alert to a webhook as the service does: a signed GET. */

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { signAlert } from 'minfraud-sdk/alerts';
import { expectNames } from './expect.ts';

/** An alert to send. */
export interface AlertToSend {
  /** The webhook, http or https; its own query, if any, comes first and is signed too. Required. */
  readonly url: string | URL;
  /** The secret shared with the webhook. Default: none, and the call has no signature. */
  readonly secret?: string;
  /**
   * Query parameters in the vendor's spelling; they replace those of a made-up order, and `undefined` drops
   * one. Default: the made-up order.
   */
  readonly parameters?: Readonly<Record<string, string | number | undefined>>;
  /** Whether the signature is damaged, to see if the webhook looks at it. Default `false`. */
  readonly tamper?: boolean;
}

/** The response of the webhook. */
export interface AlertDelivery {
  /** The HTTP status of the webhook's response. */
  readonly status: number;
  /** The text of the webhook's response. */
  readonly body: string;
  /** The query exactly as it was sent and signed. */
  readonly query: string;
  /** The signature that was sent, in hexadecimal; `undefined` without a secret. */
  readonly signature: string | undefined;
}

/** The User-Agent header of MaxMind's alerts, and of those of the emulator. */
export const ALERT_USER_AGENT = 'MaxMind MinFraud Alert Robot';
const TIMEOUT = 10_000;

const defaults: Readonly<Record<string, string>> = {
  i: '203.0.113.24',
  domain: 'example.com',
  city: 'Orléans',
  region: 'CVL',
  postal: '45000',
  country: 'FR',
  date: 'Nov. 1, 2026',
  txnID: 'order-3456',
  reason: 'IP address has been marked as a high-risk IP',
  reason_code: 'HIGH_RISK_IP',
  minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
  old_risk_score: '1.37',
  new_risk_score: '81.5',
  updated_at: '2026-11-01T12:34:56Z',
};

export async function sendAlert(alert: AlertToSend): Promise<AlertDelivery> {
  expectNames(alert, ['url', 'secret', 'parameters', 'tamper'], 'sendAlert');
  const url = new URL(alert.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError('the url of a webhook must begin with http: or https:');
  }
  const own = url.search.slice(1);
  const fields = Object.entries({ ...defaults, ...alert.parameters }).filter(
    (field): field is [string, string | number] => field[1] !== undefined,
  );
  const query = [own, encode(fields)].filter((part) => part !== '').join('&');
  const { secret } = alert;
  const signature = secret === undefined ? undefined : await signAlert({ query, secret });
  const response = await get(
    url,
    query,
    alert.tamper ? signature && corrupt(signature) : signature,
  );
  return { ...response, query, signature };
}

/** Form encoding, blanks as `+`. The vendor leaves commas alone: see its published example. */
function encode(fields: [string, string | number][]): string {
  return fields
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
    .replaceAll('%20', '+')
    .replaceAll('%2C', ',');
}

function corrupt(signature: string): string {
  return (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
}

function get(
  url: URL,
  query: string,
  signature: string | undefined,
): Promise<{ status: number; body: string }> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        // No pooled connection may outlive the emulator.
        agent: false,
        method: 'GET',
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port,
        path: `${url.pathname}?${query}`,
        timeout: TIMEOUT,
        headers: {
          'User-Agent': ALERT_USER_AGENT,
          ...(signature !== undefined && { 'X-MaxMind-Alert-HMAC-SHA256': signature }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, body });
        });
      },
    );
    outgoing.on('timeout', () =>
      outgoing.destroy(new Error('the webhook did not respond in time')),
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
