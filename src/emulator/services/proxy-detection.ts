/** Proxy Detection: how likely an IP address is a proxy, as text. */

import type { Call } from '../call.ts';
import type { Reply } from '../reply.ts';
import { lookUpIp, proxyScore } from '../signals/ip-address.ts';
import {
  exampleText,
  findTextAccount,
  formFields,
  textErrorStatus,
  textReply,
} from './text-account.ts';

export function answerProxyDetection(call: Call): Reply {
  const { world } = call;
  const fields = formFields(call.query, call.text);
  const book = findTextAccount(fields.get('l'), 'proxyDetection', world);
  const reply = (status: number, proxyScore: string, err: string): Reply =>
    textReply(status, fieldsOf(call, { proxyScore, err }, status), world.proxySeparator);
  if (typeof book === 'string') return reply(textErrorStatus(book, world), '', book);

  const ip = lookUpIp(fields.get('i') ?? '', world.seed);
  // Since 2026-06-30 a missing or invalid address is a malformed request; its text stayed the same.
  if (ip.warning?.code === 'IP_ADDRESS_INVALID') {
    return reply(textErrorStatus('INVALID_REQUEST', world), '', '');
  }
  book.pay('proxyDetection');
  return { ...reply(200, proxyScore(ip, world.seed).toFixed(2), ''), billed: true };
}

/** The fields that are worked out, and in an answer those that only the spec knows. */
function fieldsOf(
  { world }: Call,
  known: Readonly<Record<string, string>>,
  status: number,
): [name: string, value: string][] {
  const added = world.specification
    .propertiesOf('ProxyDetectionResult')
    .filter(([name]) => !(name in known))
    .map(([name, schema]): [string, string] => [name, exampleText(schema, world.specification)]);
  return [...Object.entries(known), ...(status === 200 ? added : [])];
}
