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

export function handleProxyDetection(call: Call): Reply {
  const { world } = call;
  const fields = formFields(call.query, call.text);
  const book = findTextAccount(fields.get('l'), 'proxyDetection', world);
  if (typeof book === 'string') {
    return record(call, { proxyScore: '', err: book }, textErrorStatus(book, world));
  }
  const ip = lookUpIp(fields.get('i') ?? '', world.seed);
  if (ip.warning?.code === 'IP_ADDRESS_INVALID') return refuseProxyDetection(call);
  book.pay('proxyDetection');
  const score = proxyScore(ip, world.seed)?.toFixed(2) ?? '';
  return { ...record(call, { proxyScore: score, err: '' }, 200), billed: true };
}

/** Since 2026-06-30 a malformed request has status 400, and no code: its text stayed the same. */
export function refuseProxyDetection(call: Call): Reply {
  const status = textErrorStatus('', call.world);
  return record(call, { proxyScore: '', err: '' }, status);
}

function record(call: Call, known: Readonly<Record<string, string>>, status: number): Reply {
  return textReply(status, fieldsOf(call, known, status), call.world.proxySeparator);
}

/** The fields that are worked out, and in a response those that only the spec knows. */
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
