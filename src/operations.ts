/** The one path of every JSON call: prepare the request, send it, decode the answer. */
import type { Operation, ResponseTable } from '../generated/tables.ts';
import { decode } from './decode.ts';
import { attachMetadata } from './metadata.ts';
import { type CallOptions } from './options.ts';
import { redactCall } from './redact.ts';
import { unexpectedBody } from './service-error.ts';
import { type CallSettings, type ClientSettings, resolveCall } from './settings.ts';
import type { Answer, CallInput, Send } from './transport/transport.ts';

/** What a client has to give to a call. Holds secrets: keep it in a private field. */
export interface CallContext {
  readonly client: ClientSettings;
  readonly send: Send;
}

/** What a call sends: made only once its settings are known to be right. */
export type Prepare = (settings: CallSettings) => Pick<CallInput, 'body' | 'query'>;

/** A call that is answered with a JSON object. */
export async function ask<T extends object>(
  context: CallContext,
  operation: Operation,
  table: ResponseTable,
  prepare: Prepare,
  options: CallOptions | undefined,
): Promise<T> {
  const settings = resolveCall(context.client.defaults, options);
  const input = { ...prepare(settings), settings };
  const answer = await context.send(operation, input);
  const { text, value } = readObject(answer, context, input);
  const result = decode<T>(value, table, { locales: settings.locales });
  attachMetadata(result, {
    status: answer.status,
    headers: answer.headers,
    url: answer.url,
    body: text,
    attempts: answer.attempts,
    retries: answer.retries,
    durationMs: answer.durationMs,
  });
  return result;
}

/** A call that is answered with nothing. */
export async function tell(
  context: CallContext,
  operation: Operation,
  prepare: Prepare,
  options: CallOptions | undefined,
): Promise<void> {
  const settings = resolveCall(context.client.defaults, options);
  const input = { ...prepare(settings), settings };
  const answer = await context.send(operation, input);
  if (answer.bytes.byteLength > 0) {
    // A captive portal says 200 to everything: what looks like success has not been reported.
    throw unexpected(answer, context, input, 'RESPONSE_UNEXPECTED', 'should be empty');
  }
}

/** RFC 8259: JSON travels as UTF-8, whatever a charset parameter says. A BOM is dropped. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readObject(
  answer: Answer,
  context: CallContext,
  input: CallInput,
): { readonly text: string; readonly value: object } {
  if (answer.status !== 200) {
    throw unexpected(answer, context, input, `HTTP_${answer.status}`, 'should come with HTTP 200');
  }
  if (answer.bytes.byteLength === 0) {
    throw unexpected(answer, context, input, 'RESPONSE_EMPTY', 'is empty');
  }
  let text: string;
  try {
    text = utf8.decode(answer.bytes);
  } catch {
    throw unexpected(answer, context, input, 'RESPONSE_NOT_UTF8', 'is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Without the parser's error: it quotes the body.
    throw unexpected(answer, context, input, 'RESPONSE_NOT_JSON', 'is not complete JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(answer, context, input, 'RESPONSE_NOT_OBJECT', 'is not a JSON object');
  }
  return { text, value };
}

function unexpected(
  answer: Answer,
  { client }: CallContext,
  input: CallInput,
  code: string,
  problem: string,
): Error {
  return unexpectedBody(answer, code, problem, redactCall(client.credentials, input));
}
