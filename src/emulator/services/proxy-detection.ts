/** Proxy Detection: how likely an IP address is a proxy, as text. */

import type { Call } from '../call.ts';
import type { Reply } from '../reply.ts';
import { lookUpIp, proxyScore } from '../signals/ip-address.ts';
import { findTextAccount, formFields, textErrorStatus, textReply } from './text-account.ts';

export function answerProxyDetection(call: Call): Reply {
  const { world } = call;
  const fields = formFields(call.query, call.text);
  const book = findTextAccount(fields.get('l'), 'proxyDetection', world);
  const reply = (status: number, score: string, err: string): Reply =>
    textReply(status, Object.entries({ proxyScore: score, err }), world.proxySeparator);
  if (typeof book === 'string') return reply(textErrorStatus(book, world), '', book);

  const ip = lookUpIp(fields.get('i') ?? '', world.seed);
  // Since 2026-06-30 a missing or invalid address is a malformed request; its text stayed the same.
  if (ip.warning?.code === 'IP_ADDRESS_INVALID') {
    return reply(textErrorStatus('INVALID_REQUEST', world), '', '');
  }
  book.pay('proxyDetection');
  return { ...reply(200, proxyScore(ip, world.seed).toFixed(2), ''), billed: true };
}
