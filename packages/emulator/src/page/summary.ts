/** What one line says of a request: the service, the order, the score, and what was wrong. */

import { isRecord } from 'minfraud-sdk/internal';
import type { RecordedRequest } from '../recording.ts';

export interface Summary {
  readonly order: string;
  readonly score: string;
  readonly problem: string;
}

export function summaryOf(request: RecordedRequest): Summary {
  const { status, answer = '' } = request;
  const response = parsed(answer);
  return isRecord(response)
    ? { order: orderOf(request), ...jsonSummary(response) }
    : { order: orderOf(request), ...textSummary(answer, status) };
}

/** The shop's own ID of the order, where the service takes one. */
function orderOf({ body, query }: RecordedRequest): string {
  const fields = isRecord(body) ? body : query;
  const event = fields['event'];
  const id = isRecord(event) ? event['transaction_id'] : undefined;
  return shown(id ?? fields['transaction_id'] ?? fields['txnID'] ?? fields['minfraud_id']);
}

function jsonSummary(response: Readonly<Record<string, unknown>>): Omit<Summary, 'order'> {
  const { risk_score: score, code, error, warnings } = response;
  const problems = Array.isArray(warnings) ? warnings.filter(isRecord).map(warningOf) : [];
  if (code !== undefined) problems.unshift(`${shown(code)}: ${shown(error)}`);
  return { score: shown(score), problem: problems.join(', ') };
}

function warningOf({ code, input_pointer: pointer }: Readonly<Record<string, unknown>>): string {
  return pointer === undefined ? shown(code) : `${shown(code)} ${shown(pointer)}`;
}

/** The fields of a text response; a 4xx without a body says nothing but its status. */
function textSummary(body: string, status: number | undefined): Omit<Summary, 'order'> {
  const field = (name: string): string =>
    new RegExp(`(?:^|[;,])${name}=([^;,]*)`).exec(body)?.[1] ?? '';
  const problem = status !== undefined && status >= 400 ? `HTTP ${status}` : '';
  return { score: field('riskScore') || field('proxyScore'), problem: field('err') || problem };
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
